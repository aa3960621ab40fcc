import { classes } from './classes'
import { Highlight } from './Highlight'
import type { Range } from './ranges'
import { tipHandlers } from './tip'

/**
 * One line of text from elsewhere, cut with an ellipsis where it does not fit and then given in full on hover.
 * Where it stands alone in a cell, `focusable` gives the keyboard the same.
 */
export function CutText({
  text,
  ranges,
  focusable = false,
  className,
}: {
  readonly text: string
  readonly ranges?: readonly Range[] | undefined
  readonly focusable?: boolean | undefined
  readonly className?: string | undefined
}) {
  return (
    <span
      {...tipHandlers(element => (isCut(element) ? text : undefined))}
      tabIndex={focusable ? 0 : undefined}
      className={classes(
        'block min-w-0 truncate print:min-w-24 print:overflow-visible print:wrap-anywhere print:whitespace-normal',
        className,
      )}
    >
      <Highlight text={text} ranges={ranges} />
    </span>
  )
}

function isCut(element: HTMLElement): boolean {
  return element.scrollWidth > element.clientWidth
}
