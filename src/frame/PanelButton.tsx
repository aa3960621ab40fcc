import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import type { Session } from '../session/session'
import type { PanelProps } from './Panel'

/** A button of the top bar; the code of its panel is fetched when the page is there. */
export function PanelButton({
  label,
  current,
  className,
  face,
  panel,
  onCommands = () => {},
  onShortcuts = () => {},
}: {
  /** Names the panel, and the button where its face has no words. */
  readonly label: string
  readonly current: Session | undefined
  readonly className?: string
  readonly face: ReactNode
  readonly panel: () => Promise<ComponentType<PanelProps>>
  readonly onCommands?: () => void
  readonly onShortcuts?: () => void
}) {
  const [anchor, setAnchor] = useState<HTMLElement>()
  const [loaded, setLoaded] = useState<{ readonly Panel: ComponentType<PanelProps> }>()
  const isOpen = anchor !== undefined
  useEffect(() => {
    if (loaded) return
    const load = () => {
      // What does not arrive now is tried again by the next press.
      panel().then(
        Panel => setLoaded({ Panel }),
        () => setAnchor(undefined),
      )
    }
    const timer = setTimeout(load, isOpen ? 0 : 1_000)
    return () => clearTimeout(timer)
  }, [panel, loaded, isOpen])
  return (
    <>
      <button
        type="button"
        aria-label={label}
        aria-expanded={isOpen}
        className={className}
        onClick={event => setAnchor(isOpen ? undefined : event.currentTarget)}
      >
        {face}
      </button>
      {anchor && loaded && (
        <loaded.Panel
          label={label}
          current={current}
          anchor={anchor}
          close={() => {
            anchor.focus()
            setAnchor(undefined)
          }}
          onClose={() => setAnchor(undefined)}
          onCommands={onCommands}
          onShortcuts={onShortcuts}
        />
      )}
    </>
  )
}
