import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import type { User } from '../providers/provider'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { nameInWords } from '../ui/nameInWords'
import { SearchInput } from '../ui/SearchInput'
import { type ApiUsersQuery, isNarrowed, withoutFilters } from './query'

/** Everything that shapes the list. */
export function ApiUsersToolbar({
  query,
  creator,
  searchRef,
  actions,
  onChange,
}: {
  readonly query: ApiUsersQuery
  /** Whose API users alone are shown; `undefined`: nobody's, or not known by name. */
  readonly creator: User | undefined
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly actions?: ReactNode | undefined
  readonly onChange: (query: ApiUsersQuery) => void
}) {
  const who = creator ? nameInWords(creator.name) : query.creator
  return (
    <search
      aria-label="Search and filters"
      className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 px-4 py-2 phone:px-3"
    >
      <h1 id="api-users-title" className="mr-1 text-16 font-semibold phone:order-first phone:grow">
        API users
      </h1>
      <SearchInput
        label="Search API users"
        placeholder="Name, role, client, creator, id"
        shortcut="/"
        inputRef={searchRef}
        value={query.search}
        onChange={search => onChange({ ...query, search })}
        className="w-[272px] phone:w-full"
      />
      <Button
        aria-pressed={query.orphanedOnly}
        tinted={query.orphanedOnly}
        onClick={() => onChange({ ...query, orphanedOnly: !query.orphanedOnly })}
      >
        Orphaned
      </Button>
      {who !== undefined && (
        <Button
          tinted
          aria-label={`Created by ${who}, remove this filter`}
          className="max-w-72 min-w-0 shrink!"
          onClick={() => onChange({ ...query, creator: undefined })}
        >
          <span className="truncate">
            Created by <bdi>{who}</bdi>
          </span>
          <Icon of={X} size={14} />
        </Button>
      )}
      {isNarrowed(query) && (
        <Button variant="bare" onClick={() => onChange(withoutFilters(query))}>
          Clear
        </Button>
      )}
      {actions && <div className="ml-auto phone:order-first phone:ml-0">{actions}</div>}
    </search>
  )
}
