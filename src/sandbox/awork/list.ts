import type { AworkContext } from './env'
import { problem } from './errors'
import { compile, order, QueryError } from './filter'

/** "maximum 1000"; the documented defaults contradict each other (10 and 1000). https://developers.awork.com/pagination */
const maximumPageSize = 1000
const defaultPageSize = 10

/** A page of a list: a bare array, with the numbers in headers. `toWire` is called for no more than is needed. */
export function page<Thing>(
  c: AworkContext,
  things: readonly Thing[],
  toWire: (thing: Thing) => object,
): Response {
  const number = whole(c.req.query('page'), 1)
  const size = whole(c.req.query('pageSize'), defaultPageSize)
  if (number === undefined || size === undefined) {
    return problem(c, 'validation-failed', 'The page and its size are whole numbers from 1.')
  }
  const pageSize = Math.min(size, maximumPageSize)
  const start = (number - 1) * pageSize
  const [filter, orderBy] = [c.req.query('filterby'), c.req.query('orderby')]
  try {
    const asked = filter ? arranged(things.map(toWire), filter, orderBy) : undefined
    const inOrder = orderBy ? placesOf(things, toWire, orderBy) : undefined
    const shown =
      asked?.slice(start, start + pageSize) ??
      inOrder?.slice(start, start + pageSize).flatMap(at => things.slice(at, at + 1).map(toWire)) ??
      things.slice(start, start + pageSize).map(toWire)
    return c.json(shown, 200, {
      'aw-page': String(number),
      'aw-pagesize': String(pageSize),
      'aw-items': String(shown.length),
      'aw-totalitems': String((asked ?? things).length),
    })
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    return problem(c, 'invalid-filter-or-order', error.message)
  }
}

/** By list: a change makes a new one. Sorting a hundred thousand anew for each of their pages takes minutes. */
const orders = new WeakMap<readonly unknown[], Map<string, readonly number[]>>()

/** Where the first, the second … in this order stand in the list. */
function placesOf<Thing>(
  things: readonly Thing[],
  toWire: (thing: Thing) => object,
  orderBy: string,
): readonly number[] {
  const known = orders.get(things) ?? new Map<string, readonly number[]>()
  orders.set(things, known)
  const places = known.get(orderBy)
  if (places) return places
  const compare = order(orderBy)
  const sorted = things
    .map((thing, at) => ({ at, wire: toWire(thing) }))
    .sort((left, right) => compare(left.wire, right.wire))
    .map(({ at }) => at)
  known.set(orderBy, sorted)
  return sorted
}

function arranged(
  things: readonly object[],
  filter: string | undefined,
  orderBy: string | undefined,
): readonly object[] {
  const matching = filter ? things.filter(compile(filter)) : [...things]
  return orderBy ? matching.sort(order(orderBy)) : matching
}

function whole(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return otherwise
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
