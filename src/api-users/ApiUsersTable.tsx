import { ArrowDown, ArrowUp } from 'lucide-react'
import { wordsOf } from '../directory/fold'
import type { ApiUser } from '../providers/administration'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import type { MenuEntry } from '../ui/Menu'
import { ApiUserRow } from './ApiUserRow'
import { type ApiUsersQuery, type ColumnId, type Sort, sortedBy } from './query'
import type { Row } from './rows'

const columns = [
  { id: 'name', header: 'Name', width: 'w-56' },
  { id: 'role', header: 'Role', width: 'w-32' },
  { id: 'client', header: 'Client application', width: 'w-40' },
  { id: 'creator', header: 'Created by', width: 'w-44' },
  { id: 'created', header: 'Created', width: 'w-28' },
  { id: 'orphaned', header: 'Orphaned', width: undefined },
] as const satisfies readonly {
  readonly id: ColumnId
  readonly header: string
  readonly width: string | undefined
}[]

/** All of them at once: a workspace has some dozens. Safari forgets that a table is one when it is laid out otherwise. */
export function ApiUsersTable({
  rows,
  query,
  actionsOf,
  onSort,
}: {
  readonly rows: readonly Row[]
  readonly query: ApiUsersQuery
  readonly actionsOf: (apiUser: ApiUser) => readonly (readonly MenuEntry[])[]
  readonly onSort: (sort: Sort) => void
}) {
  const words = wordsOf(query.search)
  return (
    <table
      // biome-ignore lint/a11y/noRedundantRoles: see above
      role="table"
      aria-label="API users"
      className="w-full min-w-[1040px] table-fixed border-separate border-spacing-0 text-left phone:block phone:min-w-0"
    >
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <thead role="rowgroup" className="phone:sr-only">
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tr role="row">
          {columns.map(({ id, header, width }) => (
            <Header
              key={id}
              header={header}
              width={width}
              sort={query.sort}
              id={id}
              onSort={onSort}
            />
          ))}
          <th
            // biome-ignore lint/a11y/noRedundantRoles: see above
            role="columnheader"
            scope="col"
            className="sticky top-0 z-1 h-8 w-13 border-b border-hairline bg-quiet"
          >
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <tbody role="rowgroup" className="phone:block">
        {rows.map(row => (
          <ApiUserRow
            key={row.apiUser.id}
            row={row}
            words={words}
            actions={actionsOf(row.apiUser)}
          />
        ))}
      </tbody>
    </table>
  )
}

function Header({
  id,
  header,
  width,
  sort,
  onSort,
}: {
  readonly id: ColumnId
  readonly header: string
  readonly width: string | undefined
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}) {
  const isSorted = sort.column === id
  return (
    <th
      // biome-ignore lint/a11y/noRedundantRoles: see above
      role="columnheader"
      scope="col"
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={classes(
        'sticky top-0 z-1 h-8 border-b border-hairline bg-quiet p-0 text-12 font-medium text-text-3',
        width,
      )}
    >
      <button
        type="button"
        onClick={() => onSort(sortedBy(sort, id))}
        className={classes(
          'flex h-8 w-full cursor-pointer items-center gap-1 px-2 font-medium -outline-offset-2 hover:text-text',
          id === 'name' && 'pl-4',
          isSorted && 'text-text',
        )}
      >
        <span className="truncate">{header}</span>
        {isSorted && <Icon of={sort.descending ? ArrowDown : ArrowUp} size={14} />}
      </button>
    </th>
  )
}
