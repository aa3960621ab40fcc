import { useMemo } from 'react'
import { EmptyState } from '../ui/EmptyState'
import { formatNumber } from '../ui/number'
import type { Draft } from './draft'
import { FoundTable } from './FoundTable'
import { linesOf } from './lines'
import type { Found } from './useFound'

/** Every line with its outcome; of a list of those who stay, before it who is not on it. */
export function FoundTables({
  found: { grounds, matches, placed, others },
  draft: { choices, ticks },
}: {
  readonly found: Found
  readonly draft: Draft
}) {
  const missing = useMemo(
    () => others?.map(one => ({ line: undefined, placed: one })) ?? [],
    [others],
  )
  const lines = useMemo(() => linesOf(placed, matches.nobody), [placed, matches])
  const shared = { grounds, choices, ticks }
  return (
    <>
      {others && missing.length === 0 && (
        <EmptyState title="Everybody is on the list">
          Nobody who can sign in to a connection that was read is missing from it.
        </EmptyState>
      )}
      {missing.length > 0 && (
        <FoundTable
          {...shared}
          label="Not on the list"
          count={formatNumber(missing.length)}
          lines={missing}
          does="ticks"
        />
      )}
      {lines.length === 0 && (
        <EmptyState title="The list names nobody">
          No line of it has a letter or a digit.
        </EmptyState>
      )}
      <FoundTable
        {...shared}
        label={others ? 'Lines of the list' : 'Matches'}
        lines={lines}
        does={others ? 'onlyShows' : 'ticks'}
      />
    </>
  )
}
