import { type ReactNode, useId } from 'react'
import { classes } from './classes'

export type FieldControl = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label, hint and error around one control: `<Field label="Reason">{props => <TextInput {...props} />}</Field>`. */
export function Field({
  label,
  aside,
  hint,
  error,
  className,
  children,
}: {
  readonly label: string
  /** Quiet words after the label, e.g. "optional, kept on the receipt". */
  readonly aside?: string | undefined
  readonly hint?: ReactNode | undefined
  readonly error?: string | undefined
  readonly className?: string | undefined
  readonly children: (control: FieldControl) => ReactNode
}) {
  const id = useId()
  const described = [aside && `${id}a`, hint && `${id}h`, error && `${id}e`].filter(Boolean)
  return (
    <div className={classes('min-w-0', className)}>
      <div className="mb-1 text-12 text-text-3">
        <label htmlFor={id} className="font-medium text-text-2">
          {label}
        </label>
        {aside && <span id={`${id}a`}> {aside}</span>}
      </div>
      {children({
        id,
        'aria-describedby': described.join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={`${id}h`} className="mt-1 text-12 text-text-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}e`} className="mt-1 text-12 text-red">
          {error}
        </p>
      )}
    </div>
  )
}
