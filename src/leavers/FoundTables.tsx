import { useState } from 'react'
import { EmptyState } from '../ui/EmptyState'
import { formatNumber } from '../ui/number'
import { Select } from '../ui/Select'
import type { Draft } from './draft'
import { type Filter, filtersOf, linesOf } from './lines'
import { MatchesTable } from './MatchesTable'
import type { Found } from './useFound'

/** Every line with its outcome; of a list of those who stay, before it who is not on it. */
export function FoundTables({
  found: { grounds, matches, placed, others },
  draft,
}: {
  readonly found: Found
  readonly draft: Draft
}) {
  const [filter, setFilter] = useState<Filter>('all')
  const lines = linesOf(placed, matches.nobody)
  const filters = filtersOf(lines)
  const shown = filters.find(({ id }) => id === filter) ?? filters[0]
  return (
    <>
      {others && (
        <>
          <h2 className="px-4 pb-1 font-semibold phone:px-3">
            Not on the list ({formatNumber(others.length)})
          </h2>
          {others.length === 0 ? (
            <EmptyState title="Everybody is on the list">
              Nobody who can sign in to a connection that was read is missing from it.
            </EmptyState>
          ) : (
            <MatchesTable
              label="Not on the list"
              lines={others.map(one => ({ line: undefined, placed: one }))}
              grounds={grounds}
              draft={draft}
              does="ticks"
            />
          )}
        </>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-1 phone:px-3">
        <h2 className="font-semibold">{others ? 'Lines of the list' : 'Matches'}</h2>
        {filters.length > 2 && (
          <Select
            aria-label="Show"
            className="w-52! phone:w-full!"
            value={shown?.id}
            options={filters.map(({ id, label }) => ({ value: id, label }))}
            onChange={({ target: { value } }) =>
              setFilter(filters.find(({ id }) => id === value)?.id ?? 'all')
            }
          />
        )}
      </div>
      <MatchesTable
        label={others ? 'Lines of the list' : 'Matches'}
        lines={lines.filter(line => shown?.test(line) ?? true)}
        grounds={grounds}
        draft={draft}
        does={others ? 'onlyShows' : 'ticks'}
      />
    </>
  )
}
