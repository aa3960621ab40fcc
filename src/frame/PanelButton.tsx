import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Floating } from '../ui/Floating'

/** A button of the top bar and the panel below it. */
export function PanelButton({
  label,
  align,
  className,
  face,
  children,
}: {
  /** Names the panel, and the button where its face has no words. */
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly className?: string
  readonly face: ReactNode
  readonly children: (close: () => void) => ReactNode
}) {
  const [anchor, setAnchor] = useState<HTMLElement>()
  return (
    <>
      <button
        type="button"
        aria-label={label}
        aria-expanded={anchor !== undefined}
        className={className}
        onClick={event => setAnchor(anchor ? undefined : event.currentTarget)}
      >
        {face}
      </button>
      {anchor && (
        <Floating
          anchor={anchor}
          align={align}
          onClose={() => setAnchor(undefined)}
          className="w-72 p-1"
        >
          <Panel label={label}>
            {children(() => {
              anchor.focus()
              setAnchor(undefined)
            })}
          </Panel>
        </Floating>
      )}
    </>
  )
}

function Panel({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null)
  // The focus goes in once it is shown; showing is Floating's layout effect.
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('a[href], button, input')?.focus()
  }, [])
  return (
    <div ref={panel} role="dialog" aria-label={label}>
      {children}
    </div>
  )
}
