import type { FigureLabel } from '../providers/provider'
import { figureLabel } from './figures'
import type { Receipt, ReceiptItem } from './receipt'

/** What all forecasts say together. Never a number where nothing was known. */
export type Forecasted =
  | { readonly state: 'known' | 'atLeast'; readonly value: number }
  | { readonly state: 'notKnown' }
  /** Nobody looked. */
  | { readonly state: 'none' }

export type Reported = {
  readonly value: number
  /** For how many users it was more than nothing. */
  readonly users: number
  /** Users whose report was lost: then `value` is not all of it. */
  readonly lost: number
}

export type ReportRow = {
  readonly key: string
  readonly label: string
  readonly forecast: Forecasted
  /** What the API reported; `undefined`: it says nothing of this. */
  readonly reported: Reported | undefined
}

/**
 * A report for each connection that has something to tell: what each system calls its figures is its own, so they are not
 * added up.
 * @param vendorName how the vendor with that id is written
 */
export function reportsOf(
  { items, connections }: Pick<Receipt, 'items' | 'connections'>,
  labels: readonly FigureLabel[],
  vendorName: (id: string) => string,
) {
  const all = Object.entries(connections)
  return all
    .map(([id, { name, provider }]) => ({
      id,
      title: `What ${vendorName(provider)} did`,
      /** Of several: the one it is about. */
      connection: all.length > 1 ? name : undefined,
      rows: reportOf(
        items.filter(({ connection }) => connection === id),
        labels,
      ),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** The forecast next to what was reported, summed up over everybody for whom it was done, or may have been. */
export function reportOf(
  items: readonly ReceiptItem[],
  labels: readonly FigureLabel[],
): readonly ReportRow[] {
  const acted = items.filter(({ verdict }) => verdict === 'done' || verdict === 'unknown')
  const after = ordered(keysOf(acted.map(item => item.summary)), labels)
  const shown = new Set(after.flatMap(key => [key, forecastKey(key, labels)]))
  const before = ordered(keysOf(acted.map(item => item.forecast)), labels)
  return [...after, ...before.filter(key => !shown.has(key))].map(key => ({
    key,
    label: figureLabel(key, labels),
    forecast: forecastOf(acted, forecastKey(key, labels)),
    reported: after.includes(key) ? sumOf(acted, key) : undefined,
  }))
}

function forecastOf(items: readonly ReceiptItem[], key: string): Forecasted {
  const figures = items.flatMap(({ forecast }) =>
    forecast && Object.hasOwn(forecast, key) ? [forecast[key] ?? null] : [],
  )
  if (figures.length === 0) return { state: 'none' }
  const known = figures.filter(figure => figure !== null)
  if (known.length === 0) return { state: 'notKnown' }
  const value = known.reduce((sum, figure) => sum + figure, 0)
  return { state: known.length === items.length ? 'known' : 'atLeast', value }
}

function sumOf(items: readonly ReceiptItem[], key: string): Reported {
  const figures = items.map(({ summary }) => summary?.[key] ?? 0)
  return {
    value: figures.reduce((sum, figure) => sum + figure, 0),
    users: figures.filter(figure => figure > 0).length,
    lost: items.filter(({ summary }) => summary?.[key] === undefined).length,
  }
}

const forecastKey = (key: string, labels: readonly FigureLabel[]) =>
  labels.find(label => label.key === key)?.forecastKey ?? key

function keysOf(records: readonly (Readonly<Record<string, unknown>> | null)[]): readonly string[] {
  return [...new Set(records.flatMap(record => Object.keys(record ?? {})))]
}

/** In the order of the labels; what has none comes last. */
function ordered(keys: readonly string[], labels: readonly FigureLabel[]): readonly string[] {
  // Two systems may have a figure of one name.
  const known = [...new Set(labels.map(label => label.key))].filter(key => keys.includes(key))
  return [...known, ...keys.filter(key => !known.includes(key))]
}
