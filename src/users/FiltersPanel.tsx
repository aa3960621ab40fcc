import { ChevronDown, ChevronUp, Download } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { FilterOptions } from './FilterOptions'
import { FlagOptions } from './FlagOptions'
import { isNarrowed, nameColumn, withoutFilters } from './query'
import type { ToolbarProps } from './UsersToolbar'
import { ViewsMenu } from './ViewsMenu'

/** What the tool bar holds on a wide screen, on a phone in one sheet. */
export function FiltersPanel({ provider, address, view, shown, columns, onExport }: ToolbarProps) {
  const { query } = address
  return (
    <>
      <div className="flex items-center gap-2 pb-2">
        <ViewsMenu provider={provider} address={address} shown={shown} saved={columns.views} />
        <Button
          variant="bare"
          disabledReason={isNarrowed(query) ? undefined : 'Nothing is searched or filtered'}
          onClick={() => address.choose(withoutFilters)}
        >
          Clear
        </Button>
      </div>
      {provider.columns.map(
        column =>
          column.filter !== undefined && (
            <Part
              key={column.id}
              label={column.filter}
              count={query.filters[column.id]?.length ?? 0}
            >
              <FilterOptions column={column} view={view} provider={provider} address={address} />
            </Part>
          ),
      )}
      {provider.flags.length > 0 && (
        <Part label="More" count={query.flags.length}>
          <FlagOptions view={view} provider={provider} address={address} />
        </Part>
      )}
      <Part label="Sort" count={0}>
        <label className="flex items-center gap-2 px-2 py-1.5">
          Sort by
          <select
            className="h-10 min-w-0 flex-1 rounded-6 border border-field bg-ground px-2 text-16"
            value={`${query.sort.column} ${query.sort.descending}`}
            onChange={event => {
              const [column = nameColumn, descending] = event.target.value.split(' ')
              address.choose(now => ({
                ...now,
                sort: { column, descending: descending === 'true' },
              }))
            }}
          >
            {provider.columns.flatMap(({ id, header }) =>
              [false, true].map(descending => (
                <option key={`${id} ${descending}`} value={`${id} ${descending}`}>
                  {header}, {descending ? 'descending' : 'ascending'}
                </option>
              )),
            )}
          </select>
        </label>
      </Part>
      <Button
        icon={Download}
        className="mt-2 w-full"
        disabledReason={view.size === 0 ? 'Nobody is listed' : undefined}
        onClick={onExport}
      >
        Export CSV
      </Button>
    </>
  )
}

function Part({
  label,
  count,
  children,
}: {
  readonly label: string
  readonly count: number
  readonly children: ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="border-t border-hairline">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex h-11 w-full cursor-pointer items-center gap-2 px-2 font-medium"
      >
        {label}
        {count > 0 && (
          <span aria-hidden="true" className="font-semibold text-accent">
            {count}
          </span>
        )}
        <Icon of={isOpen ? ChevronUp : ChevronDown} className="ml-auto text-text-3" />
      </button>
      {isOpen && children}
    </div>
  )
}
