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
}

/**
 * Positions in the order of a column: equals by name, then id, whichever way; those without a value last, whichever
 * way. A column that this provider does not have sorts nothing.
 * @param positions ascending
 */
export function sortPositions(store: Store, positions: Uint32Array, sort: Sort): Uint32Array {
  const asked = new Uint8Array(store.users.length)
  for (const position of positions) asked[position] = 1
  const codes = store.codes.get(sort.column)
  if (codes) return byCode(store, asked, positions.length, codes, sort.descending)
  const order = store.orders.get(sort.column)
  if (!order?.sorted) return positions
  const sorted = pick(order.sorted, asked, positions.length)
  return sort.descending ? descending(sorted, order) : sorted
}

/** A column by code: one place after the other for each code, filled in the order of names. */
function byCode(
  store: Store,
  asked: Uint8Array,
  size: number,
  codes: Codes,
  isDescending: boolean,
) {
  const { order, of } = codes
  const byName = pick(store.names.sorted ?? new Uint32Array(0), asked, size)
  if (!order.sorted) return byName
  const inOrder = isDescending ? descending(order.sorted, order) : order.sorted
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

/** Groups of equal keys from the last to the first, each as it was; the group without a key stays last. */
function descending(ascending: Uint32Array, { keys }: Order): Uint32Array {
  const turned = new Uint32Array(ascending.length)
  let end = ascending.length
  while (end > 0 && keys.isEmpty(ascending[end - 1] ?? 0)) end -= 1
  turned.set(ascending.subarray(end), end)
  let to = 0
  while (end > 0) {
    let start = end - 1
    while (start > 0 && keys.compare(ascending[start - 1] ?? 0, ascending[start] ?? 0) === 0)
      start -= 1
    turned.set(ascending.subarray(start, end), to)
    to += end - start
    end = start
  }
  return turned
}

function pick(sorted: Uint32Array, asked: Uint8Array, size: number): Uint32Array {
  const picked = new Uint32Array(size)
  let count = 0
  for (const position of sorted)
    if (asked[position] === 1) {
      picked[count] = position
      count += 1
    }
  return picked
}

function orderOf(store: Store, column: string): Order | undefined {
  return store.orders.get(column) ?? store.codes.get(column)?.order
}
