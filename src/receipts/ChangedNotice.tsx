import type { Action } from '../providers/provider'
import { actionWords } from '../runs/actions'
import type { Changed } from '../runs/since'
import { statusWords } from '../runs/words'
import { Notice } from '../ui/Notice'
import { formatCount } from '../ui/number'
import { formatDateTime } from '../ui/time'

/** Named one by one; the others are counted. */
const named = 3

/** Who is no longer as the run left them. */
export function ChangedNotice({
  action,
  changed,
}: {
  readonly action: Action
  readonly changed: readonly Changed[]
}) {
  if (changed.length === 0) return undefined
  return (
    <Notice tone="amber" className="mb-4 print:hidden">
      <ul>
        {changed.slice(0, named).map(({ item, user }) => (
          <li key={`${item.connection} ${item.userId}`}>
            <bdi>{item.name}</bdi> was {actionWords[action].past} by this run and is{' '}
            {statusWords[user.status].toLowerCase()}
            {user.status === item.before && ' again'}, as read on {formatDateTime(user.readAt)}.
          </li>
        ))}
        {changed.length > named && (
          <li>So it is with {formatCount(changed.length - named, 'other user')}.</li>
        )}
      </ul>
    </Notice>
  )
}
