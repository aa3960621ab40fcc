import { type ReactNode, useEffect, useRef } from 'react'
import type { Session } from '../session/session'
import { Floating } from '../ui/Floating'

export type PanelProps = {
  readonly label: string
  readonly current: Session | undefined
  readonly anchor: HTMLElement
  /** The focus goes back to the button. */
  readonly close: () => void
  /** The focus is elsewhere already. */
  readonly onClose: () => void
  readonly onCommands: () => void
  readonly onShortcuts: () => void
}

/** What a button of the top bar opens below it. */
export function Panel({
  label,
  anchor,
  align,
  onClose,
  children,
}: Pick<PanelProps, 'label' | 'anchor' | 'onClose'> & {
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}) {
  return (
    <Floating anchor={anchor} align={align} onClose={onClose} className="w-72 p-1">
      <Content label={label}>{children}</Content>
    </Floating>
  )
}

function Content({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null)
  // The focus goes in once it is shown; showing is Floating's layout effect.
  useEffect(() => {
    content.current?.querySelector<HTMLElement>('a[href], button, input')?.focus()
  }, [])
  return (
    <div ref={content} role="dialog" aria-label={label}>
      {children}
    </div>
  )
}
