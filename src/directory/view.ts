import type { User } from '../providers/provider'
import type { Directory } from './directory'
import { narrow } from './narrow'
import { search } from './search'
import { isSorted, type Sort, sortPositions } from './sort'

/** What is asked of the list. The URL of the page holds it. */
export type ViewQuery = {
  readonly search: string
  /** Chosen values by column id: one of them must hold. `''` chooses those without any. Status and kind by their names. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** Ids of flags; all of them must hold. */
  readonly flags: readonly string[]
  /** `undefined`: in the order in which they came. */
  readonly sort: Sort | undefined
}

/** Who matches, in order. It stays right when the directory goes on: take a new one to see what is new. */
export type View = {
  readonly directory: Directory
  /** With the order that the list is in, which is another one than asked for while that is `pending`. */
  readonly query: ViewQuery
  readonly size: number
  /** For `userAt` and `rowOf`; positions are the index's own. */
  readonly positions: Uint32Array
  /** How many have each value, flag: for `filters.ts`. Counted when first asked for. */
  readonly counts: () => Counts
  /** `pending`: the column asked for is not sorted yet, so it is by name; `prepareSort` sorts it. */
  readonly order: 'asked' | 'pending'
}

/** How many would be listed with an option, as search and all other filters stand. */
export type Counts = {
  /** By column id, then by the number of a value list. */
  readonly lists: ReadonlyMap<string, Uint32Array>
  /** By flag, in the provider's order. */
  readonly flags: readonly number[]
}

const byName: Sort = { column: 'name', descending: false }

export function viewOf(directory: Directory, query: ViewQuery): View {
  const { store } = directory
  const found = search(store, query.search)
  const { passing, counts } = narrow(store, found, query)
  const order = isSorted(directory, query.sort) ? 'asked' : 'pending'
  const sort = order === 'asked' ? query.sort : byName
  const positions = sort ? sortPositions(store, passing, sort) : passing
  const size = positions.length
  return { directory, query: { ...query, sort }, size, positions, counts, order }
}

export function userAt(view: View, row: number): User | undefined {
  const position = view.positions[row]
  return position === undefined ? undefined : view.directory.store.users[position]
}

/** -1: not in this view. */
export function rowOf(view: View, id: string): number {
  const position = view.directory.store.positions.get(id)
  return position === undefined ? -1 : view.positions.indexOf(position)
}

/** From `start` up to, not including, `end`; all of them where neither is given. */
export function usersOf(view: View, start = 0, end = view.size): readonly User[] {
  const users = view.directory.store.users
  return Array.from(view.positions.subarray(start, end)).flatMap(position => users[position] ?? [])
}
