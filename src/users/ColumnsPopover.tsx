import { Columns3 } from 'lucide-react'
import { Popover } from '../ui/Popover'
import type { ColumnListProps } from './ColumnList'
import { later, useLater } from './later'

const columnList = later(async () => (await import('./ColumnList')).ColumnList)

/** Which columns are shown. */
export function ColumnsPopover(props: ColumnListProps) {
  const ColumnList = useLater(columnList)
  return (
    <Popover label="Columns" icon={Columns3} variant="bare" align="end">
      {ColumnList && <ColumnList {...props} />}
    </Popover>
  )
}
