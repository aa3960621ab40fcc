import { Ellipsis, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { matchRanges } from '../directory/match'
import { paths } from '../paths'
import { useConnection } from '../session/SessionsContext'
import { Absent } from '../ui/Absent'
import { CutText } from '../ui/CutText'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { Initials } from '../ui/Initials'
import type { MenuEntry } from '../ui/Menu'
import { MenuButton } from '../ui/MenuButton'
import { formatDate, formatDateTime } from '../ui/time'
import { OrphanMark } from './OrphanMark'
import type { Row } from './rows'

const cell =
  'h-10 border-b border-hairline px-2 text-13 text-text-2 group-hover:bg-hover phone:flex phone:h-auto phone:max-w-full phone:min-w-0 phone:gap-1 phone:border-0 phone:bg-transparent! phone:p-0 phone:empty:hidden'

export function ApiUserRow({
  row: { apiUser, creator, orphan },
  words,
  actions,
}: {
  readonly row: Row
  /** Folded words of the search. */
  readonly words: readonly string[]
  readonly actions: readonly (readonly MenuEntry[])[]
}) {
  const { name, role, isAdmin, client, clientId, createdAt } = apiUser
  const marked = (text: string) =>
    matchRanges(text, words).map(({ start, end }) => [start, end] as const)
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: see ApiUsersTable
      role="row"
      className="group phone:relative phone:flex phone:flex-wrap phone:items-center phone:gap-x-2 phone:border-b phone:border-hairline phone:py-2 phone:pr-14 phone:pl-11"
    >
      <th
        // biome-ignore lint/a11y/noRedundantRoles: see ApiUsersTable
        role="rowheader"
        scope="row"
        className={`${cell} pl-4 font-medium text-text! phone:-ml-8 phone:basis-[calc(100%+32px)] phone:max-w-none! phone:pl-0`}
      >
        <span className="flex min-w-0 items-center gap-2 text-14">
          <Initials name={name} machine />
          <CutText text={name} ranges={marked(name)} />
        </span>
      </th>
      <Cell>
        {role === undefined ? (
          <Absent>not known</Absent>
        ) : (
          <span className="flex min-w-0 items-center gap-1">
            {isAdmin && <Icon of={ShieldCheck} size={14} className="text-amber" />}
            <CutText text={role} ranges={marked(role)} />
            {isAdmin && <span className="sr-only">, may do everything</span>}
          </span>
        )}
      </Cell>
      <Cell className="phone:before:content-['·']">
        {clientId === undefined ? (
          <Absent>none</Absent>
        ) : (
          <CutText text={client ?? clientId} ranges={marked(client ?? clientId)} />
        )}
      </Cell>
      <Cell label="by">
        <CreatorCell creator={creator} marked={marked} />
      </Cell>
      <Cell label="on">
        {createdAt && (
          <time dateTime={createdAt} title={formatDateTime(createdAt)}>
            {formatDate(createdAt)}
          </time>
        )}
      </Cell>
      <Cell className="phone:basis-full">
        <OrphanMark orphan={orphan} />
      </Cell>
      <Cell className="pr-3 text-right phone:absolute! phone:top-0 phone:right-0">
        <MenuButton
          label={`Actions for ${name}`}
          align="end"
          sections={actions}
          trigger={props => (
            <IconButton icon={Ellipsis} aria-label={`Actions for ${name}`} {...props} />
          )}
        />
      </Cell>
    </tr>
  )
}

function Cell({
  label,
  className,
  children,
}: {
  readonly label?: string
  readonly className?: string
  readonly children?: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see ApiUsersTable
    <td role="cell" className={classes(cell, className)}>
      {label && children !== undefined && (
        <span aria-hidden="true" className="hidden text-text-3 phone:inline">
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
          className="block min-w-0 text-accent no-underline hover:underline"
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
