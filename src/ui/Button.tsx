import type { LucideIcon } from 'lucide-react'
import { type ComponentPropsWithRef, type MouseEvent, useId } from 'react'
import { announce } from './announce'
import { type ButtonVariant, buttonClass } from './buttonClass'
import { classes } from './classes'
import { Icon } from './Icon'
import { showTip, tipHandlers } from './tip'

export type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'disabled'> & {
  readonly variant?: ButtonVariant | undefined
  readonly size?: 'control' | 'square' | undefined
  readonly icon?: LucideIcon | undefined
  /** Why it cannot be used now. It stays in the tab order and says so. */
  readonly disabledReason?: string | undefined
  /** Something behind it is in force, e.g. a filter. */
  readonly tinted?: boolean | undefined
  /** Shown next to it on hover and focus; for a button without a word. */
  readonly tip?: string | undefined
}

export function Button({
  variant = 'plain',
  size = 'control',
  icon,
  disabledReason,
  tinted,
  tip,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const shown = disabledReason ?? tip
  return (
    <>
      <button
        type="button"
        {...rest}
        {...(shown ? tipHandlers(shown) : {})}
        {...(disabledReason
          ? {
              'aria-disabled': true,
              'aria-describedby': reasonId,
              onClick: (event: MouseEvent<HTMLElement>) => refuse(event, disabledReason),
            }
          : { onClick })}
        className={classes(buttonClass(variant, size, tinted), className)}
      >
        {icon && <Icon of={icon} />}
        {children}
      </button>
      {disabledReason && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </>
  )
}

/** Also keeps a submit button from submitting. Who pressed Enter in a field is not on the button that says why. */
function refuse(event: MouseEvent<HTMLElement>, reason: string) {
  event.preventDefault()
  event.stopPropagation()
  showTip(event.currentTarget, reason)
  announce(reason)
}
