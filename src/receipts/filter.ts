import { fold } from '../directory/fold'
import { type Action, actions } from '../providers/provider'
import type { Receipt } from '../runs/receipt'

/** What the list of receipts is narrowed to; it is in the address. */
export type ReceiptFilter = {
  /** Every word has to be in one user's name, e-mail or id, or in reason and id of the receipt. */
  readonly search: string
  /** Empty: any. */
  readonly actions: ReadonlySet<Action>
  /** By name, since one person has another id in each workspace. Empty: any. */
  readonly operators: ReadonlySet<string>
  /** Days as `2026-11-20`, both included, in the reader's time zone. Empty: open. */
  readonly from: string
  readonly to: string
}

export function readFilter(address: URLSearchParams): ReceiptFilter {
  const chosen = address.getAll('action')
  return {
    search: address.get('q') ?? '',
    actions: new Set(actions.filter(action => chosen.includes(action))),
    operators: new Set(address.getAll('operator')),
    from: dayIn(address.get('from')),
    to: dayIn(address.get('to')),
  }
}

export function filterAddress(filter: ReceiptFilter): URLSearchParams {
  const address = new URLSearchParams()
  if (filter.search !== '') address.set('q', filter.search)
  for (const action of filter.actions) address.append('action', action)
  for (const operator of filter.operators) address.append('operator', operator)
  if (filter.from !== '') address.set('from', filter.from)
  if (filter.to !== '') address.set('to', filter.to)
  return address
}

export const isFiltering = (filter: ReceiptFilter) => filterAddress(filter).size > 0

export function operatorNames(receipt: Receipt): readonly string[] {
  return [...new Set(Object.values(receipt.operator).map(operator => operator.name))]
}

export function matches(receipt: Receipt, filter: ReceiptFilter): boolean {
  if (filter.actions.size > 0 && !filter.actions.has(receipt.action)) return false
  const operators = operatorNames(receipt)
  if (filter.operators.size > 0 && !operators.some(name => filter.operators.has(name))) return false
  const started = Date.parse(receipt.startedAt)
  if (filter.from !== '' && started < startOf(filter.from, 0)) return false
  if (filter.to !== '' && started >= startOf(filter.to, 1)) return false
  return isFound(receipt, fold(filter.search).split(/\s+/).filter(Boolean))
}

function isFound(receipt: Receipt, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const holds = (...texts: readonly (string | null)[]) => {
    const text = fold(texts.filter(Boolean).join('\n'))
    return words.every(word => text.includes(word))
  }
  return (
    holds(receipt.reason, receipt.id) ||
    receipt.items.some(user => holds(user.name, user.email, user.userId))
  )
}

/** When a day begins, or the day `later` days after it: days are not all 24 hours long. */
function startOf(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).getTime()
}

function dayIn(text: string | null): string {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : ''
}
