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
import { narrowest, widest } from './template'

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})
const helper = createColumnHelper<typeof features, User>()

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
