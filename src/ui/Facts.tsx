import type { ReactNode } from 'react'

export type Fact = { readonly term: string; readonly value: ReactNode }

const grids = {
  1: 'grid-cols-[104px_minmax(0,1fr)]',
  2: 'grid-cols-[104px_minmax(0,1fr)_88px_minmax(0,1fr)]',
  3: 'grid-cols-[104px_minmax(0,1.2fr)_88px_minmax(0,1fr)_88px_minmax(0,1fr)]',
} as const

/** Terms and what they are, in up to three columns read line by line; in one where there is no room. */
export function Facts({
  facts,
  columns = 1,
}: {
  readonly facts: readonly Fact[]
  readonly columns?: keyof typeof grids | undefined
}) {
  return (
    <dl
      className={`grid gap-x-3 gap-y-1 text-13 max-md:grid-cols-[104px_minmax(0,1fr)] ${grids[columns]}`}
    >
      {facts.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="text-text-3">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
