import { matchRanges } from '../directory/match'
import { classes } from '../ui/classes'
import { Highlight } from '../ui/Highlight'

/** One line of text from elsewhere with what was searched for marked; cut where it does not fit. */
export function MarkedText({
  text,
  words,
  className,
}: {
  readonly text: string
  /** Folded words of the search. */
  readonly words: readonly string[]
  readonly className?: string
}) {
  const ranges =
    words.length === 0
      ? []
      : matchRanges(text, words).map(({ start, end }) => [start, end] as const)
  return (
    <span className={classes('block min-w-0 truncate', className)}>
      {/* Most cells have nothing marked, and all of them are drawn with every letter. */}
      {ranges.length === 0 ? <bdi>{text}</bdi> : <Highlight text={text} ranges={ranges} />}
    </span>
  )
}
