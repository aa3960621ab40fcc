import type { Codes } from './codes'
import type { Directory } from './directory'
import type { Order } from './order'
import { inSlices } from './slices'
import type { Store } from './store'

export type Sort = { readonly column: string; readonly descending: boolean }

/** Whether a view can be sorted so at once, or only by `prepareSort`. */
export function isSorted({ store }: Directory, sort: Sort | undefined): boolean {
  const order = sort && orderOf(store, sort.column)
  return order === undefined || order.sorted !== undefined
}

/** By order, so that two who ask share the work. */
const preparing = new WeakMap<Order, Promise<unknown>>()

/** Sorts a column in slices between which input and paint have their turn; kept sorted from then on. */
export async function prepareSort({ store }: Directory, column: string): Promise<void> {
  const order = orderOf(store, column)
  while (order && order.sorted === undefined) {
    const running = preparing.get(order)
    if (running) await running
    else {
      const run = inSlices(order.build()).finally(() => preparing.delete(order))
      preparing.set(order, run)
      await run
    }
  }
  if (order?.sorted) turned(order.sorted, order)
  const codes = store.codes.get(column)
  if (codes?.order.sorted) everybodyByCode(store, codes, false)
}

/**
 * Positions in the order of a column: equals by name, then id, whichever way; those without a value last, whichever
 * way. A column that this provider does not have sorts nothing.
 * @param positions ascending
 */
export function sortPositions(store: Store, positions: Uint32Array, sort: Sort): Uint32Array {
  const codes = store.codes.get(sort.column)
  const order = store.orders.get(sort.column)
  const choose = chooser(store, positions)
  if (codes?.order.sorted)
    return positions.length === store.names.sorted?.length
      ? everybodyByCode(store, codes, sort.descending)
      : byCode(choose(store.names.sorted), inOrderOf(codes, sort.descending), codes)
  if (!order?.sorted) return positions
  return choose(sort.descending ? turned(order.sorted, order) : order.sorted)
}

/** Takes the asked ones out of a list of all positions, in its order. */
function chooser(store: Store, asked: Uint32Array) {
  return (all: Uint32Array = asked): Uint32Array => {
    if (asked.length === all.length) return all
    const isAsked = new Uint8Array(store.users.length)
    for (const position of asked) isAsked[position] = 1
    const chosen = new Uint32Array(asked.length)
    let count = 0
    for (const position of all)
      if (isAsked[position] === 1) {
        chosen[count] = position
        count += 1
      }
    return chosen
  }
}

/** The whole list by the columns that were asked for, as long as it stays as it is. */
const whole = new WeakMap<
  Store,
  { readonly version: number; readonly sorted: Map<Uint32Array, Uint32Array> }
>()

function everybodyByCode(store: Store, codes: Codes, descending: boolean): Uint32Array {
  const kept = whole.get(store)
  const current =
    kept?.version === store.version ? kept : { version: store.version, sorted: new Map() }
  whole.set(store, current)
  const inOrder = inOrderOf(codes, descending)
  const known = current.sorted.get(inOrder)
  const sorted = known ?? byCode(store.names.sorted ?? new Uint32Array(0), inOrder, codes)
  current.sorted.set(inOrder, sorted)
  return sorted
}

function inOrderOf({ order }: Codes, descending: boolean): Uint32Array {
  const ascending = order.sorted ?? new Uint32Array(0)
  return descending ? turned(ascending, order) : ascending
}

/** A column by code: one place after the other for each code, filled in the order of names. */
function byCode(byName: Uint32Array, inOrder: Uint32Array, { order, of }: Codes): Uint32Array {
  const rank = ranks(inOrder, order)
  const places = new Uint32Array(inOrder.length + 1)
  for (const position of byName) {
    const next = (rank[of[position] ?? 0] ?? 0) + 1
    places[next] = (places[next] ?? 0) + 1
  }
  for (let at = 1; at < places.length; at += 1)
    places[at] = (places[at] ?? 0) + (places[at - 1] ?? 0)
  const sorted = new Uint32Array(byName.length)
  for (const position of byName) {
    const at = rank[of[position] ?? 0] ?? 0
    const place = places[at] ?? 0
    sorted[place] = position
    places[at] = place + 1
  }
  return sorted
}

/** By code: the place of its key, the same for equal keys. */
function ranks(inOrder: Uint32Array, { keys }: Order): Uint32Array {
  const rank = new Uint32Array(inOrder.length)
  let last: number | undefined
  let at = -1
  for (const code of inOrder) {
    if (last === undefined || keys.compare(last, code) !== 0) at += 1
    rank[code] = at
    last = code
  }
  return rank
}

const turnedOnes = new WeakMap<Uint32Array, Uint32Array>()

/** Groups of equal keys from the last to the first, each as it was; the group without a key stays last. */
function turned(ascending: Uint32Array, { keys }: Order): Uint32Array {
  const known = turnedOnes.get(ascending)
  if (known) return known
  const all = new Uint32Array(ascending.length)
  let end = ascending.length
  while (end > 0 && keys.isEmpty(ascending[end - 1] ?? 0)) end -= 1
  all.set(ascending.subarray(end), end)
  let to = 0
  while (end > 0) {
    let start = end - 1
    while (start > 0 && keys.compare(ascending[start - 1] ?? 0, ascending[start] ?? 0) === 0)
      start -= 1
    all.set(ascending.subarray(start, end), to)
    to += end - start
    end = start
  }
  turnedOnes.set(ascending, all)
  return all
}

function orderOf(store: Store, column: string): Order | undefined {
  return store.orders.get(column) ?? store.codes.get(column)?.order
}
