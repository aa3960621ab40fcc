import type { Change, Changes } from '../directory/changes'
import type { Directory } from '../directory/directory'
import { type Column, kinds, statuses } from '../providers/provider'
import { kindWord } from '../ui/KindMark'
import { Popover } from '../ui/Popover'
import { statusWord } from '../ui/StatusBadge'
import { formatDate, formatTime } from '../ui/time'
import { changeWords } from './tally'

const most = 100

/** "Since 14:02: 3 changed, 1 new, 2 gone", and which. */
export function ChangesPopover({
  changes,
  directory,
  columns,
  onShow,
}: {
  readonly changes: Changes
  readonly directory: Directory
  readonly columns: readonly Column[]
  readonly onShow: (id: string) => void
}) {
  const words = changeWords(changes)
  const since = `Since ${formatTime(changes.since)}`
  if (changes.changed.size + changes.added.length + changes.removed.length === 0)
    return (
      <span className="truncate">
        {since}: {words}
      </span>
    )
  const changed = [...changes.changed].slice(0, most)
  return (
    <Popover label={`${since}: ${words}`} variant="bare" panelLabel="Changes">
      <ul className="max-h-80 space-y-1 overflow-y-auto">
        {changed.map(([id, of]) => (
          <Line
            key={id}
            name={directory.byId.get(id)?.name ?? id}
            what={of.map(change => wordsOf(change, columns)).join(' · ')}
            onShow={() => onShow(id)}
          />
        ))}
        {changes.added.slice(0, most).map(id => (
          <Line
            key={id}
            name={directory.byId.get(id)?.name ?? id}
            what="New"
            onShow={() => onShow(id)}
          />
        ))}
        {changes.removed.slice(0, most).map(user => (
          <Line key={user.id} name={user.name} what="No longer there" />
        ))}
      </ul>
    </Popover>
  )
}

function Line({
  name,
  what,
  onShow,
}: {
  readonly name: string
  readonly what: string
  readonly onShow?: () => void
}) {
  return (
    <li className="px-2 py-1">
      {onShow ? (
        <button
          type="button"
          onClick={onShow}
          className="block max-w-full cursor-pointer truncate font-medium text-accent"
        >
          <bdi>{name}</bdi>
        </button>
      ) : (
        <bdi className="block truncate font-medium">{name}</bdi>
      )}
      <span className="block text-12 text-text-2 wrap-anywhere">
        <bdi>{what}</bdi>
      </span>
    </li>
  )
}

function wordsOf({ column: id, before, after }: Change, columns: readonly Column[]): string {
  const column = columns.find(one => one.id === id)
  if (!column) return ''
  const shown = (values: readonly string[]) =>
    values.map(value => wordOf(value, column)).join(', ') || 'none'
  return `${column.header}: ${shown(before)} → ${shown(after)}`
}

function wordOf(value: string, { type }: Column): string {
  switch (type) {
    case 'status': {
      const status = statuses.find(one => one === value)
      return status ? statusWord(status) : value
    }
    case 'kind': {
      const kind = kinds.find(one => one === value)
      return kind ? kindWord(kind) : value
    }
    case 'date':
      return formatDate(value)
    case 'text':
    case 'list':
      return value
  }
}
