import { Check, Minus } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { classes } from './classes'

const drawing = {
  'aria-hidden': true,
  strokeWidth: 3,
  className:
    'pointer-events-none absolute inset-0 hidden size-full p-px text-on-solid forced-colors:text-[CanvasText] peer-checked:block peer-indeterminate:block',
} as const
// Made once: there is one in every row.
const check = <Check {...drawing} />
const minus = <Minus {...drawing} />

/** Without a label of its own: give it `aria-label`, or put it into a `<label>`. */
export function Checkbox({
  indeterminate = false,
  className,
  ...rest
}: Omit<ComponentPropsWithRef<'input'>, 'type' | 'ref'> & {
  readonly indeterminate?: boolean | undefined
}) {
  return (
    <span className={classes('relative inline-grid size-4 shrink-0 phone:size-[18px]', className)}>
      <input
        type="checkbox"
        {...rest}
        ref={input => {
          if (input) input.indeterminate = indeterminate
        }}
        className="peer m-0 size-full cursor-pointer appearance-none rounded-4 border border-field bg-ground checked:border-accent-solid checked:bg-accent-solid indeterminate:border-accent-solid indeterminate:bg-accent-solid"
      />
      {indeterminate ? minus : check}
    </span>
  )
}
