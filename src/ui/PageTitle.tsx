import type { ReactNode } from 'react'

/** The title of a page about one thing, with what can be done at its end. */
export function PageTitle({
  title,
  actions,
}: {
  readonly title: ReactNode
  readonly actions?: ReactNode | undefined
}) {
  return (
    <div className="my-3 mb-4 flex flex-wrap items-center gap-x-3 gap-y-3">
      <h1 className="min-w-0 flex-auto basis-60 text-20 font-semibold wrap-anywhere phone:basis-3/5">
        {title}
      </h1>
      {actions && (
        <div className="flex flex-wrap items-center gap-2 print:hidden phone:w-full">{actions}</div>
      )}
    </div>
  )
}
