import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from 'react'
import { classes } from './classes'
import { place } from './place'

/**
 * What menus and filter panels float on: in the top layer next to its anchor; on a phone a sheet from below. It is
 * a manual popover because `auto` closes on the press on its own button, whose click then opens it again.
 */
export function Floating({
  anchor,
  align = 'start',
  className,
  children,
  onClose,
}: {
  readonly anchor: HTMLElement
  readonly align?: 'start' | 'end' | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
  readonly onClose: () => void
}) {
  const layer = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)

  function position() {
    const box = panel.current
    if (!box || !layer.current) return
    box.style.removeProperty('--room')
    const { left, top, room } = place(
      anchor.getBoundingClientRect(),
      { width: box.offsetWidth, height: box.scrollHeight + box.offsetHeight - box.clientHeight },
      { width: document.documentElement.clientWidth, height: window.innerHeight },
      align,
    )
    layer.current.style.setProperty('--left', `${left}px`)
    layer.current.style.setProperty('--top', `${top}px`)
    box.style.setProperty('--room', `${room}px`)
  }

  const reposition = useEffectEvent(position)
  const pressOutside = useEffectEvent((event: PointerEvent) => {
    if (!(event.target instanceof Node)) return
    if (!layer.current?.contains(event.target) && !anchor.contains(event.target)) close()
  })
  const scroll = useEffectEvent((event: Event) => {
    if (!(event.target instanceof Node && layer.current?.contains(event.target))) reposition()
  })

  // The popover API, measuring and page-wide listeners have no declarative form.
  useLayoutEffect(() => {
    layer.current?.showPopover()
    reposition()
  }, [])
  useEffect(() => {
    const stop = new AbortController()
    document.addEventListener('pointerdown', e => pressOutside(e), { signal: stop.signal })
    document.addEventListener('scroll', e => scroll(e), { signal: stop.signal, capture: true })
    window.addEventListener('resize', () => reposition(), { signal: stop.signal })
    return () => stop.abort()
  }, [])

  function close() {
    if (layer.current?.contains(document.activeElement)) anchor.focus()
    onClose()
  }

  function closeWhenLeft(event: FocusEvent) {
    const to = event.relatedTarget
    if (to instanceof Node && !layer.current?.contains(to) && !anchor.contains(to)) onClose()
  }

  function closeOnEscape(event: KeyboardEvent) {
    // A dialog in it was closed by it already.
    if (event.key !== 'Escape' || event.defaultPrevented) return
    // Not further: a dialog around it stays open.
    event.preventDefault()
    event.stopPropagation()
    close()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the scrim of the sheet; Escape does the same from the keyboard
    <div
      ref={layer}
      popover="manual"
      data-floating=""
      className="fixed top-(--top) left-(--left) m-0 overflow-visible bg-transparent opacity-100 transition-opacity starting:opacity-0 phone:inset-0 phone:size-full phone:bg-scrim"
      onKeyDown={closeOnEscape}
      onBlur={closeWhenLeft}
      onClick={event => event.target === layer.current && close()}
    >
      <div
        ref={panel}
        className={classes(
          'overflow-y-auto overscroll-contain rounded-10 border border-edge bg-float text-13 text-text shadow-float [--ground-hover:var(--float-hover)] [--ground:var(--float)]',
          'max-h-(--room) phone:absolute phone:inset-x-0 phone:bottom-0 phone:max-h-[85dvh] phone:w-full phone:rounded-b-none phone:border-x-0 phone:border-b-0',
          className,
        )}
      >
        {children}
      </div>
    </div>
  )
}
