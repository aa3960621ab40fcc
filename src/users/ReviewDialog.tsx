import { X } from 'lucide-react'
import { useState } from 'react'
import type { User } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogSection } from '../ui/DialogSection'
import { EmptyState } from '../ui/EmptyState'
import { IconButton } from '../ui/IconButton'
import { formatCount, formatNumber } from '../ui/number'
import { StatusBadge } from '../ui/StatusBadge'
import { MarkedText } from './MarkedText'

const page = 200

/** Who is in the basket, one by one, also those whom the list does not show now. */
export function ReviewDialog({
  users,
  hidden,
  onRemove,
  onClear,
  onClose,
}: {
  readonly users: readonly User[]
  /** How many of them search and filters hide. */
  readonly hidden: number
  readonly onRemove: (id: string) => void
  readonly onClear: () => void
  readonly onClose: () => void
}) {
  const [size, setSize] = useState(page)
  const more = users.length - size
  return (
    <Dialog
      title={`${formatNumber(users.length)} selected`}
      subtitle={hidden > 0 ? `${formatNumber(hidden)} of them not in this list` : undefined}
      onClose={onClose}
      footer={
        <>
          {users.length > 0 && <Button onClick={onClear}>Clear selection</Button>}
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <DialogSection>
        {users.length === 0 ? (
          <EmptyState title="Nobody is selected" />
        ) : (
          <ul aria-label="Selected users">
            {users.slice(0, size).map(user => (
              <li
                key={user.id}
                className="flex min-h-8 items-center gap-3 border-b border-hairline text-13 phone:min-h-11"
              >
                <MarkedText
                  text={user.name}
                  words={[]}
                  className="flex-1 text-14 font-medium phone:flex-2"
                />
                <MarkedText
                  text={user.email ?? 'no e-mail'}
                  words={[]}
                  className={user.email ? 'flex-1 text-text-2' : 'flex-1 text-text-3 italic'}
                />
                <span className="w-40 phone:hidden">
                  {user.unreadable ? (
                    <Absent>not readable</Absent>
                  ) : (
                    <StatusBadge status={user.status} until={user.deactivatesAt} />
                  )}
                </span>
                <IconButton
                  icon={X}
                  size="small"
                  aria-label={`Remove ${user.name}`}
                  onClick={() => onRemove(user.id)}
                />
              </li>
            ))}
          </ul>
        )}
        {more > 0 && (
          <Button className="mt-2" onClick={() => setSize(size + page)}>
            Show {formatCount(Math.min(page, more), 'more user')}
          </Button>
        )}
      </DialogSection>
    </Dialog>
  )
}
