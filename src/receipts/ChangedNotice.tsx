import { useQueries } from '@tanstack/react-query'
import { directoryQueries } from '../directory/query'
import { actionWords } from '../runs/actions'
import type { Receipt } from '../runs/receipt'
import { statusWords } from '../runs/words'
import type { Session } from '../session/session'
import { Notice } from '../ui/Notice'
import { formatCount } from '../ui/number'
import { formatDateTime } from '../ui/time'
import { changedSince } from './since'

/** Named one by one; the others are counted. */
const named = 3

/** Who is no longer as the run left them, by the lists that are loaded. Reads nothing by itself. */
export function ChangedNotice({
  receipt,
  sessions,
}: {
  readonly receipt: Receipt
  readonly sessions: readonly Session[]
}) {
  const lists = useQueries({
    queries: sessions.map(({ connection, provider }) => ({
      ...directoryQueries.all(connection.id, provider),
      enabled: false,
    })),
  })
  const changed = changedSince(receipt.items, item => {
    const list = sessions.findIndex(({ connection }) => connection.id === item.connection)
    return lists[list]?.data?.byId.get(item.userId)
  })
  if (changed.length === 0) return undefined
  return (
    <Notice tone="amber" className="mb-4 print:hidden">
      <ul>
        {changed.slice(0, named).map(({ item, user }) => (
          <li key={`${item.connection} ${item.userId}`}>
            <bdi>{item.name}</bdi> was {actionWords[receipt.action].past} by this run and is{' '}
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
