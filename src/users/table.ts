import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  functionalUpdate,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Column, User } from '../providers/provider'
import { nameColumn, type Sort } from './query'

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})
const helper = createColumnHelper<typeof features, User>()

const narrowest = 64
const widest = 1000

/** Px of the columns around the data: the checkbox, and the row's menu. */
const selectWidth = 40
const menuWidth = 44

/**
 * Order, visibility, size and sort of the columns. It is given the visible window of the list alone: searching,
 * filtering and sorting are the directory's.
 */
export function useUsersTable(options: {
  readonly columns: readonly Column[]
  /** Ids of the columns after the name, in order. */
  readonly shown: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  readonly sort: Sort
  readonly users: readonly User[]
  readonly onSort: (sort: Sort) => void
  readonly onWidths: (widths: Record<string, number>) => void
}) {
  const { columns, shown, widths, sort, users, onSort, onWidths } = options
  const definitions = useMemo(
    () =>
      columns.map(column =>
        helper.accessor((user): unknown => column.values(user), {
          id: column.id,
          header: column.header,
          size: column.width,
          minSize: narrowest,
          maxSize: widest,
          sortDescFirst: false,
        }),
      ),
    [columns],
  )
  const state = useMemo(() => {
    const visible = new Set([nameColumn, ...shown])
    const order = [nameColumn, ...shown]
    return {
      columnOrder: [...order, ...columns.map(({ id }) => id).filter(id => !visible.has(id))],
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, visible.has(id)])),
      columnSizing: { ...widths },
      sorting: [{ id: sort.column, desc: sort.descending }],
    }
  }, [columns, shown, widths, sort])

  return useTable({
    features,
    columns: definitions,
    data: useMemo(() => [...users], [users]),
    getRowId: user => user.id,
    state,
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    onSortingChange: updater => {
      const [next] = functionalUpdate(updater, state.sorting)
      if (next) onSort({ column: next.id, descending: next.desc })
    },
    onColumnSizingChange: updater => onWidths(functionalUpdate(updater, state.columnSizing)),
  })
}

export type UsersTable = ReturnType<typeof useUsersTable>

/**
 * The grid's template and its least width. Columns that nobody resized share a wide window in proportion, and give way
 * a little before the table scrolls sideways; resized ones stay as they were set.
 */
export function templateOf(table: UsersTable): {
  readonly template: string
  readonly least: number
} {
  const { columnSizing } = table.state
  let least = selectWidth + menuWidth
  const tracks = table.getVisibleLeafColumns().map(column => {
    const size = column.getSize()
    const isSet = columnSizing[column.id] !== undefined
    const floor = isSet ? size : Math.round(size * giveWay)
    least += floor
    return isSet ? `${size}px` : `minmax(${floor}px, ${size}fr)`
  })
  return {
    template: [`${selectWidth}px`, ...tracks, `minmax(${menuWidth}px, 1fr)`].join(' '),
    least,
  }
}

const giveWay = 0.9
