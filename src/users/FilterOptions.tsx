import { partOf } from '../directory/directory'
import { filterOptions } from '../directory/filters'
import type { View } from '../directory/view'
import type { Column, Provider } from '../providers/provider'
import { CheckList } from '../ui/CheckList'
import { kindWord } from '../ui/KindMark'
import { statusWord } from '../ui/StatusBadge'
import type { Address } from './address'
import { withFilter } from './query'
import { useSteps } from './steps'

export type FilterProps = {
  readonly column: Column
  readonly view: View
  readonly provider: Provider
  readonly address: Address
}

/** The values of a column, with how many would be listed of each. */
export function FilterOptions({ column, view, provider, address }: FilterProps) {
  const step = useSteps()
  const label = column.filter ?? column.header
  const part = partOf(view.directory, column)
  return (
    <>
      {part.state !== 'known' && (
        <p className="px-2 pb-2 text-12 text-text-2">
          {part.state === 'loading'
            ? 'Still being read, so the counts are not final.'
            : part.reason}
        </p>
      )}
      <CheckList
        legend={label}
        options={filterOptions(view, column).map(({ value, count }) => ({
          value,
          count,
          label: labelOf(value, column, provider),
        }))}
        chosen={new Set(address.query.filters[column.id])}
        onChange={chosen =>
          address.choose(query => withFilter(query, column.id, [...chosen]), step())
        }
      />
    </>
  )
}

function labelOf(value: string, column: Column, { statuses, kinds }: Provider): string {
  if (value === '') return `No ${(column.filter ?? column.header).toLowerCase()}`
  const status = column.type === 'status' && statuses.find(one => one === value)
  const kind = column.type === 'kind' && kinds.find(one => one === value)
  return (status && statusWord(status)) || (kind && kindWord(kind)) || value
}
