import type { ComponentPropsWithRef } from 'react'
import { classes } from './classes'

export function TextArea({ className, ...rest }: ComponentPropsWithRef<'textarea'>) {
  return (
    <textarea
      rows={3}
      {...rest}
      className={classes(
        'block w-full min-w-0 rounded-6 border border-field bg-ground px-2.5 py-1.5 text-14 text-text placeholder:text-text-3 aria-invalid:border-red phone:text-16',
        className,
      )}
    />
  )
}
