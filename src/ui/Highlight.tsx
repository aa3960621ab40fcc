import { type Range, splitAtRanges } from './ranges'

/** Text from elsewhere, isolated from its surroundings, with what was searched for marked. */
export function Highlight({
  text,
  ranges = [],
}: {
  readonly text: string
  readonly ranges?: readonly Range[] | undefined
}) {
  if (ranges.length === 0) return <bdi>{text}</bdi>
  return (
    <bdi>
      {splitAtRanges(text, ranges).map((piece, index) =>
        piece.isMarked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity
          <mark key={index}>{piece.text}</mark>
        ) : (
          piece.text
        ),
      )}
    </bdi>
  )
}
