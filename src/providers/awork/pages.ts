import { type Failure, failureOf, isPassing } from '../../http/failure'
import type { DirectoryUpdate } from '../provider'
import { pageSize, type Reads, type UserPage } from './reads'

/** Pages under way at once; the client lets no more through. */
const atOnce = 4
/** So many pages failed in a row, each tried several times: the API is down, and more would not help it. */
const enoughFailures = 4

/**
 * Reads on from the first page until a short one. The total is not relied on, it may not be readable from a page; where
 * it is, no page beyond it is asked for. What could not be read is told at the end, when it is clear what was there.
 */
export async function readFurtherPages(
  reads: Pick<Reads, 'userPage'>,
  first: UserPage,
  signal: AbortSignal,
  givePage: (page: number, read: UserPage) => void,
  push: (update: DirectoryUpdate) => void,
): Promise<void> {
  const failed = new Map<number, Failure>()
  let rows = first.readings.length
  let next = 2
  let last = rows < pageSize ? 1 : expectedLast(first.total)
  let failuresInARow = 0
  let gaveUp: Failure | undefined

  const readOn = async () => {
    while (next <= last && !gaveUp) {
      const page = next
      next += 1
      try {
        const read = await reads.userPage(page, signal)
        failuresInARow = 0
        rows += read.readings.length
        if (read.readings.length > 0) givePage(page, read)
        if (read.readings.length < pageSize) last = Math.min(last, page)
        // Somebody joined while we read: the total was true for the first page.
        else if (page === last && first.total !== undefined && first.total % pageSize !== 0)
          last += 1
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind === 'aborted') throw error
        failed.set(page, failure)
        failuresInARow += 1
        if (!isPassing(failure) || failuresInARow >= enoughFailures) gaveUp = failure
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, readOn))

  const lost = [...failed].filter(([page]) => page <= last).sort(([a], [b]) => a - b)
  const readsOnUnknown = gaveUp && next <= last
  for (const [page, failure] of lost) push({ type: 'missing', what: pageInWords(page), failure })
  if (gaveUp && readsOnUnknown) {
    push({ type: 'missing', what: `everything from page ${next} on`, failure: gaveUp })
  }
  if (first.total !== undefined && lost.length === 0 && !readsOnUnknown && rows < first.total) {
    push({
      type: 'missing',
      what: `${first.total - rows} of the ${first.total} users that awork counts`,
      failure: shortOf,
    })
  }
}

const shortOf: Failure = {
  kind: 'unexpectedAnswer',
  method: 'GET',
  path: '/users',
  field: 'aw-totalitems',
}

function expectedLast(total: number | undefined): number {
  return total === undefined ? Number.POSITIVE_INFINITY : Math.ceil(total / pageSize)
}

const count = new Intl.NumberFormat('en')

/** "page 3, users 2,001 to 3,000" */
function pageInWords(page: number): string {
  return `page ${page}, users ${count.format((page - 1) * pageSize + 1)} to ${count.format(page * pageSize)}`
}
