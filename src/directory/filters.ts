import { type Column, kinds, statuses } from '../providers/provider'
import type { Codes } from './codes'
import { partOf } from './directory'
import { fold } from './fold'
import type { Store } from './store'
import type { View } from './view'

export type FilterOption = {
  /** `''`: those without any. */
  readonly value: string
  /** How many would be listed with this one chosen, everything else as it is. */
  readonly count: number
  readonly chosen: boolean
}

/**
 * What a column can be filtered by: every value somebody has, and what is chosen; the most frequent first, status and
 * kind in their own order, those without any last. "Without any" is not offered before the column is known of
 * everybody: it would be a guess.
 */
export function filterOptions(view: View, column: Column): readonly FilterOption[] {
  const { store } = view.directory
  const codes = store.codes.get(column.id)
  const matching = view.counts().lists.get(column.id)
  if (!codes || !matching) return []
  const chosen = new Set(view.query.filters[column.id])
  const counts = new Map([...chosen].map(value => [value, 0]))
  for (const [code, total] of totals(store, codes).entries()) {
    if (total === 0) continue
    const list = codes.lists[code] ?? []
    for (const value of new Set(list.length > 0 ? list : ['']))
      counts.set(value, (counts.get(value) ?? 0) + (matching[code] ?? 0))
  }
  if (partOf(view.directory, column).state !== 'known' && !chosen.has('')) counts.delete('')
  return [...counts]
    .map(([value, count]) => ({ value, count, chosen: chosen.has(value) }))
    .sort(inOrderOf(column))
}

/** How many would be listed with a flag set, everything else as it is. */
export function flagCount(view: View, flag: string): number {
  const index = view.directory.store.shape.flags.findIndex(one => one.id === flag)
  return view.counts().flags[index] ?? 0
}

/** By code: how many have the list at all. */
function totals({ present, users }: Store, codes: Codes): Uint32Array {
  const counts = new Uint32Array(codes.lists.length)
  for (let position = 0; position < users.length; position += 1) {
    const code = codes.of[position] ?? 0
    if (present[position] === 1) counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

type Compare = (a: FilterOption, b: FilterOption) => number

function inOrderOf(column: Column): Compare {
  switch (column.type) {
    case 'status':
      return byPlace(statuses)
    case 'kind':
      return byPlace(kinds)
    case 'text':
    case 'list':
    case 'date':
      return byCount
  }
}

const byPlace =
  (values: readonly string[]): Compare =>
  (a, b) =>
    values.indexOf(a.value) - values.indexOf(b.value)

const byCount: Compare = (a, b) =>
  Number(a.value === '') - Number(b.value === '') ||
  b.count - a.count ||
  (fold(a.value) < fold(b.value) ? -1 : 1)
