import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { matchRanges } from '../directory/match'
import { paths } from '../paths'
import { useConnection } from '../session/SessionsContext'
import { Absent } from '../ui/Absent'
import { CutText } from '../ui/CutText'
import { Icon } from '../ui/Icon'
import { Initials } from '../ui/Initials'
import { formatDate, formatDateTime } from '../ui/time'
import { OrphanMark } from './OrphanMark'
import type { Row } from './rows'

const cell =
  'h-10 border-b border-hairline px-2 text-13 text-text-2 group-hover:bg-hover phone:h-auto phone:border-0 phone:p-0 phone:empty:hidden'

export function ApiUserRow({
  row: { apiUser, creator, orphan },
  words,
}: {
  readonly row: Row
  /** Folded words of the search. */
  readonly words: readonly string[]
}) {
  const { name, role, isAdmin, client, clientId, createdAt } = apiUser
  const marked = (text: string) =>
    matchRanges(text, words).map(({ start, end }) => [start, end] as const)
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: see ApiUsersTable
      role="row"
      className="group phone:relative phone:flex phone:flex-wrap phone:items-center phone:gap-x-3 phone:border-b phone:border-hairline phone:py-2 phone:pr-14 phone:pl-3"
    >
      <th
        // biome-ignore lint/a11y/noRedundantRoles: see ApiUsersTable
        role="rowheader"
        scope="row"
        className={`${cell} pl-4 font-medium text-text! phone:basis-full phone:pl-0`}
      >
        <span className="flex items-center gap-2 text-14">
          <Initials name={name} machine />
          <CutText text={name} ranges={marked(name)} />
        </span>
      </th>
      <Cell label="Role">
        {role === undefined ? (
          <Absent>not known</Absent>
        ) : (
          <span className="flex items-center gap-1">
            {isAdmin && <Icon of={ShieldCheck} size={14} className="text-amber" />}
            <CutText text={role} ranges={marked(role)} />
            {isAdmin && <span className="sr-only">, may do everything</span>}
          </span>
        )}
      </Cell>
      <Cell label="Client">
        {clientId === undefined ? (
          <Absent>none</Absent>
        ) : (
          <CutText text={client ?? clientId} ranges={marked(client ?? clientId)} />
        )}
      </Cell>
      <Cell label="Created by">
        <CreatorCell creator={creator} marked={marked} />
      </Cell>
      <Cell label="on">
        {createdAt && (
          <time dateTime={createdAt} title={formatDateTime(createdAt)}>
            {formatDate(createdAt)}
          </time>
        )}
      </Cell>
      <Cell>
        <OrphanMark orphan={orphan} />
      </Cell>
    </tr>
  )
}

function Cell({ label, children }: { readonly label?: string; readonly children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see ApiUsersTable
    <td role="cell" className={cell}>
      {label && children !== undefined && (
        <span aria-hidden="true" className="hidden text-12 text-text-3 phone:block">
          {label}
        </span>
      )}
      {children}
    </td>
  )
}

function CreatorCell({
  creator,
  marked,
}: {
  readonly creator: Row['creator']
  readonly marked: (text: string) => readonly (readonly [number, number])[]
}) {
  const { connection } = useConnection()
  switch (creator.seen) {
    case 'user': {
      const { id, name } = creator.user
      return (
        <Link
          to={paths.user(connection.id, id)}
          className="block text-accent no-underline hover:underline"
        >
          <CutText text={name} ranges={marked(name)} />
        </Link>
      )
    }
    case 'gone':
      return <CutText text={creator.id} className="font-mono text-12" />
    case 'not':
      return creator.id === undefined ? (
        <Absent>not known</Absent>
      ) : (
        <CutText text={creator.id} className="font-mono text-12" />
      )
  }
}
