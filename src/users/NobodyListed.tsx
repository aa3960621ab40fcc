import { SearchX, Users } from 'lucide-react'
import type { Directory } from '../directory/directory'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { LoadingRows } from '../ui/LoadingRows'

/** In the place of the table: nobody has come yet, nobody matches, or there is nobody. */
export function NobodyListed({
  state,
  isNarrowed,
  workspace,
  onClear,
}: {
  readonly state: Directory['state'] | 'first'
  readonly isNarrowed: boolean
  readonly workspace: string
  readonly onClear: () => void
}) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto border-t border-hairline">
      {state === 'first' || (state === 'loading' && !isNarrowed) ? (
        <LoadingRows label="Reading the list" rows={16} />
      ) : isNarrowed ? (
        <EmptyState
          title={state === 'complete' ? 'Nobody matches' : 'Nobody matches so far'}
          icon={SearchX}
          actions={<Button onClick={onClear}>Clear search and filters</Button>}
        >
          {state === 'complete'
            ? 'Every word of the search and every filter has to fit.'
            : 'The list is not complete: who is looked for may be in what is missing.'}
        </EmptyState>
      ) : (
        <EmptyState title={`Nobody is in ${workspace}`} icon={Users}>
          The workspace has no users that you may see.
        </EmptyState>
      )}
    </div>
  )
}
