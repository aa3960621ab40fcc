import type { ReactNode } from 'react'

export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-[18px] rounded-4 border border-edge px-1 text-center font-sans text-[11px] leading-4 font-medium text-text-3">
      {children}
    </kbd>
  )
}
