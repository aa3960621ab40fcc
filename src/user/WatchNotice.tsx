import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '../paths'
import type { User } from '../providers/provider'
import { cutBefore } from '../runs/watch'
import { statusWords } from '../runs/words'
import { Notice } from '../ui/Notice'
import { formatDateTime } from '../ui/time'
import { touchQueries } from './receipts'

/** Says that somebody is back whom a receipt says was deactivated. Whether receipts can be read is told where they are. */
export function WatchNotice({
  user,
  connectionId,
}: {
  readonly user: User
  readonly connectionId: string
}) {
  const { data: read } = useQuery(touchQueries.of(connectionId, user.id))
  const cut = read?.kept ? cutBefore(user, read.touches) : undefined
  if (!cut) return undefined
  const { receipt, item } = cut
  return (
    <Notice tone="amber" role="status" className="mb-4">
      Deactivated by{' '}
      <Link to={paths.receipt(receipt.id)}>
        a run on {formatDateTime(item.verifiedAt ?? receipt.startedAt)}
      </Link>
      {receipt.reason && (
        <>
          {' '}
          (<bdi>{receipt.reason}</bdi>)
        </>
      )}
      , and {statusWords[user.status].toLowerCase()} again.
    </Notice>
  )
}
