import { ListFilter } from 'lucide-react'
import { Popover } from '../ui/Popover'
import { later, useLater } from './later'
import { filterCount } from './query'
import type { ToolbarProps } from './UsersToolbar'

const filtersPanel = later(async () => (await import('./FiltersPanel')).FiltersPanel)

/** The button that opens, on a phone, what the tool bar holds on a wide screen. */
export function FiltersSheet(props: ToolbarProps) {
  const FiltersPanel = useLater(filtersPanel)
  return (
    <Popover label="Filters" icon={ListFilter} count={filterCount(props.address.query)} align="end">
      {FiltersPanel && <FiltersPanel {...props} />}
    </Popover>
  )
}
