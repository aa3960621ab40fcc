import type { KeyboardEvent } from 'react'
import { cellAfter, rowAfter } from './movement'

export type GridPlace = {
  readonly row: number
  /** -1: the focus is on the row itself. */
  readonly cell: number
  /** How many cells the row has. */
  readonly cells: number
  /** How many rows there are. */
  readonly size: number
  /** How many of them fit into the window. */
  readonly page: number
}

export type GridCommands = {
  readonly go: (row: number, cell: number) => void
  readonly goUp: () => void
  readonly select: (row: number, how: 'toggle' | 'range') => void
  readonly step: (from: number, to: number) => void
  readonly selectAll: () => void
  readonly open: (row: number) => void
  readonly openMenu: (row: number) => void
}

/** What the keys do in the rows. What is pressed in a cell, a checkbox or a button, keeps Space and Enter for itself. */
export function onGridKey(event: KeyboardEvent, place: GridPlace, grid: GridCommands): void {
  const command = commandOf(event, place, grid)
  if (!command) return
  event.preventDefault()
  command()
}

function commandOf(
  { key, shiftKey, ctrlKey, metaKey, altKey, target }: KeyboardEvent,
  { row, cell, cells, size, page }: GridPlace,
  grid: GridCommands,
): (() => void) | undefined {
  const hasModifier = ctrlKey || metaKey
  const isPressed = target instanceof Element && target.matches('input, button')
  if (altKey) return undefined
  if (key === ' ' && !isPressed) return () => grid.select(row, shiftKey ? 'range' : 'toggle')
  if (key === 'Enter' && !isPressed) return () => grid.open(row)
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return () => grid.openMenu(row)
  if (key === 'a' && hasModifier) return grid.selectAll
  const nextCell = hasModifier ? undefined : cellAfter(key, cell, cells)
  if (nextCell !== undefined) return () => grid.go(row, nextCell)
  const next = rowAfter(key, row, size, page)
  if (next === undefined) return undefined
  if (key === 'ArrowUp' && row === 0 && !shiftKey) return grid.goUp
  return () => {
    if (shiftKey) grid.step(row, next)
    grid.go(next, cell)
  }
}
