import { vendorOf } from '../providers/registry'
import { actionWords } from '../runs/actions'
import type { Receipt } from '../runs/receipt'
import { nameInWords } from '../ui/nameInWords'
import { formatCount } from '../ui/number'

/** What was asked for: "Deactivate 31 users", "Deactivate Olga Owner" */
export function receiptTitle({ action, items }: Pick<Receipt, 'action' | 'items'>): string {
  const [only, ...others] = items
  const whom =
    only && others.length === 0 ? nameInWords(only.name) : formatCount(items.length, 'user')
  return `${actionWords[action].verb} ${whom}`
}

/** "Acme, awork" for each of its connections, as they were called then. */
export function connectionNames(receipt: Receipt): string {
  const ids = new Set(receipt.items.map(item => item.connection))
  return [...ids]
    .map(id => {
      const connection = receipt.connections[id]
      return connection ? `${connection.name}, ${vendorName(connection.provider)}` : id
    })
    .join(' · ')
}

/** As the vendor writes it; a receipt may come from a system that this Rollcall does not know. */
export function vendorName(provider: string): string {
  return vendorOf(provider)?.name ?? provider
}
