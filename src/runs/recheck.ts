import type { Clock } from './clock'
import type { Planned } from './facts'
import type { Journal, Kept } from './journal'
import type { Cache } from './lives'
import { lookAgain } from './perform'
import type { Receipt, ReceiptItem } from './receipt'
import { type RunConnection, settledItem } from './run'

/** An unknown outcome is unknown only until somebody can be read again. */
export async function recheck(
  receipt: Receipt,
  connections: readonly RunConnection[],
  cache: Pick<Cache, 'seen'>,
  { clock, journal }: { readonly clock: Clock; readonly journal: Pick<Journal, 'add'> },
): Promise<{ readonly receipt: Receipt; readonly kept: Kept }> {
  const items: ReceiptItem[] = []
  for (const item of receipt.items) {
    const connection = connections.find(({ id }) => id === item.connection)
    items.push(
      item.verdict === 'unknown' && connection
        ? await recheckItem(receipt, item, connection, cache, clock)
        : item,
    )
  }
  const now = { ...receipt, items }
  return { receipt: now, kept: await journal.add(now) }
}

async function recheckItem(
  { action }: Receipt,
  item: ReceiptItem,
  { id, provider }: RunConnection,
  cache: Pick<Cache, 'seen'>,
  clock: Clock,
): Promise<ReceiptItem> {
  const user: Planned = {
    id: item.userId,
    name: item.name,
    email: item.email ?? undefined,
    status: item.before,
    isAdmin: undefined,
    kind: 'person',
  }
  const settled = await lookAgain(
    action,
    user,
    provider,
    { clock, onSeen: seen => cache.seen(id, item.userId, seen) },
    failureOf(item),
  )
  if (settled.verdict === 'unknown') return item
  const planned = { connection: id, user, forecast: item.forecast, settled: undefined }
  // The summary went with the answer, unless it was the reading that failed.
  return { ...settledItem(planned, settled, provider.name), summary: item.summary }
}

const failureOf = ({ failure }: ReceiptItem) => ({
  kind: failure && failure.kind !== 'notConfirmed' ? failure.kind : ('unreachable' as const),
  method: 'GET',
  path: '',
  status: failure?.status ?? undefined,
  code: failure?.code ?? undefined,
  description: failure?.description ?? undefined,
  traceId: failure?.traceId ?? undefined,
})
