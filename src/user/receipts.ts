import { queryOptions } from '@tanstack/react-query'
import type { KeptReceipt } from '../runs/journal'
import { journal } from '../runs/tab'
import type { Touch } from '../runs/watch'
import { receiptsKey as key } from '../runs/watching'

type Touches =
  | { readonly kept: true; readonly touches: readonly Touch[] }
  | { readonly kept: false; readonly reason: string }

/** The runs of this browser that touched a user, newest first. */
export const touchQueries = {
  of: (connectionId: string, userId: string) =>
    queryOptions({
      queryKey: [key, 'of', connectionId, userId],
      queryFn: async (): Promise<Touches> => {
        const list = await journal.list()
        if (!list.kept) return list
        return { kept: true, touches: list.receipts.flatMap(touching(connectionId, userId)) }
      },
    }),
}

const touching =
  (connectionId: string, userId: string) =>
  ({ receipt, state }: KeptReceipt): readonly Touch[] => {
    const item = receipt.items.find(
      ({ connection, userId: id }) => connection === connectionId && id === userId,
    )
    return item ? [{ receipt, state, item }] : []
  }
