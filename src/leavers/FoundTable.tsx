import { type ComponentProps, useMemo, useRef, useState } from 'react'
import { useShortcuts } from '../preferences/useShortcuts'
import { EmptyState } from '../ui/EmptyState'
import { formatNumber } from '../ui/number'
import { SearchInput } from '../ui/SearchInput'
import { Select } from '../ui/Select'
import { type Filter, filtersOf, searched } from './lines'
import { MatchesTable } from './MatchesTable'

/** Fewer are seen at a glance. */
const searchable = 12

/** A table under its heading, with what finds a line in it. */
export function FoundTable({
  count,
  ...table
}: ComponentProps<typeof MatchesTable> & { readonly count?: string | undefined }) {
  const { label, lines } = table
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const input = useRef<HTMLInputElement>(null)
  // Of two tables the first one has it.
  useShortcuts({ '/': lines.length > searchable ? () => input.current?.focus() : undefined })
  const filters = useMemo(() => filtersOf(lines), [lines])
  const chosen = filters.find(({ id }) => id === filter) ?? filters[0]
  const passing = useMemo(
    () => (chosen ? searched(lines.filter(chosen.test), search) : lines),
    [lines, chosen, search],
  )
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-1 phone:px-3">
        <h2 className="font-semibold">
          {label}
          {count && ` (${count})`}
        </h2>
        {filters.length > 2 && (
          <Select
            aria-label={`Show, ${label}`}
            className="w-52! phone:w-full!"
            value={chosen?.id}
            options={filters.map(({ id, label: text }) => ({ value: id, label: text }))}
            onChange={({ target: { value } }) =>
              setFilter(filters.find(({ id }) => id === value)?.id ?? 'all')
            }
          />
        )}
        {lines.length > searchable && (
          <SearchInput
            label={`Search ${label}`}
            placeholder="Name, e-mail, id"
            className="w-52 phone:w-full"
            inputRef={input}
            value={search}
            onChange={setSearch}
          />
        )}
        <span role="status" className="text-13 text-text-2">
          {passing.length < lines.length &&
            `${formatNumber(passing.length)} of ${formatNumber(lines.length)}`}
        </span>
      </div>
      {passing.length === 0 && lines.length > 0 ? (
        <EmptyState title="Nobody here is called that">
          The search looks at what was pasted, and at the name, e-mails and id of who was found.
        </EmptyState>
      ) : (
        <MatchesTable {...table} lines={passing} />
      )}
    </>
  )
}
