import { useMemo } from 'react'
import {
  preferences,
  type TablePreferences,
  tableOf,
  usePreferences,
} from '../preferences/preferences'
import type { Column, Provider } from '../providers/provider'
import { nameColumn, usualColumns } from './query'

/** The table of a provider as the operator set it in this browser. Ids are of the columns after the name. */
export type Columns = TablePreferences & {
  /** What was chosen; `undefined`: nothing was. */
  readonly preferred: readonly string[] | undefined
  /** The same, read when it is asked for rather than when the page was drawn. */
  readonly preferredNow: () => readonly string[] | undefined
  /** What is shown before anybody chooses. */
  readonly usual: readonly string[]
  readonly inOrder: (shown: readonly string[]) => readonly Column[]
}

export function useColumns(provider: Provider): Columns {
  const { id, columns } = provider
  const table = tableOf(usePreferences(), id)
  const fixed = useMemo(() => {
    const known = new Set(columns.map(column => column.id).filter(other => other !== nameColumn))
    const preferredNow = () => {
      const chosen = tableOf(preferences.get(), id).columns
      return chosen && [...new Set(chosen)].filter(column => known.has(column))
    }
    return {
      preferredNow,
      usual: usualColumns(columns),
      inOrder: (shown: readonly string[]) =>
        [nameColumn, ...shown].flatMap(other => columns.find(column => column.id === other) ?? []),
    }
  }, [id, columns])
  return useMemo(
    () => ({ ...table, ...fixed, preferred: table.columns && fixed.preferredNow() }),
    [table, fixed],
  )
}

export function preferColumns(providerId: string, columns: readonly string[] | undefined) {
  preferences.changeTable(providerId, { columns: columns && [...columns] })
}

/** The columns of the "Columns" panel: shown ones in their order, then the others in the provider's. */
export function arranged(columns: readonly Column[], shown: readonly string[]): readonly Column[] {
  const hidden = columns.filter(({ id }) => id !== nameColumn && !shown.includes(id))
  return [...shown.flatMap(id => columns.find(column => column.id === id) ?? []), ...hidden]
}

/** One step earlier (-1) or later (1); at the ends it stays. */
export function moved(shown: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const at = shown.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= shown.length) return shown
  return shown.with(at, shown[to] ?? id).with(to, id)
}
