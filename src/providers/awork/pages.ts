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
  const stretches = contiguous(lost)
  const isOpenEnded = gaveUp !== undefined && next <= last
  for (const { from, to, failure } of stretches) {
    const goesOn = isOpenEnded && to === next - 1
    push({ type: 'missing', what: goesOn ? pagesFrom(from) : pagesInWords(from, to), failure })
  }
  if (gaveUp && isOpenEnded && stretches.at(-1)?.to !== next - 1) {
    push({ type: 'missing', what: pagesFrom(next), failure: gaveUp })
  }
  if (first.total !== undefined && !gaveUp && lost.length === 0 && rows < first.total) {
    const what = `${count.format(first.total - rows)} of the ${count.format(first.total)} users that awork counts`
    push({ type: 'missing', what, failure: shortOf })
  }
}

type Stretch = { readonly from: number; readonly to: number; readonly failure: Failure }

/** Pages next to each other that failed are told of once. */
function contiguous(pages: readonly (readonly [number, Failure])[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const [page, failure] of pages) {
    const before = stretches.at(-1)
    if (before?.to === page - 1) stretches.splice(-1, 1, { ...before, to: page })
    else stretches.push({ from: page, to: page, failure })
  }
  return stretches
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
function pagesInWords(from: number, to: number): string {
  const users = `users ${count.format((from - 1) * pageSize + 1)} to ${count.format(to * pageSize)}`
  return from === to ? `page ${from}, ${users}` : `pages ${from} to ${to}, ${users}`
}

function pagesFrom(from: number): string {
  return `everything from page ${from} on, users ${count.format((from - 1) * pageSize + 1)} and following`
}
