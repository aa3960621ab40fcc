import { Download } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import type { View } from '../directory/view'
import type { Provider } from '../providers/provider'
import { Button } from '../ui/Button'
import { SearchInput } from '../ui/SearchInput'
import type { Address } from './address'
import { ColumnsPopover } from './ColumnsPopover'
import type { Columns } from './columns'
import { FilterPopover } from './FilterPopover'
import { FiltersSheet } from './FiltersSheet'
import { FlagPopover } from './FlagPopover'
import { isNarrowed } from './query'
import { ViewsMenu } from './ViewsMenu'

export type ToolbarProps = {
  readonly provider: Provider
  readonly address: Address
  readonly view: View
  /** Ids of the columns after the name. */
  readonly shown: readonly string[]
  readonly columns: Columns
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onExport: () => void
  /** Search and filters away, and into the list: the button that was pressed goes. */
  readonly onClear: () => void
  /** Down, from the search into the list. */
  readonly onLeave: () => void
}

/** Everything that shapes the list; on a phone in one sheet, but for the search. */
export function UsersToolbar(props: ToolbarProps & { readonly isPhone: boolean }) {
  return (
    <search
      className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 px-4 py-2 phone:h-14 phone:flex-nowrap phone:px-3"
      aria-label="Search and filters"
    >
      {props.isPhone ? <PhoneTools {...props} /> : <WideTools {...props} />}
    </search>
  )
}

function WideTools(props: ToolbarProps) {
  const { provider, address, view, columns, shown } = props
  const { query } = address
  return (
    <>
      <h1 id="users-title" className="mr-1 text-16 font-semibold">
        Users
      </h1>
      <ViewsMenu provider={provider} address={address} shown={shown} saved={columns.views} />
      <span aria-hidden="true" className="h-5 w-px bg-hairline" />
      <Search
        {...props}
        placeholder="Name, e-mail, id, team, tag"
        className="max-w-68 min-w-0 flex-[1_1_120px]"
      />
      {provider.columns.map(
        column =>
          column.filter !== undefined && (
            <FilterPopover
              key={column.id}
              column={column}
              view={view}
              provider={provider}
              address={address}
            />
          ),
      )}
      {provider.flags.length > 0 && (
        <FlagPopover view={view} provider={provider} address={address} />
      )}
      {isNarrowed(query) && (
        <Button variant="bare" onClick={props.onClear}>
          Clear
        </Button>
      )}
      <div className="-mr-3 ml-auto flex">
        <ColumnsPopover provider={provider} address={address} columns={columns} shown={shown} />
        <Button
          variant="bare"
          icon={Download}
          disabledReason={view.size === 0 ? 'Nobody is listed' : undefined}
          onClick={props.onExport}
        >
          Export CSV
        </Button>
      </div>
    </>
  )
}

function PhoneTools(props: ToolbarProps) {
  return (
    <>
      <h1 id="users-title" className="sr-only">
        Users
      </h1>
      <Search {...props} placeholder="Search users" className="flex-1" />
      <FiltersSheet {...props} />
    </>
  )
}

function Search({
  address,
  searchRef,
  placeholder,
  className,
  onLeave,
}: ToolbarProps & { readonly placeholder: string; readonly className: string }) {
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onLeave()
    }
    if (event.key === 'Escape' && address.query.search !== '') {
      event.preventDefault()
      address.type('')
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field in it is left
    <div className={className} onBlur={address.settle}>
      <SearchInput
        label="Search users"
        shortcut="/"
        placeholder={placeholder}
        value={address.query.search}
        inputRef={searchRef}
        onChange={address.type}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
