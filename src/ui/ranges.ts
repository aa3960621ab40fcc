/** From and up to (not including), in UTF-16 code units. */
export type Range = readonly [from: number, to: number]

/** The text in pieces, marked where a range covers it. Ranges may overlap, be unsorted or reach over the end. */
export function splitAtRanges(
  text: string,
  ranges: readonly Range[],
): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const pieces: { text: string; isMarked: boolean }[] = []
  let at = 0
  const add = (to: number, isMarked: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isMarked })
    at = Math.max(at, to)
  }
  for (const [from, to] of merged(text, ranges)) {
    add(from, false)
    add(to, true)
  }
  add(text.length, false)
  return pieces
}

function merged(text: string, ranges: readonly Range[]): readonly Range[] {
  const result: [number, number][] = []
  const sorted = ranges
    .map(([from, to]) => [whole(text, from, 0), whole(text, to, 1)] as const)
    .filter(([from, to]) => from < to)
    .sort((one, other) => one[0] - other[0])
  for (const [from, to] of sorted) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

/** A position inside the text that does not cut a surrogate pair in two; `side` 0 goes back, 1 goes on. */
function whole(text: string, position: number, side: 0 | 1): number {
  const at = Math.max(0, Math.min(Math.trunc(position) || 0, text.length))
  const isInPair = at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff
  return isInPair ? at - 1 + 2 * side : at
}
