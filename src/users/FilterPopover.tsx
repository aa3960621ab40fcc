import { Popover } from '../ui/Popover'
import type { FilterProps } from './FilterOptions'
import { later, useLater } from './later'

const filterOptions = later(async () => (await import('./FilterOptions')).FilterOptions)

/** "Role 2": which values of a column are listed. */
export function FilterPopover(props: FilterProps) {
  const { column, address } = props
  const FilterOptions = useLater(filterOptions)
  return (
    <Popover
      label={column.filter ?? column.header}
      count={address.query.filters[column.id]?.length}
    >
      {FilterOptions && <FilterOptions {...props} />}
    </Popover>
  )
}
