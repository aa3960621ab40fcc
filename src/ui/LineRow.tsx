import type { ReactNode } from 'react'

/** A row of `Lines`. */
export function LineRow({ children }: { readonly children: ReactNode }) {
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: see Lines
      role="row"
      className="phone:flex phone:flex-wrap phone:items-center phone:gap-x-3 phone:border-b phone:border-hairline phone:py-1.5 phone:last:border-b-0"
    >
      {children}
    </tr>
  )
}
