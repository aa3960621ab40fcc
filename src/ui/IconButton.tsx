import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'
import { tipHandlers } from './tip'

/** A drawing that does something. `small` is for the end of a line of text, `row` for the end of a table row. */
export function IconButton({
  icon,
  size = 'row',
  className,
  ...rest
}: Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'children'> & {
  readonly icon: LucideIcon
  readonly size?: 'small' | 'row' | undefined
  readonly 'aria-label': string
}) {
  return (
    <button
      type="button"
      {...(size === 'small' ? tipHandlers(rest['aria-label']) : {})}
      {...rest}
      className={classes(
        'inline-grid shrink-0 cursor-pointer place-items-center rounded-6 align-middle text-text-3 transition-colors hover:bg-ground-hover hover:text-text aria-expanded:bg-grey-line aria-expanded:text-text print:hidden',
        size === 'small' ? '-my-1 size-6' : 'size-7 phone:size-11',
        className,
      )}
    >
      <Icon of={icon} size={size === 'small' ? 14 : 16} />
    </button>
  )
}
