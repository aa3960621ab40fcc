import type { ReactNode } from 'react'

/** A part of a page about one thing, parted from the one above by a hairline. */
export function Group({
  title,
  aside,
  children,
}: {
  readonly title?: string | undefined
  /** At the end of the title's line: a button or counts. */
  readonly aside?: ReactNode | undefined
  readonly children: ReactNode
}) {
  return (
    <section className="border-t border-hairline pt-3 pb-4">
      {(title || aside) && (
        <header className="mb-1 flex min-h-7 flex-wrap items-center gap-x-6">
          {title && <h2 className="font-semibold">{title}</h2>}
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}
