import { SearchX, Users } from 'lucide-react'
import type { Directory } from '../directory/directory'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { LoadingRows } from '../ui/LoadingRows'

/** In the place of the table: nobody has come yet, nobody matches, or there is nobody. */
export function NobodyListed({
  state,
  parts,
  isNarrowed,
  workspace,
  onClear,
}: {
  readonly state: Directory['state'] | 'first'
  readonly parts: Directory['parts']
  readonly isNarrowed: boolean
  readonly workspace: string
  readonly onClear: () => void
}) {
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto border-t border-hairline">
      {state === 'first' || (state === 'loading' && !isNarrowed) ? (
        <LoadingRows label="Reading the list" rows={16} />
      ) : isNarrowed ? (
        <NobodyMatches state={state} parts={parts} onClear={onClear} />
      ) : (
        <EmptyState title={`Nobody is in ${workspace}`} icon={Users}>
          The workspace has no users that you may see.
        </EmptyState>
      )}
    </div>
  )
}

/** Only where everything is known is it said for sure: a filter by roles finds nobody where roles cannot be read. */
function NobodyMatches({
  state,
  parts,
  onClear,
}: {
  readonly state: Directory['state']
  readonly parts: Directory['parts']
  readonly onClear: () => void
}) {
  const all = Object.values(parts).filter(part => part !== undefined)
  const unknown = all.flatMap(part => (part.state === 'unknown' ? [part.reason] : []))
  const reasons = [...new Set(unknown)]
  const isReading = state === 'loading' || all.some(part => part.state === 'loading')
  const isSure = state === 'complete' && !isReading && reasons.length === 0
  return (
    <EmptyState
      title={
        isSure ? 'Nobody matches' : isReading ? 'Nobody matches so far' : 'Nobody is known to match'
      }
      icon={SearchX}
      actions={<Button onClick={onClear}>Clear search and filters</Button>}
    >
      {isSure || isReading ? (
        'Every word of the search and every filter has to fit.'
      ) : (
        <>
          {state === 'partial' && <p>A part of the list is missing.</p>}
          {reasons.map(reason => (
            <p key={reason}>{reason}</p>
          ))}
        </>
      )}
    </EmptyState>
  )
}
