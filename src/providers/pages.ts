import { type Failure, failureOf, isPassing } from '../http/failure'
import type { DirectoryUpdate } from './provider'

/** Pages under way at once; the client lets no more through. */
const atOnce = 4
/** So many pages failed in a row, each tried several times: the API is down, and more would not help it. */
const enoughFailures = 4

/** A list that comes in pages, the first of which is 1. */
export type Paging<Row> = {
  readonly size: number
  readonly read: (page: number, signal: AbortSignal) => Promise<readonly Row[]>
  /** Who counts, and where the count would be: for the words where fewer come than were counted. */
  readonly counted: { readonly by: string; readonly path: string; readonly field: string }
}

/**
 * Reads on from the first page until a short one. The total is not relied on, it may not be readable from a page; where
 * it is, no page beyond it is asked for. What could not be read is told at the end, when it is clear what was there.
 */
export async function readFurtherPages<Row>(
  { size, read, counted }: Paging<Row>,
  first: { readonly rows: number; readonly total: number | undefined },
  signal: AbortSignal,
  givePage: (page: number, rows: readonly Row[]) => void,
  push: (update: DirectoryUpdate) => void,
): Promise<void> {
  const { total } = first
  const failed = new Map<number, Failure>()
  let rows = first.rows
  let next = 2
  let last =
    rows < size ? 1 : total === undefined ? Number.POSITIVE_INFINITY : Math.ceil(total / size)
  let failuresInARow = 0
  let gaveUp: Failure | undefined

  const readOn = async () => {
    while (next <= last && !gaveUp) {
      const page = next
      next += 1
      try {
        const came = await read(page, signal)
        failuresInARow = 0
        rows += came.length
        if (came.length > 0) givePage(page, came)
        if (came.length < size) last = Math.min(last, page)
        // Somebody joined while we read: the total was true for the first page.
        else if (page === last && total !== undefined && total % size !== 0) last += 1
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
    const what = goesOn ? pagesFrom(from, size) : pagesInWords(from, to, size)
    push({ type: 'missing', what, failure })
  }
  if (gaveUp && isOpenEnded && stretches.at(-1)?.to !== next - 1) {
    push({ type: 'missing', what: pagesFrom(next, size), failure: gaveUp })
  }
  if (total !== undefined && !gaveUp && lost.length === 0 && rows < total) {
    const { by, path, field } = counted
    const what = `${count.format(total - rows)} of the ${count.format(total)} users that ${by} counts`
    push({
      type: 'missing',
      what,
      failure: { kind: 'unexpectedAnswer', method: 'GET', path, field },
    })
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

const count = new Intl.NumberFormat('en')

/** "page 3, users 2,001 to 3,000" */
function pagesInWords(from: number, to: number, size: number): string {
  const users = `users ${count.format((from - 1) * size + 1)} to ${count.format(to * size)}`
  return from === to ? `page ${from}, ${users}` : `pages ${from} to ${to}, ${users}`
}

function pagesFrom(page: number, size: number): string {
  return `everything from page ${page} on, users ${count.format((page - 1) * size + 1)} and following`
}
