import { cpus, loadavg } from 'node:os'

export type Figures = {
  readonly users: number
  /** Milliseconds, all of them but `heap`, which is megabytes. */
  readonly firstRow: number | undefined
  readonly allLoaded: number | undefined
  readonly longWhileLoading: readonly number[]
  readonly firstSort: Answer
  readonly keys: readonly number[]
  readonly longWhileTyping: readonly number[]
  readonly sorts: readonly Answer[]
  readonly wheel: readonly number[]
  readonly jumps: readonly number[]
  readonly longWhileScrolling: readonly number[]
  readonly heap: number
}

type Answer = { readonly paint: number | undefined; readonly long: readonly number[] }

const lines: readonly (readonly [what: string, of: (figures: Figures) => string])[] = [
  ['first row, nothing cached', ({ firstRow }) => time(firstRow)],
  ['all loaded', ({ allLoaded }) => time(allLoaded)],
  ['tasks over 50 ms while loading', ({ longWhileLoading }) => tasks(longWhileLoading)],
  ['keystroke to paint, median', ({ keys }) => time(quantile(keys, 0.5))],
  ['keystroke to paint, 95 of 100', ({ keys }) => time(quantile(keys, 0.95))],
  ['tasks over 50 ms while typing', ({ longWhileTyping }) => tasks(longWhileTyping)],
  ['first sort, right after loading', ({ firstSort }) => time(firstSort.paint)],
  ['sort, once ranked, median', ({ sorts }) => time(quantile(paints(sorts), 0.5))],
  ['sort, once ranked, longest', ({ sorts }) => time(quantile(paints(sorts), 1))],
  [
    'tasks over 50 ms while sorting',
    ({ firstSort, sorts }) => tasks([firstSort, ...sorts].flatMap(({ long }) => long)),
  ],
  ['scrolling, longest frame', ({ wheel }) => time(quantile(wheel, 1))],
  ['tasks over 50 ms while scrolling', ({ longWhileScrolling }) => tasks(longWhileScrolling)],
  ['other rows each frame, median', ({ jumps }) => time(quantile(jumps, 0.5))],
  ['other rows each frame, longest', ({ jumps }) => time(quantile(jumps, 1))],
  ['JavaScript heap', ({ heap }) => `${heap.toFixed(0)} MB`],
]

const budgets: readonly (readonly [what: string, isMet: (figures: Figures) => boolean])[] = [
  ['keystroke to paint, median ≤ 25 ms', ({ keys }) => (quantile(keys, 0.5) ?? 0) <= 25],
  [
    'no task over 50 ms while typing, sorting or scrolling',
    ({ longWhileTyping, longWhileScrolling, firstSort, sorts }) =>
      longWhileTyping.length + longWhileScrolling.length === 0 &&
      [firstSort, ...sorts].every(({ long }) => long.length === 0),
  ],
  ['sort, once ranked, ≤ 50 ms', ({ sorts }) => paints(sorts).every(paint => paint <= 50)],
  ['no frame over 50 ms while scrolling', ({ wheel }) => (quantile(wheel, 1) ?? 0) <= 50],
]

export function print(measured: readonly Figures[]): void {
  write(
    ['users', ...lines.map(([what]) => what)],
    measured.map(figures => [
      figures.users.toLocaleString('en'),
      ...lines.map(([, of]) => of(figures)),
    ]),
  )
  const most = measured.at(-1)
  if (!most) return
  console.log(`Budgets, at ${most.users.toLocaleString('en')} users:`)
  for (const [what, isMet] of budgets)
    console.log(`${isMet(most) ? 'met     ' : 'NOT met '} ${what}`)
  console.log()
}

/** A table with what is measured down its left side. @param columns each from top to bottom */
export function write(whats: readonly string[], columns: readonly (readonly string[])[]): void {
  const width = Math.max(...whats.map(what => what.length))
  const widths = columns.map(column => Math.max(...column.map(cell => cell.length)))
  const rows = whats.map((what, row) =>
    [
      what.padEnd(width),
      ...columns.map((column, at) => (column[row] ?? '').padStart(widths[at] ?? 0)),
    ].join('   '),
  )
  console.log(['', machine(), '', ...rows, ''].join('\n'))
}

/** Times mean something on a machine that has nothing else to do. */
function machine(): string {
  const [busy = 0] = loadavg()
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${busy.toFixed(1)}`
}

const paints = (answers: readonly Answer[]) => answers.flatMap(({ paint }) => paint ?? [])

export const time = (milliseconds: number | undefined) =>
  milliseconds === undefined ? '–' : `${milliseconds.toFixed(milliseconds < 1000 ? 1 : 0)} ms`

export const tasks = (durations: readonly number[]) =>
  durations.length === 0 ? 'none' : `${durations.length}, longest ${time(Math.max(...durations))}`

export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? sorted[0]
}
