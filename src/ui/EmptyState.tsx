import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './Icon'

/** Nothing is here, why, and what can be done about it. */
export function EmptyState({
  title,
  level: Heading = 'h2',
  icon,
  actions,
  children,
}: {
  readonly title: string
  /** `h1` where it stands for the whole page. */
  readonly level?: 'h1' | 'h2' | undefined
  readonly icon?: LucideIcon | undefined
  readonly actions?: ReactNode | undefined
  readonly children?: ReactNode | undefined
}) {
  return (
    <div className="mx-auto flex max-w-[440px] flex-col items-center px-4 py-16 text-center">
      {icon && <Icon of={icon} size={20} className="mb-3 text-text-3" />}
      <Heading className="font-semibold">{title}</Heading>
      {children && <div className="mt-1 text-13 text-text-2">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
