import { ChevronDown, type LucideIcon, X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from './Button'
import { Floating } from './Floating'
import { Icon } from './Icon'
import { IconButton } from './IconButton'

/**
 * A button and the panel it opens. `count` says how many choices are in force: the button is tinted and its name
 * becomes "Role, 6 chosen" for assistive technology.
 */
export function Popover({
  label,
  count = 0,
  icon,
  variant,
  align,
  panelLabel = label,
  children,
}: {
  readonly label: string
  readonly count?: number | undefined
  readonly icon?: LucideIcon | undefined
  readonly variant?: 'plain' | 'bare' | undefined
  readonly align?: 'start' | 'end' | undefined
  readonly panelLabel?: string | undefined
  /** The panel; a function gets what closes it. */
  readonly children: ReactNode
}) {
  const [anchor, setAnchor] = useState<HTMLElement>()
  const countId = useId()
  const close = () => setAnchor(undefined)
  const leave = () => {
    anchor?.focus()
    close()
  }
  return (
    <>
      <Button
        icon={icon}
        variant={variant}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        aria-describedby={count > 0 ? countId : undefined}
        tinted={count > 0}
        onClick={event => setAnchor(anchor ? undefined : event.currentTarget)}
      >
        {label}
        {count > 0 && (
          <span aria-hidden="true" className="font-semibold">
            {count}
          </span>
        )}
        {variant !== 'bare' && <Icon of={ChevronDown} />}
      </Button>
      {count > 0 && (
        <span id={countId} hidden>
          {count} chosen
        </span>
      )}
      {anchor && (
        <Floating anchor={anchor} align={align} onClose={close} className="w-72">
          <Panel label={panelLabel} onClose={leave}>
            {children}
          </Panel>
        </Floating>
      )}
    </>
  )
}

const focusable = 'input, button, select, textarea, a[href], [tabindex="0"]'

function Panel({
  label,
  children,
  onClose,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly onClose: () => void
}) {
  const panel = useRef<HTMLDivElement>(null)
  // The focus goes in once the panel is shown.
  useEffect(() => {
    const all = panel.current?.querySelectorAll<HTMLElement>(focusable) ?? []
    const first = [...all].find(element => element.checkVisibility())
    const start = first ?? panel.current
    start?.focus()
  }, [])
  return (
    <div ref={panel} role="dialog" aria-label={label} tabIndex={-1} className="p-2 outline-none">
      <div className="hidden items-center justify-between pb-1 pl-2 phone:flex">
        <span className="font-semibold">{label}</span>
        <IconButton icon={X} aria-label="Close" onClick={onClose} />
      </div>
      {children}
    </div>
  )
}
