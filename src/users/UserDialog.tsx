import { ChevronDown } from 'lucide-react'
import type { Column, PartState, User } from '../providers/provider'
import { Button } from '../ui/Button'
import { CopyButton } from '../ui/CopyButton'
import { Dialog } from '../ui/Dialog'
import { DialogSection } from '../ui/DialogSection'
import { Icon } from '../ui/Icon'
import { kindWord } from '../ui/KindMark'
import type { MenuEntry } from '../ui/Menu'
import { MenuButton } from '../ui/MenuButton'
import { Notice } from '../ui/Notice'
import type { Ground } from './acting'
import { contentOf, whyUnreadable } from './cell'
import { nameColumn } from './query'
import { rowEntries } from './rowEntries'
import { UserCell } from './UserCell'

/** Everything the list knows of one user, in full: also what has no column, or no room, on a phone. */
export function UserDialog({
  user,
  columns,
  parts,
  ground,
  onClose,
}: {
  /** `undefined`: gone since it was opened. */
  readonly user: User | undefined
  readonly columns: readonly Column[]
  readonly parts: Readonly<Record<string, PartState>>
  readonly ground: Ground
  readonly onClose: () => void
}) {
  if (!user)
    return (
      <Dialog
        title="The user is no longer there"
        onClose={onClose}
        footer={<Button onClick={onClose}>Close</Button>}
      >
        <DialogSection>Somebody has deleted them since the list was read.</DialogSection>
      </Dialog>
    )
  const [actions = [], others = []] = rowEntries(user, ground)
  return (
    <Dialog
      title={<bdi>{user.name}</bdi>}
      onClose={onClose}
      footer={
        <>
          <MenuButton
            label={`Actions for ${user.name}`}
            sections={[actions.map(entry => leaving(entry, onClose)), others]}
            trigger={trigger => (
              <Button {...trigger}>
                Actions
                <Icon of={ChevronDown} />
              </Button>
            )}
          />
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <DialogSection>
        {user.unreadable && (
          <Notice tone="amber" className="mb-3">
            {whyUnreadable(user.unreadable)}. What is shown is what could be read.
          </Notice>
        )}
        <dl className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-1 text-13">
          {columns
            .filter(({ id }) => id !== nameColumn)
            .map(column => (
              <div key={column.id} className="contents">
                <dt className="text-text-3">{column.header}</dt>
                <dd className="min-w-0 wrap-anywhere">
                  <Value column={column} user={user} part={parts[column.id]} />
                </dd>
              </div>
            ))}
        </dl>
      </DialogSection>
    </Dialog>
  )
}

function Value({
  column,
  user,
  part,
}: {
  readonly column: Column
  readonly user: User
  readonly part: PartState | undefined
}) {
  const content = contentOf(column, user, part)
  if (content.type === 'text')
    return content.text === '' ? (
      <span className="text-text-3">–</span>
    ) : (
      <>
        <bdi>{content.text}</bdi>{' '}
        {isCopied(column) && (
          <CopyButton text={content.text} label={`Copy ${column.header.toLowerCase()}`} />
        )}
      </>
    )
  if (content.type === 'notKnown')
    return (
      <>
        <i className="text-text-3">not known</i>
        <span className="block text-12 text-text-3">{content.reason}</span>
      </>
    )
  if (content.type === 'kind') return kindWord(content.kind)
  return <UserCell column={column} user={user} part={part} words={[]} />
}

const isCopied = ({ id }: Column) => id === 'email' || id === 'id'

/** The dialog makes room for the one that the entry opens; the keys are the table's. */
const leaving = (entry: MenuEntry, leave: () => void): MenuEntry => ({
  ...entry,
  shortcut: undefined,
  onSelect: () => {
    leave()
    entry.onSelect?.()
  },
})
