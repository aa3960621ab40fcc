import type { ReactNode } from 'react'
import { classes } from '../ui/classes'

export type Fact = {
  readonly term: string
  readonly value: ReactNode
  /** Where several have the same term. */
  readonly key?: string | undefined
}

/** Terms and what they are, in lines; `pairs` puts two next to each other where there is room. */
export function FactList({
  facts,
  pairs = false,
}: {
  readonly facts: readonly Fact[]
  readonly pairs?: boolean | undefined
}) {
  return (
    <dl
      className={classes(
        'grid grid-cols-[104px_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1 text-13',
        pairs && 'lg:grid-cols-[104px_minmax(0,1fr)_88px_minmax(0,1fr)]',
      )}
    >
      {facts.map(({ term, value, key = term }) => (
        <div key={key} className="contents">
          <dt
            title={term.length > longestTerm ? term : undefined}
            className="line-clamp-3 min-w-0 text-text-3 wrap-anywhere"
          >
            <bdi>{term}</bdi>
          </dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What is sure to fit in three lines. */
const longestTerm = 30
