import type { Column } from '../providers/provider'

/** Px between which a column can be resized. */
export const narrowest = 64
export const widest = 1000

/** Px of the columns around the data: the checkbox, and the row's menu. */
const selectWidth = 40
const menuWidth = 44

const giveWay = 0.9

/**
 * The grid's template and its least width. Columns that nobody resized share a wide window in proportion, and give way
 * a little before the table scrolls sideways; resized ones stay as they were set.
 */
export function templateOf(
  columns: readonly Column[],
  widths: Readonly<Record<string, number>>,
): { readonly template: string; readonly least: number } {
  let least = selectWidth + menuWidth
  const tracks = columns.map(({ id, width }) => {
    const set = widths[id]
    const size = Math.min(widest, Math.max(narrowest, set ?? width))
    const floor = set === undefined ? Math.round(size * giveWay) : size
    least += floor
    return set === undefined ? `minmax(${floor}px, ${size}fr)` : `${size}px`
  })
  return {
    template: [`${selectWidth}px`, ...tracks, `minmax(${menuWidth}px, 1fr)`].join(' '),
    least,
  }
}
