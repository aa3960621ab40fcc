import type { Codes } from './codes'
import type { Store } from './store'
import type { Counts, ViewQuery } from './view'

type Facet = {
  readonly codes: Codes
  /** By code: 1 where the filter lets the list through; `undefined`: nothing is chosen. */
  readonly lets: Uint8Array | undefined
  /** By code: how many there are, this facet's own filter left out. */
  readonly counts: Uint32Array
}

/**
 * Who passes filters and flags; and, counted when first asked for, how many there would be for each option. One look
 * at each user is enough: who fails exactly one filter counts for the options of that filter, who fails more for none.
 * @param found positions, ascending
 */
export function narrow(
  store: Store,
  found: Uint32Array,
  query: Pick<ViewQuery, 'filters' | 'flags'>,
): { readonly passing: Uint32Array; readonly counts: () => Counts } {
  const facets = facetsOf(store, query.filters)
  const filters = [...facets.values()].filter(facet => facet.lets)
  const flags = flagBits(store, query.flags)
  const passing =
    filters.length === 0 && flags === 0 ? found : sift(found, filters, store.flagged, flags)
  let counted: Counts | undefined
  const counts = () => {
    counted ??= countAll(store, facets, passing)
    return counted
  }
  return { passing, counts }
}

function countAll(store: Store, facets: ReadonlyMap<string, Facet>, passing: Uint32Array): Counts {
  for (const facet of facets.values()) tally(facet, passing)
  return {
    lists: new Map([...facets].map(([column, facet]) => [column, facet.counts])),
    flags: store.shape.flags.map((_, flag) => countFlag(store.flagged, passing, flag)),
  }
}

function facetsOf(store: Store, chosen: ViewQuery['filters']): ReadonlyMap<string, Facet> {
  const facets = new Map<string, Facet>()
  for (const column of store.shape.columns) {
    const codes = store.codes.get(column.id)
    if (column.filter === undefined || !codes) continue
    const values = chosen[column.id] ?? []
    const lets = values.length > 0 ? letting(codes, new Set(values)) : undefined
    facets.set(column.id, { codes, lets, counts: new Uint32Array(codes.lists.length) })
  }
  return facets
}

/** `''` lets those through who have no value. */
function letting(codes: Codes, values: ReadonlySet<string>): Uint8Array {
  const none = values.has('')
  return Uint8Array.from(codes.lists, list =>
    (none && list.length === 0) || list.some(value => values.has(value)) ? 1 : 0,
  )
}

/** Those who pass; who fails one filter only is counted there. */
function sift(found: Uint32Array, filters: readonly Facet[], flagged: Uint32Array, flags: number) {
  const passing = new Uint32Array(found.length)
  let count = 0
  for (const position of found) {
    if ((flags & ~(flagged[position] ?? 0)) !== 0) continue
    let failed: Facet | undefined
    let fails = 0
    for (const filter of filters) {
      if (filter.lets?.[filter.codes.of[position] ?? 0] === 1) continue
      failed = filter
      fails += 1
    }
    if (fails === 1 && failed) add(failed.counts, failed.codes.of[position] ?? 0)
    if (fails > 0) continue
    passing[count] = position
    count += 1
  }
  return passing.slice(0, count)
}

function tally({ codes: { of }, counts }: Facet, passing: Uint32Array): void {
  for (const position of passing) add(counts, of[position] ?? 0)
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

function countFlag(flagged: Uint32Array, passing: Uint32Array, flag: number): number {
  const bit = 1 << flag
  let count = 0
  for (const position of passing) if (((flagged[position] ?? 0) & bit) !== 0) count += 1
  return count
}

/** A flag this provider does not have is no flag. */
function flagBits(store: Store, ids: readonly string[]): number {
  let bits = 0
  for (const [index, flag] of store.shape.flags.entries())
    if (ids.includes(flag.id)) bits |= 1 << index
  return bits
}
