import type { ReactNode } from 'react'

type Fact = { readonly term: string; readonly value: ReactNode }

/** Terms and what they are, three a line; one where there is no room. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[104px_minmax(0,1.2fr)_88px_minmax(0,1fr)_88px_minmax(0,1fr)] gap-x-3 gap-y-1 text-13 max-md:grid-cols-[104px_minmax(0,1fr)]">
      {facts.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="text-text-3">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
