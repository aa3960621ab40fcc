import { type Failure, FailureError, failureOf, isPassing } from '../../http/failure'
import type { DirectoryUpdate, Operator } from '../provider'
import { atOnce } from './client'
import { type Fields, partStates } from './fields'
import { pageSize, type Reads, seeRight } from './reads'
import type { UserReading } from './user'

/** So many pages failed in a row, each tried several times: the API is down, and more would not help it. */
const enoughFailures = 4

/**
 * A few rows after one request, by the fields that every tenant has; meanwhile it is read which others there are and
 * how many users. Then everybody in pages, several under way at a time.
 */
export async function* readDirectory(
  reads: Reads,
  operator: Operator,
  outer: AbortSignal,
): AsyncGenerator<DirectoryUpdate, void, undefined> {
  const controller = new AbortController()
  const cancel = () => controller.abort()
  outer.addEventListener('abort', cancel, { once: true })
  if (outer.aborted) cancel()
  try {
    yield* readPages(reads, operator, controller.signal)
  } finally {
    outer.removeEventListener('abort', cancel)
    cancel()
  }
}

async function* readPages(
  reads: Reads,
  operator: Operator,
  signal: AbortSignal,
): AsyncGenerator<DirectoryUpdate, void, undefined> {
  const counting = reads.count('/user', {}, signal, seeRight).catch(unlessAborted)
  const naming = reads.fields.now(signal)
  naming.catch(() => {})
  if (!reads.fields.areKnown()) {
    yield* partsOf(undefined)
    yield* updatesOf(await reads.few(signal))
  }
  const first = await reads.page(0, signal)
  yield* updatesOf(first.value)
  yield* partsOf(first.fields)
  const total = await counting
  if (total !== undefined) yield { type: 'total', total }
  yield* narrowed(operator, first.value, first.fields)

  const read = yield* readOn(reads, first.value.length, total, signal)
  if (total !== undefined && read !== undefined && read < total) {
    const what = `${count.format(total - read)} of the ${count.format(total)} users that Workfront counts`
    yield { type: 'missing', what, failure: { ...about, kind: 'unexpectedAnswer', field: 'count' } }
  }
}

type Page =
  | { readonly page: number; readonly rows: readonly UserReading[] }
  | { readonly page: number; readonly failure: Failure }

/** How many there were in all; `undefined`: some could not be read. */
async function* readOn(
  reads: Reads,
  firstRows: number,
  total: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<DirectoryUpdate, number | undefined, undefined> {
  const read = async (page: number): Promise<Page> => {
    try {
      return { page, rows: (await reads.page(page, signal)).value }
    } catch (error) {
      return { page, failure: failureOf(error) }
    }
  }
  let last = firstRows < pageSize ? 0 : lastPageOf(total)
  let rows = firstRows
  let next = 1
  let failuresInARow = 0
  let lastFailure: Failure | undefined
  const underWay: Promise<Page>[] = []
  for (;;) {
    // Without a count nobody knows whether there is another page: then one at a time.
    const most = Number.isFinite(last) ? atOnce : 1
    while (underWay.length < most && next <= last && failuresInARow < enoughFailures) {
      underWay.push(read(next))
      next += 1
    }
    const came = await underWay.shift()
    if (!came) break
    const { page } = came
    if ('failure' in came) {
      const { failure } = came
      if (failure.kind === 'aborted') throw new FailureError(failure)
      if (page > last) continue
      failuresInARow = isPassing(failure) ? failuresInARow + 1 : enoughFailures
      lastFailure = failure
      yield { type: 'missing', what: inWords(page), failure }
      continue
    }
    failuresInARow = 0
    rows += came.rows.length
    yield* updatesOf(came.rows, page)
    if (came.rows.length < pageSize) last = Math.min(last, page)
    // Somebody joined while we read: the count was true before.
    else if (page === last) last += 1
  }
  if (lastFailure && next <= last) {
    yield { type: 'missing', what: pagesFrom(next), failure: lastFailure }
  }
  return lastFailure ? undefined : rows
}

function* updatesOf(
  readings: readonly UserReading[],
  page = 0,
): Generator<DirectoryUpdate, void, undefined> {
  const users = readings.flatMap(reading => (reading.type === 'user' ? [reading.user] : []))
  if (users.length > 0) yield { type: 'users', users }
  const without = readings.filter(reading => reading.type === 'unidentifiable')
  const [one] = without
  if (!one) return
  const who = without.length === 1 ? 'one user' : `${without.length} users`
  const what = `${who} on page ${page + 1} without a readable id`
  yield { type: 'missing', what, failure: { ...about, kind: 'unexpectedAnswer', field: one.field } }
}

function* partsOf(fields: Fields | undefined): Generator<DirectoryUpdate, void, undefined> {
  for (const [part, state] of partStates(fields)) yield { type: 'part', part, state }
}

/** What the list does not show, and nothing in it says so. */
function* narrowed(
  operator: Operator,
  first: readonly UserReading[],
  fields: Fields,
): Generator<DirectoryUpdate, void, undefined> {
  // Whoever may not be seen is left out without a word.
  if (!operator.isAdmin && first.length <= 1) {
    const what = first.length === 0 ? 'everybody' : 'everybody but you'
    yield { type: 'missing', what, failure: { ...about, kind: 'notPermitted', right: seeRight } }
  }
  const reason = fields.whyNot('userApproval:*')
  if (reason === undefined) return
  const what = 'who of the deactivated is pending approval'
  yield { type: 'missing', what, failure: { ...about, kind: 'refused', description: reason } }
}

const about = { method: 'GET', path: '/user/search' } as const

function unlessAborted(error: unknown): undefined {
  if (failureOf(error).kind === 'aborted') throw error
  return undefined
}

function lastPageOf(total: number | undefined): number {
  return total === undefined ? Number.POSITIVE_INFINITY : Math.ceil(total / pageSize) - 1
}

const count = new Intl.NumberFormat('en')

/** "page 3, users 4,001 to 6,000" */
function inWords(page: number): string {
  const from = count.format(page * pageSize + 1)
  return `page ${page + 1}, users ${from} to ${count.format((page + 1) * pageSize)}`
}

function pagesFrom(page: number): string {
  return `everything from page ${page + 1} on, users ${count.format(page * pageSize + 1)} and following`
}
