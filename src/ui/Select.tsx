import type { ComponentPropsWithRef } from 'react'
import { classes } from './classes'

export type SelectOption = { readonly value: string; readonly label: string }

/** One of a few, as the platform shows it. */
export function Select({
  options,
  className,
  ...rest
}: Omit<ComponentPropsWithRef<'select'>, 'children'> & {
  readonly options: readonly SelectOption[]
}) {
  return (
    <select
      {...rest}
      className={classes(
        'block h-8 w-full min-w-0 rounded-6 border border-field bg-ground px-2 text-14 text-text aria-invalid:border-red phone:h-10 phone:text-16',
        className,
      )}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
