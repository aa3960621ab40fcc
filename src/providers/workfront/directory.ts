import { failureOf } from '../../http/failure'
import { createChannel } from '../channel'
import { readFurtherPages } from '../pages'
import type { DirectoryUpdate, Operator, Part } from '../provider'
import { columns } from './columns'
import { type Fields, partStates } from './fields'
import { pageSize, type Reads, seeRight } from './reads'
import type { UserReading } from './user'

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
  const { signal } = controller
  const channel = createChannel<DirectoryUpdate>()
  const give = (page: number, readings: readonly UserReading[]) => {
    for (const update of updatesOf(page, readings)) channel.push(update)
  }
  try {
    const counting = reads.count('/user', {}, signal, seeRight).catch(unlessAborted)
    counting.catch(() => {})
    if (!reads.fields.areKnown()) {
      // It goes on while the few are read, and is there when it is asked for.
      reads.fields.now(signal).catch(() => {})
      yield* partsOf(undefined)
      yield* updatesOf(1, await reads.few(signal))
    }
    const { value, fields } = await reads.page(1, signal)
    yield* updatesOf(1, value)
    yield* partsOf(fields)
    const total = await counting
    if (total !== undefined) yield { type: 'total', total }
    yield* narrowed(operator, value, fields)

    const paging = {
      size: pageSize,
      read: async (page: number) => (await reads.page(page, signal)).value,
      counted: { by: 'Workfront', path: '/user/count', field: 'count' },
    }
    readFurtherPages(paging, { rows: value.length, total }, signal, give, channel.push).then(
      () => channel.close(),
      thrown => channel.close({ thrown }),
    )
    yield* channel.values()
  } finally {
    outer.removeEventListener('abort', cancel)
    cancel()
  }
}

function* updatesOf(
  page: number,
  readings: readonly UserReading[],
): Generator<DirectoryUpdate, void, undefined> {
  const users = readings.flatMap(reading => (reading.type === 'user' ? [reading.user] : []))
  if (users.length > 0) yield { type: 'users', users }
  const without = readings.filter(reading => reading.type === 'unidentifiable')
  const [one] = without
  if (!one) return
  const who = without.length === 1 ? 'one user' : `${without.length} users`
  const what = `${who} on page ${page} without a readable id`
  yield { type: 'missing', what, failure: { ...about, kind: 'unexpectedAnswer', field: one.field } }
}

function* partsOf(fields: Fields | undefined): Generator<DirectoryUpdate, void, undefined> {
  for (const [part, state] of partStates(fields)) {
    if (shownParts.has(part)) yield { type: 'part', part, state }
  }
}

/** `roles` also says whether it is known who is an administrator. */
const shownParts = new Set<Part>(['roles', ...columns.flatMap(({ part }) => part ?? [])])

/** What the list does not show, and nothing in it says so. */
function* narrowed(
  operator: Operator,
  first: readonly UserReading[],
  fields: Fields,
): Generator<DirectoryUpdate, void, undefined> {
  if (!operator.isAdmin) {
    const because = 'Workfront leaves out without a word whom you may not see.'
    yield { type: 'part', part: 'everybody', state: { state: 'unknown', reason: because } }
  }
  if (!operator.isAdmin && first.length <= 1) {
    const what = first.length === 0 ? 'everybody' : 'everybody but you'
    yield { type: 'missing', what, failure: { ...about, kind: 'notPermitted', right: seeRight } }
  }
  const reason = fields.whyNot('userApproval:*')
  if (reason === undefined) return
  const what = 'who of the deactivated is pending approval'
  yield { type: 'part', part: 'field:userApproval:*', state: { state: 'unknown', reason, what } }
}

const about = { method: 'GET', path: '/user/search' } as const

function unlessAborted(error: unknown): undefined {
  if (failureOf(error).kind === 'aborted') throw error
  return undefined
}
