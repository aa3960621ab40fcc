import { queryOptions } from '@tanstack/react-query'
import { vendorOf } from '../providers/registry'
import type { Receipt } from '../runs/receipt'
import { journal } from '../runs/tab'
import { receiptsKey as key } from '../runs/watching'

/** A run in another tab tells only when it ends; if that tab is closed, nobody does. */
const whileRunning = 2_000

export const receiptQueries = {
  list: () =>
    queryOptions({
      queryKey: [key],
      queryFn: () => journal.list(),
      refetchInterval: ({ state: { data } }) =>
        data?.kept && data.receipts.some(({ state }) => state === 'running') && whileRunning,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [key, id],
      queryFn: () => journal.read(id),
      refetchInterval: ({ state: { data } }) =>
        data?.kept && data.found?.state === 'running' && whileRunning,
    }),
  /** What the receipt's systems call the figures. A system that is not known, or cannot be loaded, has no words. */
  labels: ({ connections }: Receipt) => {
    const providers = [...new Set(Object.values(connections).map(({ provider }) => provider))]
    return queryOptions({
      queryKey: [key, 'labels', providers],
      queryFn: async () => {
        const loading = providers.map(id =>
          vendorOf(id)
            ?.load()
            .catch(() => undefined),
        )
        return (await Promise.all(loading)).flatMap(vendor => vendor?.figures ?? [])
      },
      staleTime: Number.POSITIVE_INFINITY,
    })
  },
}
