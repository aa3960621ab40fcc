import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import { Announcer } from './Announcer'
import { classes } from './classes'
import { nearby } from './nearby'
import { ScrollArea } from './ScrollArea'

const widths = { 640: 'max-w-[640px]', 760: 'max-w-[760px]', 840: 'max-w-[840px]' } as const

/**
 * A modal dialog, open as long as it is rendered. The focus goes to `focus`, else to the first field, else to the
 * first button, and returns to where it was, or near it where that is gone.
 */
export function Dialog({
  title,
  subtitle,
  width = 640,
  footer,
  fact,
  focus,
  children,
  onClose,
}: {
  readonly title: ReactNode
  readonly subtitle?: ReactNode | undefined
  readonly width?: keyof typeof widths | undefined
  /** Buttons, the verb last. */
  readonly footer?: ReactNode | undefined
  /** A short sentence at the left of the footer. */
  readonly fact?: ReactNode | undefined
  readonly focus?: RefObject<HTMLElement | null> | undefined
  /** Usually `DialogSection`s. */
  readonly children: ReactNode
  readonly onClose: () => void
}) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const first = useEffectEvent(() => focus?.current ?? startOf(dialog.current))

  // showModal and close have no declarative form; close gives the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current
    const near = nearby(document.activeElement)
    element?.showModal()
    first()?.focus()
    // Of what is longer than the window the beginning is read first, wherever the focus is.
    element?.querySelector('[data-scrolls]')?.scrollTo(0, 0)
    return () => {
      element?.close()
      // Whoever knows better where it belongs, a grid or the next dialog, comes first.
      queueMicrotask(() => {
        if (document.activeElement === document.body) near()?.focus()
      })
    }
  }, [])

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onKeyDown={closeOnEscape}
      // A second press of Android's back closes it whatever we say. Whoever agrees with that takes it away.
      onClose={() => {
        if (dialog.current?.open !== false) return
        dialog.current.showModal()
        onClose()
      }}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      className={classes(
        'm-auto hidden max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] flex-col overflow-hidden rounded-10 border border-edge bg-float text-text shadow-float backdrop:bg-scrim open:flex',
        '[--ground-hover:var(--float-hover)] [--ground:var(--float)]',
        'phone:mx-0 phone:mt-auto phone:mb-0 phone:w-full phone:max-w-none phone:rounded-b-none phone:border-x-0 phone:border-b-0',
        widths[width],
      )}
    >
      <header className="shrink-0 px-6 pt-4 pb-3 phone:px-4">
        <h2 id={titleId} className="text-16 font-semibold wrap-anywhere">
          {title}
        </h2>
        {subtitle && <p className="mt-0.5 text-13 text-text-2 wrap-anywhere">{subtitle}</p>}
      </header>
      <ScrollArea label="Details" className="min-h-0 flex-auto">
        {children}
      </ScrollArea>
      {footer && (
        <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-hairline bg-quiet px-6 py-3 phone:flex-col-reverse phone:items-stretch phone:px-4 phone:has-[>button:nth-of-type(4)]:flex-row phone:has-[>button:nth-of-type(4)]:flex-wrap-reverse phone:[&>*]:grow">
          {fact && (
            <div className="mr-auto min-w-0 text-13 text-text-3 phone:w-full phone:shrink-0">
              {fact}
            </div>
          )}
          {footer}
        </footer>
      )}
      <Announcer />
    </dialog>
  )
}

function startOf(dialog: HTMLElement | null): HTMLElement | null | undefined {
  return (
    dialog?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select') ??
    dialog?.querySelector<HTMLElement>('footer button')
  )
}
