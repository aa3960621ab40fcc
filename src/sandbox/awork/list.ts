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
  try {
    const asked = arranged(things, toWire, c.req.query('filterby'), c.req.query('orderby'))
    const shown = asked.slice(start, start + pageSize)
    return c.json(
      shown.map(entry => entry()),
      200,
      {
        'aw-page': String(number),
        'aw-pagesize': String(pageSize),
        'aw-items': String(shown.length),
        'aw-totalitems': String(asked.length),
      },
    )
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    return problem(c, 'invalid-filter-or-order', error.message)
  }
}

function arranged<Thing>(
  things: readonly Thing[],
  toWire: (thing: Thing) => object,
  filterBy: string | undefined,
  orderBy: string | undefined,
): readonly (() => object)[] {
  if (!filterBy && !orderBy) return things.map(thing => () => toWire(thing))
  const matches = filterBy ? compile(filterBy) : () => true
  const all = things.map(toWire).filter(matches)
  const sorted = orderBy ? all.sort(order(orderBy)) : all
  return sorted.map(entry => () => entry)
}

function whole(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return otherwise
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
