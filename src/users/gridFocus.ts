import {
  type FocusEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import { rowOf, userAt, type View } from '../directory/view'
import { actionDialog } from '../runs/actionDialog'

const cells = '[role="gridcell"], [role="rowheader"]'
const widget = 'input, button'

/**
 * One row is active: Tab goes to it, and it stays drawn wherever one scrolls. It is remembered by user, so it follows
 * them through search, sort and refresh; when they leave the list, their neighbour takes over.
 * @param from whom one comes back from: the focus is theirs at once; `undefined`: it is elsewhere
 */
export function useGridFocus(
  grid: RefObject<HTMLElement | null>,
  view: View,
  from: string | undefined,
) {
  const [active, setActive] = useState<{ readonly id: string; readonly row: number } | undefined>(
    from === undefined ? undefined : { id: from, row: Math.max(0, rowOf(view, from)) },
  )
  const found = active ? rowOf(view, active.id) : -1
  const activeRow = found >= 0 ? found : Math.min(active?.row ?? 0, view.size - 1)
  const isInside = useRef(from !== undefined)

  const elementOf = (row: number) =>
    grid.current?.querySelector<HTMLElement>(`[data-row="${row}"]`) ?? undefined

  /** @param cell -1: the row itself */
  function focusRow(row: number, cell = -1) {
    const id = userAt(view, row)?.id
    if (id === undefined) return
    // Drawn before it is focused, however far away it is.
    flushSync(() => setActive({ id, row }))
    const element = elementOf(row)
    const target = cell < 0 ? undefined : cellsOf(element)[cell]
    ;(target ?? element)?.focus({ preventScroll: cell < 0 })
  }

  function onFocus(event: FocusEvent) {
    isInside.current = true
    const row = rowOfElement(event.target)
    const id = row === undefined ? undefined : userAt(view, row)?.id
    if (row === undefined || id === undefined) return
    if (active?.id !== id || active.row !== row) setActive({ id, row })
  }

  function onBlur({ relatedTarget }: FocusEvent) {
    if (!(relatedTarget instanceof Element)) return
    // What floats gives the focus back.
    if (relatedTarget.closest('dialog, [data-floating]')) return
    isInside.current = grid.current?.contains(relatedTarget) ?? false
  }

  // The focused user has gone, or is in another row now: nothing else tells where the focus is to be.
  const { shows } = useSyncExternalStore(actionDialog.subscribe, actionDialog.get)
  const recover = () => {
    if (!isInside.current || shows !== 'nothing') return
    const { activeElement } = document
    if (activeElement === document.body) elementOf(activeRow)?.focus()
    if (!activeElement || !grid.current?.contains(activeElement)) return
    const row = rowOfElement(activeElement)
    if (row === undefined || row === activeRow) return
    const cell = cellsOf(elementOf(row)).findIndex(element => element.contains(activeElement))
    const element = elementOf(activeRow)
    ;(cellsOf(element)[cell] ?? element)?.focus({ preventScroll: true })
  }
  useLayoutEffect(recover)
  // A dialog gives the focus back when it has gone, which is after layout.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as a dialog closes, and then only
  useEffect(recover, [shows])

  return { activeRow, isInside, focusRow, elementOf, onFocus, onBlur }
}

/** What can be focused in a row, in order: a cell, or what is in it to be pressed. */
export function cellsOf(row: HTMLElement | undefined): readonly HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(cells) ?? [])].map(
    cell => cell.querySelector<HTMLElement>(widget) ?? cell,
  )
}

export function rowOfElement(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : undefined
  return row ? Number(row.dataset['row']) : undefined
}
