// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by CSS grid, where table elements lose their roles
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes to the row, or to what is pressed in a cell
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { userAt, type View } from '../directory/view'
import { paths } from '../paths'
import type { Column, PartState, User } from '../providers/provider'
import type { Ground } from './acting'
import { type Basket, useSelection } from './basket'
import { GridHeader } from './GridHeader'
import { cellsOf, rowOfElement, useGridFocus } from './gridFocus'
import { type GridCommands, onGridKey } from './gridKeys'
import { later, useLater } from './later'
import { idsIn, listedIn } from './listed'
import type { News } from './news'
import { useOpening } from './opening'
import { PhoneHeader } from './PhoneHeader'
import { PhoneRow } from './PhoneRow'
import type { Sort } from './query'
import { useScrollMemory } from './scroll'
import { add, extend, remove, step, toggle } from './selection'
import { useUsersTable } from './table'
import { templateOf } from './template'
import { UserRow } from './UserRow'

const rowMenu = later(async () => (await import('./RowMenu')).RowMenu)

export type GridHandle = {
  /** The row that keys act on: the focused one. `undefined`: the focus is elsewhere. */
  readonly focusedUser: () => User | undefined
  readonly focus: () => void
}

/** The users in rows: drawn as far as they are in the window, gone through by keys, selected, and acted on. */
export function UsersGrid(props: {
  readonly view: View
  readonly columns: readonly Column[]
  /** Ids of the columns after the name, in order. */
  readonly shown: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  readonly sort: Sort
  readonly parts: Readonly<Record<string, PartState>>
  readonly words: readonly string[]
  readonly news: ReadonlyMap<string, News>
  readonly basket: Basket
  /** How many of the list are in it. */
  readonly listedCount: number
  readonly ground: Ground
  /** Changes when other users are listed, or in another order. */
  readonly shape: string
  readonly isPhone: boolean
  readonly handle: Ref<GridHandle>
  readonly onSort: (sort: Sort) => void
  readonly onWidths: (widths: Record<string, number>) => void
}) {
  const { view, columns, parts, words, news, basket, listedCount, isPhone } = props
  const { connectionId } = props.ground
  const [opened, setMenu] = useState<OpenMenu>()
  const grid = useRef<HTMLDivElement>(null)
  const selection = useSelection(basket)
  const opening = useOpening(connectionId)
  const RowMenu = useLater(rowMenu)
  // A menu that stands at a row where somebody else is by now is shut.
  const menu = opened && userAt(view, opened.row)?.id === opened.id ? opened : undefined
  const focus = useGridFocus(grid, view, opening.from)
  const { activeRow, isInside, focusRow, elementOf, onFocus, onBlur } = focus
  const rowHeight = isPhone ? 60 : 40
  const headHeight = isPhone ? 0 : 32

  const virtualizer = useVirtualizer({
    count: view.size,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: 1,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: useCallback((range: Range) => withRow(range, activeRow), [activeRow]),
  })
  const drawn = virtualizer.getVirtualItems()
  const rows = useMemo(
    () => drawn.flatMap(({ index, start }) => rowAt(view, index, start - headHeight)),
    [drawn, view, headHeight],
  )
  const users = useMemo(() => rows.map(({ user }) => user), [rows])
  const table = useUsersTable({ ...props, users })
  const visible = table.getVisibleLeafColumns()
  const inOrder = useMemo(
    () => visible.flatMap(({ id }) => columns.find(column => column.id === id) ?? []),
    [visible, columns],
  )
  const { template, least } = templateOf(inOrder, props.widths)
  const listed = useMemo(() => listedIn(view), [view])
  useScrollMemory(grid, props.shape, view.size, view.directory.state !== 'loading')
  useImperativeHandle(props.handle, () => ({
    focusedUser: () => (isInside.current ? userAt(view, activeRow) : undefined),
    focus: () => focusRow(activeRow),
  }))

  function go(row: number, cell = -1) {
    virtualizer.scrollToIndex(row)
    focusRow(row, cell)
  }

  const select = (row: number, how: 'toggle' | 'range') => {
    const id = listed.idAt(row)
    if (id === undefined) return
    basket.update(now => (how === 'range' ? extend(now, listed, id) : toggle(now, id)))
  }

  const open = (row: number) => {
    const id = listed.idAt(row)
    if (id !== undefined) opening.open(id)
  }

  function onClick(event: MouseEvent) {
    const row = rowOfElement(event.target)
    if (row === undefined || !(event.target instanceof Element)) return
    const part = event.target.closest<HTMLElement>('[data-part]')
    if (part?.dataset['part'] === 'select') select(row, event.shiftKey ? 'range' : 'toggle')
    // With a modifier the browser opens it elsewhere, as any link.
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (part?.dataset['part'] === 'open' && !isElsewhere) {
      event.preventDefault()
      open(row)
    }
    if (part?.dataset['part'] === 'menu') {
      const id = userAt(view, row)?.id
      setMenu(id === undefined || menu?.id === id ? undefined : { id, row, anchor: part })
    }
  }

  const commands: GridCommands = {
    go,
    goUp: () => grid.current?.querySelector<HTMLElement>('[data-column][tabindex="0"]')?.focus(),
    select,
    step: (from, to) => {
      const [start, end] = [listed.idAt(from), listed.idAt(to)]
      if (start !== undefined && end !== undefined)
        basket.update(now => step(now, listed, start, end))
    },
    selectAll: () => {
      const everybody = idsIn(listed)
      const isAll = listedCount === view.size
      basket.update(now => (isAll ? remove(now, everybody) : add(now, everybody)))
    },
    open,
    openMenu: row => {
      const anchor = elementOf(row)?.querySelector<HTMLElement>('[data-part="menu"]')
      const id = listed.idAt(row)
      if (anchor && id !== undefined) setMenu({ id, row, anchor })
    },
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const row = rowOfElement(event.target)
    if (row === undefined || event.defaultPrevented) return
    const cells = cellsOf(elementOf(row))
    const cell = cells.findIndex(element => element.matches(':focus'))
    const page = Math.floor(((grid.current?.clientHeight ?? 0) - headHeight) / rowHeight)
    onGridKey(event, { row, cell, cells: cells.length, size: view.size, page }, commands)
  }

  const Row = isPhone ? PhoneRow : UserRow
  const variables: Variables = { '--columns': template, '--least': isPhone ? '0px' : `${least}px` }
  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Users"
      aria-rowcount={view.size + 1}
      aria-multiselectable="true"
      style={variables}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain border-t border-hairline not-phone:[scrollbar-gutter:stable] not-phone:bg-[linear-gradient(var(--quiet)_31px,var(--hairline)_31px_32px,transparent_32px)]"
    >
      {isPhone ? (
        <PhoneHeader />
      ) : (
        <GridHeader
          table={table}
          selected={listedCount === 0 ? 'none' : listedCount === view.size ? 'all' : 'some'}
          onSelectAll={commands.selectAll}
          onLeave={() => go(Math.max(0, activeRow))}
        />
      )}
      <div
        role="rowgroup"
        style={{ height: view.size * rowHeight }}
        className="relative w-full min-w-(--least)"
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        {rows.map(({ user, row, top }) => (
          <Row
            // By place: with every letter of a search other users stand there, and a row is made faster over than anew.
            key={row}
            user={user}
            href={paths.user(connectionId, user.id)}
            row={row}
            top={top}
            isSelected={selection.ids.has(user.id)}
            isActive={row === activeRow}
            isMenuOpen={menu?.id === user.id}
            news={news.get(user.id)}
            columns={inOrder}
            parts={parts}
            words={words}
          />
        ))}
      </div>
      {RowMenu && (
        <RowMenu
          user={menu && view.directory.byId.get(menu.id)}
          anchor={menu?.anchor}
          ground={props.ground}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  )
}

type OpenMenu = { readonly id: string; readonly row: number; readonly anchor: HTMLElement }
type Variables = CSSProperties & Record<`--${string}`, string>

function withRow(range: Range, row: number): number[] {
  const rows = defaultRangeExtractor(range)
  if (row < 0 || row >= range.count || rows.includes(row)) return rows
  return [...rows, row].sort((a, b) => a - b)
}

const rowAt = (view: View, row: number, top: number) => {
  const user = userAt(view, row)
  return user ? [{ user, row, top }] : []
}
