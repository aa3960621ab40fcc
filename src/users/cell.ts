import type { Column, Kind, PartState, Status, User } from '../providers/provider'
import { kindWord } from '../ui/KindMark'
import { statusWord } from '../ui/StatusBadge'
import { formatDate } from '../ui/time'
import { nameColumn } from './query'

/** What a cell says, before it is drawn, searched for marks, or exported. */
export type CellContent =
  /** `until`: active until then, ISO 8601. */
  | { readonly type: 'status'; readonly status: Status; readonly until: string | undefined }
  | { readonly type: 'kind'; readonly kind: Kind }
  /** `text` may be empty: there is none. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'noEmail' }
  | { readonly type: 'loading' }
  | { readonly type: 'notKnown'; readonly reason: string }

export function contentOf(column: Column, user: User, part: PartState | undefined): CellContent {
  switch (column.type) {
    case 'status':
      return { type: 'status', status: user.status, until: untilOf(user) }
    case 'kind':
      // A person is who is none of the others: as long as those are not all known, nobody is known to be one.
      return user.kind === 'person' ? (gap(part) ?? kindOf(user)) : kindOf(user)
    case 'date':
      return textOr(column.values(user).map(formatDate).join(', '), column, part)
    case 'text':
    case 'list':
      return textOr(column.values(user).join(', '), column, part)
  }
}

const untilOf = ({ status, deactivatesAt }: User) =>
  status === 'active' ? deactivatesAt : undefined

const kindOf = (user: User): CellContent => ({ type: 'kind', kind: user.kind })

function textOr(text: string, column: Column, part: PartState | undefined): CellContent {
  if (text !== '') return { type: 'text', text }
  return gap(part) ?? (column.id === 'email' ? { type: 'noEmail' } : { type: 'text', text })
}

function gap(part: PartState | undefined): CellContent | undefined {
  if (part?.state === 'loading') return { type: 'loading' }
  if (part?.state === 'unknown') return { type: 'notKnown', reason: part.reason }
  return undefined
}

/** The same in a CSV file, where dates are ISO so that they can be sorted and counted with. */
export function exportedOf(column: Column, user: User, part: PartState | undefined): string {
  if (user.unreadable && column.id !== nameColumn) return 'not readable'
  const content = contentOf(column, user, part)
  switch (content.type) {
    case 'status':
      return [statusWord(content.status), content.until && `until ${formatDate(content.until)}`]
        .filter(Boolean)
        .join(', ')
    case 'kind':
      return kindWord(content.kind)
    case 'text':
      return column.type === 'date' ? column.values(user).join(', ') : content.text
    case 'noEmail':
      return ''
    case 'loading':
    case 'notKnown':
      return 'not known'
  }
}

/** Which endpoint and field are to blame for a user that cannot be shown. */
export const whyUnreadable = ({ endpoint, field }: NonNullable<User['unreadable']>) =>
  `Cannot be read: “${field}” in the answer of ${endpoint} is not as documented`
