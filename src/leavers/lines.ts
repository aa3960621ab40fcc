import { fold, wordsOf } from '../directory/fold'
import { formatNumber } from '../ui/number'
import type { Sentence } from './parse'
import type { Placed } from './standing'
import { type Outcome, outcomeOf, outcomes, outcomeWords } from './totals'

/** A row of the table: somebody, or a line that names nobody. */
export type Line =
  | { readonly line: number | undefined; readonly placed: Placed }
  | { readonly line: number; readonly sentence: Sentence }

export type Filter = 'all' | 'nobody' | Outcome

/** In the order in which they were pasted. */
export function linesOf(
  placed: readonly Placed[],
  sentences: readonly Sentence[],
): readonly Line[] {
  return [
    ...placed.map(one => ({ line: one.match.entry.lines[0] ?? 0, placed: one })),
    ...sentences.map(sentence => ({ line: sentence.line, sentence })),
  ].sort((one, other) => one.line - other.line)
}

/** What can be looked at by itself, with how many lines there are of it. */
export function filtersOf(lines: readonly Line[]) {
  const hasOutcome = (outcome: Outcome) => (line: Line) =>
    'placed' in line && line.placed.places.some(place => outcomeOf(place) === outcome)
  const all: readonly { id: Filter; label: string; test: (line: Line) => boolean }[] = [
    { id: 'all', label: 'Everything', test: () => true },
    ...outcomes.map(outcome => {
      const words = outcomeWords[outcome]
      const label = words.charAt(0).toUpperCase() + words.slice(1)
      return { id: outcome, label, test: hasOutcome(outcome) }
    }),
    { id: 'nobody', label: 'Names nobody', test: line => 'sentence' in line },
  ]
  return all
    .map(filter => ({ ...filter, count: lines.filter(filter.test).length }))
    .filter(({ id, count }) => id === 'all' || count > 0)
    .map(({ id, label, test, count }) => ({ id, test, label: `${label} (${formatNumber(count)})` }))
}

const haystacks = new WeakMap<Line, string>()

function haystackOf(line: Line): string {
  const known = haystacks.get(line)
  if (known !== undefined) return known
  const texts =
    'placed' in line
      ? [
          line.placed.match.entry.text,
          ...line.placed.places.flatMap(({ cell }) =>
            cell.outcome === 'found'
              ? [cell.user.name, ...cell.user.emails, cell.user.id]
              : cell.outcome === 'several'
                ? cell.users.flatMap(({ name, emails, id }) => [name, ...emails, id])
                : [],
          ),
        ]
      : [line.sentence.text]
  const haystack = fold(texts.join('\n'))
  haystacks.set(line, haystack)
  return haystack
}

/** Those of which what was pasted and who was found has every word. */
export function searched(lines: readonly Line[], search: string): readonly Line[] {
  const words = wordsOf(search)
  return words.length === 0
    ? lines
    : lines.filter(line => words.every(word => haystackOf(line).includes(word)))
}
