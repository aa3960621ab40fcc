import { formatCount, formatNumber } from '../ui/number'
import type { Matches } from './match'
import type { Place, Placed } from './standing'

export const outcomes = ['found', 'inactive', 'blocked', 'several', 'notFound', 'notKnown'] as const
export type Outcome = (typeof outcomes)[number]

export function outcomeOf({ cell, standing }: Place): Outcome {
  if (cell.outcome !== 'found') return cell.outcome
  switch (standing?.state) {
    case 'inactive':
    case 'blocked':
      return standing.state
    case 'ready':
    case undefined:
      return 'found'
  }
}

export const outcomeWords = {
  found: 'found',
  inactive: 'already inactive',
  blocked: 'blocked',
  several: 'to choose',
  notFound: 'not found',
  notKnown: 'not known',
} as const satisfies Record<Outcome, string>

/** "14 lines: 12 people, 2 said more than once · 3 lines name nobody" */
export function listWords({ people, nobody }: Matches): string {
  const lines = new Set([
    ...people.flatMap(({ entry }) => entry.lines),
    ...nobody.map(({ line }) => line),
  ])
  const again = people.filter(({ entry }) => entry.lines.length > 1).length
  return [
    `${formatCount(lines.size, 'line')}: ${formatCount(people.length, 'person', 'people')}${again > 0 ? `, ${formatNumber(again)} said more than once` : ''}`,
    ...(nobody.length > 0
      ? [`${formatCount(nobody.length, 'line')} ${nobody.length === 1 ? 'names' : 'name'} nobody`]
      : []),
  ].join(' · ')
}

/** "5 found, 1 already inactive" */
export function connectionWords(placed: readonly Placed[], index: number): string {
  const counts = countsOf(placed, index)
  return outcomes
    .filter(outcome => counts[outcome] > 0)
    .map(outcome => `${formatNumber(counts[outcome])} ${outcomeWords[outcome]}`)
    .join(', ')
}

function countsOf(placed: readonly Placed[], index: number): Readonly<Record<Outcome, number>> {
  const counts = { found: 0, inactive: 0, blocked: 0, several: 0, notFound: 0, notKnown: 0 }
  for (const { places } of placed) {
    const place = places[index]
    // Who was named before is counted there.
    if (place && !(place.cell.outcome === 'found' && place.cell.sameAs !== undefined))
      counts[outcomeOf(place)] += 1
  }
  return counts
}
