import type { Directory } from '../directory/directory'
import type { Column, PartState } from '../providers/provider'

/** By column id, for columns whose values come from another endpoint than the users. */
export function partsOf(
  parts: Directory['parts'],
  columns: readonly Column[],
): Readonly<Record<string, PartState>> {
  const known = columns.map(column => [column.id, column.part && parts[column.part]] as const)
  return Object.fromEntries(known.flatMap(([id, state]) => (state ? [[id, state]] : [])))
}
