import { fold } from './fold'

/** A part of a text: from `start` up to, not including, `end`, in UTF-16 units. */
export type Range = { readonly start: number; readonly end: number }

/**
 * Where folded words occur in the text as it is written: in order, never overlapping, never through a character.
 * @param words from `wordsOf`
 */
export function matchRanges(text: string, words: readonly string[]): readonly Range[] {
  // Most texts of a row have none, and where a letter came from need not be known then.
  const whole = fold(text)
  if (!words.some(word => whole.includes(word))) return []
  const folded = foldWithOrigins(text)
  const found = words.flatMap(word => occurrences(folded, word)).sort((a, b) => a.start - b.start)
  const merged: Range[] = []
  for (const range of found) {
    const last = merged.at(-1)
    if (last && range.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else merged.push(range)
  }
  return merged
}

type Folded = {
  readonly text: string
  /** For each unit of the folded text where the character it comes from starts and ends in the original. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

function foldWithOrigins(original: string): Folded {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let at = 0
  for (const character of original) {
    const folded = fold(character)
    const end = at + character.length
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at)
      ends.push(end)
    }
    // An accent of its own folds to nothing: it belongs to the letter before it, and is marked with it.
    if (folded === '' && ends.length > 0) {
      const letter = starts.at(-1)
      for (let unit = ends.length - 1; unit >= 0 && starts[unit] === letter; unit -= 1)
        ends[unit] = end
    }
    text += folded
    at = end
  }
  return { text, starts, ends }
}

function occurrences({ text, starts, ends }: Folded, word: string): Range[] {
  const ranges: Range[] = []
  if (word === '') return ranges
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const start = starts[at]
    const end = ends[at + word.length - 1]
    if (start !== undefined && end !== undefined) ranges.push({ start, end })
  }
  return ranges
}
