import type { LucideIcon } from 'lucide-react'
import { memo } from 'react'
import { classes } from './classes'

/** A drawing next to a word, never instead of one: hidden from assistive technology. */
export const Icon = memo(function Icon({
  of: Drawing,
  size = 16,
  className,
}: {
  readonly of: LucideIcon
  readonly size?: 14 | 16 | 20
  readonly className?: string | undefined
}) {
  return (
    <Drawing
      aria-hidden="true"
      size={size}
      strokeWidth={1.5}
      absoluteStrokeWidth
      className={classes('shrink-0', className)}
    />
  )
})
