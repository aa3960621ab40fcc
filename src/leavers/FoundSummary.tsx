import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { formatCount } from '../ui/number'
import { connectionWords, listWords } from './totals'
import type { Found } from './useFound'

/** In words, what became of the list in each connection, and what is in the way of knowing it. */
export function FoundSummary({
  found: { grounds, matches, placed, others },
}: {
  readonly found: Found
}) {
  const lost = placed.filter(({ places }) =>
    places.every(({ cell }) => cell.outcome === 'notFound' || cell.outcome === 'notKnown'),
  )
  return (
    <div className="border-t border-hairline px-4 py-3 text-13 phone:px-3">
      <div id="leavers-found" role="status" tabIndex={-1} className="outline-none">
        <p className="font-medium">{listWords(matches)}</p>
        {grounds.map(({ id, name, gap, retry }, index) => (
          <p key={id} className="text-text-2">
            <bdi className="font-medium text-text">{name}</bdi>:{' '}
            {gap && !retry ? `${gap}.` : wordsFor(index)}
          </p>
        ))}
      </div>
      {grounds.map(
        ({ id, name, gap, retry }) =>
          retry && (
            <Notice
              key={id}
              tone="amber"
              role="alert"
              className="mt-3"
              actions={<Button onClick={retry}>Retry</Button>}
            >
              <bdi className="font-medium">{name}</bdi>: {gap?.replace(/\.$/, '')}. Who is not found
              there may be there all the same.
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
    const missing = others.filter(({ places }) => places[index]?.cell.outcome === 'found')
    return `${formatCount(missing.length, 'person', 'people')} not on the list`
  }
}
