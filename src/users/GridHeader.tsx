// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by CSS grid, where table elements lose their roles
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes to the row, or to what is pressed in a cell
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Checkbox } from '../ui/Checkbox'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { nameColumn } from './query'
import { ResizeHandle } from './ResizeHandle'
import type { UsersTable } from './table'

/**
 * The head of the table. Tab stops once in it, at the column where one was last; the arrow keys go from column to
 * column, and Tab from a column to its edge.
 */
export function GridHeader({
  table,
  selected,
  onSelectAll,
  onLeave,
}: {
  readonly table: UsersTable
  /** How much of the list is selected. */
  readonly selected: 'none' | 'some' | 'all'
  readonly onSelectAll: () => void
  /** Down, into the rows. */
  readonly onLeave: () => void
}) {
  const row = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(nameColumn)
  const columns = table.getVisibleLeafColumns()
  const tabColumn = columns.some(({ id }) => id === current) ? current : nameColumn
  const { columnSizing } = table.state

  const headers = () => [...(row.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])]

  function onKeyDown(event: KeyboardEvent) {
    const all = headers()
    const at = all.findIndex(header => header.matches(':focus'))
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onLeave()
    }
    if (at < 0) return
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: Math.max(0, at - 1),
      ArrowRight: Math.min(all.length - 1, at + 1),
      Home: 0,
      End: all.length - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    all[target]?.focus()
  }

  /** As they are drawn: resizing one must not move the others, which may have shared the window until now. */
  function measure(): Record<string, number> {
    const cells = row.current?.querySelectorAll<HTMLElement>('[data-column]') ?? []
    return Object.fromEntries(
      [...cells].map(cell => [cell.dataset['column'] ?? '', Math.round(cell.offsetWidth)]),
    )
  }

  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={1}
      onKeyDown={onKeyDown}
      className="sticky top-0 z-2 grid h-8 w-full min-w-(--least) grid-cols-(--columns) border-b border-hairline bg-quiet text-12 font-medium text-text-3"
    >
      <div role="columnheader" className="sticky left-0 z-3 flex items-center bg-inherit pl-4">
        <Checkbox
          aria-label="Select all"
          checked={selected === 'all'}
          indeterminate={selected === 'some'}
          onChange={onSelectAll}
        />
      </div>
      {columns.map(column => {
        const { header = '', minSize = 0, maxSize = 0 } = column.columnDef
        const name = String(header)
        const sorted = column.getIsSorted()
        const isName = column.id === nameColumn
        const tab = column.id === tabColumn ? 0 : -1
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-label={name}
            aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
            data-column={column.id}
            tabIndex={tab}
            onFocus={() => setCurrent(column.id)}
            onClick={() => column.toggleSorting()}
            onKeyDown={event => {
              const isPress = event.key === 'Enter' || event.key === ' '
              if (!isPress || event.target !== event.currentTarget) return
              event.preventDefault()
              column.toggleSorting()
            }}
            className={classes(
              'flex min-w-0 cursor-pointer items-center gap-1 px-2 outline-none hover:text-text focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent',
              isName ? 'sticky left-10 z-3 bg-inherit' : 'relative z-1 focus-within:z-2',
              sorted !== false && 'text-text',
            )}
          >
            <span className="truncate">{name}</span>
            {sorted && <Icon of={sorted === 'asc' ? ArrowUp : ArrowDown} size={14} />}
            <ResizeHandle
              header={name}
              width={columnSizing[column.id]}
              least={minSize}
              most={maxSize}
              tabIndex={tab}
              onStart={() => measure()[column.id] ?? column.getSize()}
              onResize={width => table.setColumnSizing({ ...measure(), [column.id]: width })}
              onReset={() => table.setColumnSizing(({ [column.id]: _, ...others }) => others)}
            />
          </div>
        )
      })}
      <div role="columnheader" className="sticky right-0 z-3 bg-inherit">
        <span className="sr-only">Actions</span>
      </div>
    </div>
  )
}
