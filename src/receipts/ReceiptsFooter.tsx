import type { ReactNode } from 'react'

/** How much there is, and where it is kept. */
export function ReceiptsFooter({ children }: { readonly children: ReactNode }) {
  return (
    <footer className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-4 border-t border-hairline bg-quiet px-4 text-13 text-text-2 phone:px-3 phone:py-1.5 print:hidden">
      <span role="status" className="font-medium text-text">
        {children}
      </span>
      <span className="ml-auto text-text-3 phone:ml-0">
        Kept in this browser only. Download it to keep it elsewhere.
      </span>
    </footer>
  )
}
