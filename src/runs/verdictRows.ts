import type { FigureLabel } from '../providers/provider'
import { figureLabel } from './figures'
import type { ReceiptItem } from './receipt'
import { verdictOrder } from './ticket'

/** Who it is, in one word. */
export const keyOf = ({ connection, userId }: ReceiptItem) => `${connection} ${userId}`

/** What needs somebody first; within a verdict as the run had them. */
export function byUrgency(items: readonly ReceiptItem[]): readonly ReceiptItem[] {
  return items.toSorted(
    (one, other) => verdictOrder.indexOf(one.verdict) - verdictOrder.indexOf(other.verdict),
  )
}

/** The figures that some of them report, with the short word for a column. */
export function reportedColumns(
  items: readonly ReceiptItem[],
  labels: readonly FigureLabel[],
): readonly { readonly key: string; readonly header: string }[] {
  const keys = new Set(items.flatMap(({ summary }) => Object.keys(summary ?? {})))
  const known = labels.filter(label => keys.delete(label.key))
  return [
    ...known.map(({ key, short }) => ({ key, header: short })),
    ...[...keys].map(key => ({ key, header: figureLabel(key, labels) })),
  ]
}
