import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { User } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { announce } from '../ui/announce'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Dialog } from '../ui/Dialog'
import { DialogSection } from '../ui/DialogSection'
import { IconButton } from '../ui/IconButton'
import { formatCount, formatNumber } from '../ui/number'
import { StatusBadge } from '../ui/StatusBadge'
import { MarkedText } from './MarkedText'

const page = 200

/** Who is in the basket, one by one, also those whom the list does not show now. There is at least one. */
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
  const list = useRef<HTMLUListElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  const more = users.length - size

  /** The focus goes on to who stands there now. */
  function drop(id: string, at: number) {
    flushSync(() => onRemove(id))
    const buttons = list.current?.querySelectorAll('button')
    buttons?.[Math.min(at, buttons.length - 1)]?.focus()
    if (buttons) announce(`${formatNumber(users.length - 1)} selected`)
  }

  return (
    <Dialog
      title={`${formatNumber(users.length)} selected`}
      subtitle={hidden > 0 ? `${formatNumber(hidden)} of them not in this list` : undefined}
      focus={close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClear}>Clear selection</Button>
          <Button ref={close} onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <DialogSection>
        <ul ref={list} aria-label="Selected users">
          {users.slice(0, size).map((user, at) => (
            <li
              key={user.id}
              className="flex min-h-8 items-center gap-3 border-b border-hairline text-13 phone:min-h-14"
            >
              <span className="flex min-w-0 flex-1 gap-3 phone:flex-col phone:gap-0">
                <MarkedText
                  text={user.name}
                  words={[]}
                  className="flex-1 text-14 font-medium phone:flex-none"
                />
                <MarkedText
                  text={user.email ?? 'no e-mail'}
                  words={[]}
                  className={classes(
                    'flex-1 phone:flex-none',
                    user.email ? 'text-text-2' : 'text-text-3 italic',
                  )}
                />
              </span>
              <span className="w-40 phone:w-auto">
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
                onClick={() => drop(user.id, at)}
              />
            </li>
          ))}
        </ul>
        {more > 0 && (
          <Button className="mt-2" onClick={() => setSize(size + page)}>
            Show {formatCount(Math.min(page, more), 'more user')}
          </Button>
        )}
      </DialogSection>
    </Dialog>
  )
}
