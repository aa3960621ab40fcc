import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'

export type NoticeTone = 'amber' | 'red' | 'blue' | 'grey' | 'green'

const looks = {
  amber: { icon: TriangleAlert, tone: 'border-amber-line bg-amber-bg text-amber' },
  red: { icon: CircleAlert, tone: 'border-red-line bg-red-bg text-red' },
  blue: { icon: Info, tone: 'border-blue-line bg-blue-bg text-blue' },
  grey: { icon: Info, tone: 'border-grey-line bg-grey-bg text-grey' },
  green: { icon: CircleCheck, tone: 'border-green-line bg-green-bg text-green' },
} as const satisfies Record<NoticeTone, { icon: LucideIcon; tone: string }>

/** Something to know before going on. `role="alert"` only for what comes up while one works. */
export function Notice({
  tone = 'grey',
  icon,
  actions,
  role,
  className,
  children,
}: {
  readonly tone?: NoticeTone | undefined
  readonly icon?: LucideIcon | undefined
  readonly actions?: ReactNode | undefined
  readonly role?: 'alert' | 'status' | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <div
      role={role}
      className={classes(
        'flex gap-2.5 rounded-6 border px-3 py-2 text-13 phone:flex-wrap',
        actions !== undefined && 'items-center py-[5px]! pr-[5px] phone:py-2! phone:pr-2',
        looks[tone].tone,
        className,
      )}
    >
      <Icon
        of={icon ?? looks[tone].icon}
        className={actions === undefined ? 'mt-0.5' : undefined}
      />
      <div className="min-w-0 flex-1 text-text wrap-anywhere [&_a]:text-accent [&_a]:underline [&_a]:underline-offset-2">
        {children}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 phone:w-full">{actions}</div>}
    </div>
  )
}
