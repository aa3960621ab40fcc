import { RefreshCw } from 'lucide-react'
import { memo } from 'react'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { formatCount } from '../ui/number'
import { formatTime } from '../ui/time'
import { connectionWords, listWords } from './totals'
import type { Found } from './useFound'

/** In words, what became of the list in each connection, and what is in the way of knowing it. */
export const FoundSummary = memo(function FoundSummary({
  found: { grounds, isReading, readAgain, matches, placed, others },
}: {
  readonly found: Found
}) {
  const lost = placed.filter(({ places }) =>
    places.every(({ cell }) => cell.outcome === 'notFound' || cell.outcome === 'notKnown'),
  )
  return (
    <div className="border-t border-hairline px-4 py-3 text-13 phone:px-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div id="leavers-found" role="status" tabIndex={-1} className="min-w-0 grow outline-none">
          <p className="font-medium">{listWords(matches)}</p>
          {grounds.map(({ id, name, gap, isMissing, directory }, index) => (
            <p key={id} className="text-text-2">
              <bdi className="font-medium text-text">{name}</bdi>:{' '}
              {gap && !isMissing ? `${gap}.` : wordsFor(index)}
              {directory?.loadedAt && ` · as of ${formatTime(directory.loadedAt)}`}
            </p>
          ))}
        </div>
        <Button
          icon={RefreshCw}
          disabledReason={isReading ? 'The lists are being read' : undefined}
          onClick={readAgain}
        >
          Read the lists again
        </Button>
      </div>
      {grounds.map(
        ({ id, name, gap, isMissing, isForGood }) =>
          isMissing && (
            <Notice
              key={id}
              tone="amber"
              role="alert"
              className="mt-3"
              actions={isForGood ? undefined : <Button onClick={readAgain}>Retry</Button>}
            >
              <bdi className="font-medium">{name}</bdi>: {gap}. Who is not found there may be there
              all the same.
            </Notice>
          ),
      )}
      {others && lost.length > 0 && (
        <Notice tone="amber" className="mt-3">
          {formatCount(lost.length, 'person', 'people')} of the list{' '}
          {lost.length === 1 ? 'was' : 'were'} found nowhere. Spelled otherwise than in the system,
          they show as not on the list: see its lines below.
        </Notice>
      )}
    </div>
  )

  function wordsFor(index: number): string {
    if (!others) return connectionWords(placed, index) || 'nobody to look for'
    const { directory, gap } = grounds[index] ?? {}
    if (!directory) return 'who is not on the list is not known'
    const missing = others.filter(({ places }) => places[index]?.cell.outcome === 'found')
    return `${gap ? 'at least ' : ''}${formatCount(missing.length, 'person', 'people')} not on the list`
  }
})
