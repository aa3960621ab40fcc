import type { ReactNode } from 'react'
import { classes } from './classes'

/** A part of a dialog, parted from the one above by a hairline over the full width. */
export function DialogSection({
  title,
  className,
  children,
}: {
  readonly title?: string | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <section className={classes('border-t border-hairline px-6 py-3 phone:px-4', className)}>
      {title && <h3 className="mb-1.5 text-12 font-medium text-text-3">{title}</h3>}
      {children}
    </section>
  )
}
