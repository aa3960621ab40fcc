import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths'
import { standingQuery } from '../runs/watching'
import { Button } from '../ui/Button'
import { buttonClass } from '../ui/buttonClass'
import { Notice } from '../ui/Notice'
import { formatCount } from '../ui/number'
import { formatDateTime } from '../ui/time'

/** Runs the operator knows to be interrupted, as long as the tab is not loaded anew. */
const seen = new Set<string>()

/** A tab that was reloaded or closed cut a run short: says so where the operator comes back to. */
export function InterruptedNotice({
  connectionId,
  onLeave,
}: {
  readonly connectionId: string
  /** Into the list: the button that was pressed goes. */
  readonly onLeave: () => void
}) {
  const { data: read } = useQuery(standingQuery)
  const [, setSeen] = useState(0)
  const runs = read?.kept
    ? read.interrupted
        .map(({ receipt }) => receipt)
        .filter(({ id, operator }) => Object.hasOwn(operator, connectionId) && !seen.has(id))
    : []
  const [only, ...others] = runs
  if (!only) return undefined
  const isOne = others.length === 0
  return (
    <Notice
      tone="amber"
      role="status"
      className="mx-4 mb-2 shrink-0 phone:mx-3"
      actions={
        <>
          <Link to={isOne ? paths.receipt(only.id) : paths.receipts} className={buttonClass()}>
            {isOne ? 'Open its receipt' : 'Show the receipts'}
          </Link>
          <Button
            variant="bare"
            onClick={() => {
              for (const { id } of runs) seen.add(id)
              setSeen(seen.size)
              onLeave()
            }}
          >
            Not now
          </Button>
        </>
      }
    >
      {isOne
        ? `The run of ${formatDateTime(only.startedAt)} was interrupted. It may not have come to everybody.`
        : `${formatCount(runs.length, 'run')} were interrupted. They may not have come to everybody.`}
    </Notice>
  )
}
