import { type ReactNode, useEffect, useRef, useState } from 'react'
import { classes } from './classes'

/** Scrolls where it has to, and then can be reached and scrolled from the keyboard. */
export function ScrollArea({
  label,
  className,
  children,
}: {
  /** Names it while it scrolls. */
  readonly label: string
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  const area = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  // Whether content fits is known to the layout alone.
  useEffect(() => {
    const element = area.current
    const content = element?.firstElementChild
    if (!element || !content) return
    const observer = new ResizeObserver(() =>
      setScrolls(
        element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth,
      ),
    )
    observer.observe(element)
    observer.observe(content)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={area}
      data-scrolls
      {...(scrolls ? { role: 'group', 'aria-label': label, tabIndex: 0 } : {})}
      className={classes(
        // What comes in later does not push the beginning out of sight.
        'relative overflow-auto overscroll-contain -outline-offset-2 [overflow-anchor:none] print:overflow-visible',
        className,
      )}
    >
      <div>{children}</div>
    </div>
  )
}
