/**
 * Where a key goes from a row; `undefined`: it is no key to move with.
 * @param page rows that fit into the window
 */
export function rowAfter(key: string, row: number, size: number, page: number): number | undefined {
  const to = target(key, row, size, page)
  return to === undefined || size === 0 ? undefined : Math.max(0, Math.min(size - 1, to))
}

function target(key: string, row: number, size: number, page: number) {
  switch (key) {
    case 'ArrowUp':
      return row - 1
    case 'ArrowDown':
      return row + 1
    case 'PageUp':
      return row - Math.max(1, page - 1)
    case 'PageDown':
      return row + Math.max(1, page - 1)
    case 'Home':
      return 0
    case 'End':
      return size - 1
  }
  return undefined
}

/**
 * Where a key goes inside a row: to a cell, to the row itself (-1), or nowhere else (`undefined`).
 * @param cell -1: the focus is on the row
 */
export function cellAfter(key: string, cell: number, cells: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(cells - 1, cell + 1)
    case 'ArrowLeft':
      return Math.max(-1, cell - 1)
    case 'Home':
      return cell < 0 ? undefined : 0
    case 'End':
      return cell < 0 ? undefined : cells - 1
    case 'Escape':
      return cell < 0 ? undefined : -1
  }
  return undefined
}
