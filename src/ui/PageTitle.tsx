import type { ReactNode } from 'react'

/** The title of a page about one thing, with what can be done at its end. */
export function PageTitle({
  title,
  lead,
  subtitle,
  actions,
}: {
  readonly title: ReactNode
  /** Before it: initials. */
  readonly lead?: ReactNode | undefined
  readonly subtitle?: ReactNode | undefined
  readonly actions?: ReactNode | undefined
}) {
  return (
    <div className="my-3 mb-4 flex flex-wrap items-center gap-x-3 gap-y-3">
      {lead}
      <div className="min-w-0 flex-auto basis-0 phone:basis-3/5">
        <h1 className="flex flex-wrap items-center gap-x-2.5 text-20 font-semibold wrap-anywhere">
          {title}
        </h1>
        {subtitle && <p className="text-13 text-text-2 wrap-anywhere">{subtitle}</p>}
      </div>
      {actions && (
        <div className="flex flex-wrap items-center gap-2 print:hidden phone:w-full">{actions}</div>
      )}
    </div>
  )
}
