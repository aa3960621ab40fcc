import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './Icon'

/** Where this page belongs: `parent` is a link. */
export function Breadcrumb({
  parent,
  children,
}: {
  readonly parent: ReactNode
  readonly children: ReactNode
}) {
  return (
    <nav aria-label="Breadcrumb" className="print:hidden">
      <ol className="flex min-w-0 items-center gap-1.5 text-13 text-text-3 [&_a]:text-text-2 [&_a]:hover:underline">
        <li>{parent}</li>
        <li aria-hidden="true">
          <Icon of={ChevronRight} size={14} />
        </li>
        <li aria-current="page" className="min-w-0 truncate">
          {children}
        </li>
      </ol>
    </nav>
  )
}
