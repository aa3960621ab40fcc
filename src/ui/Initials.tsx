import { memo } from 'react'
import { classes } from './classes'
import { initialsOf } from './initials'

/** A decoration next to the name: round for people, square for machines. */
export const Initials = memo(function Initials({
  name,
  machine = false,
  size = 24,
}: {
  readonly name: string
  readonly machine?: boolean | undefined
  readonly size?: 24 | 40 | undefined
}) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'grid shrink-0 place-items-center bg-grey-bg leading-none font-semibold text-text-2 inset-ring inset-ring-hairline select-none',
        machine ? 'rounded-4' : 'rounded-full',
        size === 24 ? 'size-6 text-[10px]' : 'size-10 text-14',
      )}
    >
      {initialsOf(name)}
    </span>
  )
})
