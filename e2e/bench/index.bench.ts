import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { test } from 'playwright/test'
import { type Directory, emptyDirectory, withUsers } from '../../src/directory/directory'
import { prepareSort } from '../../src/directory/sort'
import { columns, crowd, flags } from '../../src/directory/testing/crowd'
import { type ViewQuery, viewOf } from '../../src/directory/view'
import { quantile, time, write } from './report'

/** The index by itself, in Node: what of a keystroke is Rollcall's own work, before React and the browser have theirs. */

const searches = ['anna meier', 'marketing ber', '@acme', '0815', 'zzz']
const page = 1000

test('the index of 1,000, 10,000 and 100,000 users', async () => {
  const measured: (readonly string[])[] = []
  for (const size of [1000, 10_000, 100_000]) {
    const people = crowd(size)
    const before = heap()
    let directory = emptyDirectory({ columns, flags })
    const pages: number[] = []
    for (let start = 0; start < size; start += page) {
      const users = people.slice(start, start + page)
      pages.push(took(() => (directory = withUsers(directory, users))))
    }
    const grown = (heap() - before) / 1e6
    const keys = searches.flatMap(search =>
      Array.from(search, (_, at) => view(directory, { search: search.slice(0, at + 1) })),
    )
    const pasted = searches.map(search => view(withUsers(directory, []), { search }))
    const filtered = [1, 2, 3].map(() =>
      view(directory, { filters: { status: ['active'], teams: ['Sales', ''] }, flags: ['admins'] }),
    )
    const started = performance.now()
    await prepareSort(directory, 'email')
    const ranking = performance.now() - started
    const sorted = columns.map(({ id }) =>
      view(directory, { sort: { column: id, descending: true } }),
    )
    measured.push([
      size.toLocaleString('en'),
      time(quantile(pages, 0.5)),
      time(quantile(pages, 1)),
      time(quantile(keys, 0.5)),
      time(quantile(keys, 1)),
      time(quantile(pasted, 1)),
      time(quantile(filtered, 0.5)),
      time(ranking),
      time(quantile(sorted, 0.5)),
      time(quantile(sorted, 1)),
      `${grown.toFixed(0)} MB`,
    ])
  }
  write(
    [
      'users',
      'a page of 1,000 indexed, median',
      'a page of 1,000 indexed, longest',
      'letter typed: search, counts and order, median',
      'letter typed, longest',
      'text pasted, longest',
      'filters and a flag',
      'a column ranked for the first time, in slices',
      'sort by a ranked column, median',
      'sort by a ranked column, longest',
      'memory of the index',
    ],
    measured,
  )
})

function view(directory: Directory, query: Partial<ViewQuery>): number {
  const sort = { column: 'name', descending: false }
  return took(() => viewOf(directory, { search: '', filters: {}, flags: [], sort, ...query }))
}

function took(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Bytes that are in use. */
function heap(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
