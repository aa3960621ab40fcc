import type { ComponentPropsWithRef } from 'react'
import { classes } from './classes'

export function TextInput({ className, ...rest }: ComponentPropsWithRef<'input'>) {
  return (
    <input
      type="text"
      {...rest}
      className={classes(
        'block h-8 w-full min-w-0 rounded-6 border border-field bg-ground px-2.5 text-14 text-text placeholder:text-text-3 aria-invalid:border-red phone:h-10 phone:text-16',
        className,
      )}
    />
  )
}
