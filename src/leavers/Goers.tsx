import { useMemo } from 'react'
import { useShortcuts } from '../preferences/useShortcuts'
import { openAction, requestOver } from '../runs/actionDialog'
import { listInWords } from '../runs/words'
import { Button } from '../ui/Button'
import { formatNumber } from '../ui/number'
import { type Draft, drafts } from './draft'
import { goersOf, type Placed, possibleKeys, tickKey } from './standing'
import type { LeaversGround } from './useGrounds'

/** Who is ticked, in all connections together, and the one run for all of them. Docked, as the selection of users is. */
export function Goers({
  placed,
  grounds,
  ticks,
  canTickAll,
}: {
  readonly placed: readonly Placed[]
  readonly grounds: readonly LeaversGround[]
  readonly ticks: Draft['ticks']
  /** Not of who is only missing from a list. */
  readonly canTickAll: boolean
}) {
  const goers = goersOf(placed, grounds, ticks)
  const counts = goers.map(({ users }) => users.length)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const request = requestOver(goers, { action: 'deactivate' })
  // Hundreds of boxes are between the list and the button.
  useShortcuts({ d: request && (() => openAction(request)) })
  const inWords = grounds.flatMap(({ name }, index) =>
    counts[index] ? [`${formatNumber(counts[index])} in ${name}`] : [],
  )
  const keys = useMemo(() => possibleKeys(placed, grounds), [placed, grounds])
  const going = goers.flatMap(({ connectionId, users }) =>
    users.map(({ id }) => tickKey(connectionId, id)),
  )
  const isGoing = new Set(going)
  return (
    <section
      aria-label="Selection"
      className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-t border-picked-line bg-picked px-4 py-1 [--ground-hover:var(--picked)] phone:px-3 phone:py-2"
    >
      <p role="status" className="phone:basis-full">
        <strong className="font-semibold">{formatNumber(total)} selected</strong>
        {inWords.length > 0 && (
          <span className="text-13 text-text-2">: {listInWords(inWords)}</span>
        )}
      </p>
      {canTickAll && keys.some(key => !isGoing.has(key)) && (
        <Button variant="bare" className="text-accent!" onClick={() => drafts.tick(keys, true)}>
          Tick all {formatNumber(keys.length)}
        </Button>
      )}
      {total > 0 && (
        <Button variant="bare" className="text-accent!" onClick={() => drafts.tick(going, false)}>
          Untick all
        </Button>
      )}
      <Button
        variant="danger"
        className="ml-auto phone:basis-full"
        disabledReason={request ? undefined : 'Nobody is ticked'}
        onClick={() => request && openAction(request)}
      >
        Deactivate…
      </Button>
    </section>
  )
}
