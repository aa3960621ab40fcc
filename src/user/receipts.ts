import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { KeptReceipt } from '../runs/journal'
import type { ReceiptItem } from '../runs/receipt'
import { journal } from '../runs/tab'

/** A run that touched one user, as far as it concerns them. */
type Touch = {
  readonly receipt: KeptReceipt['receipt']
  readonly item: ReceiptItem
}

type Touches =
  | { readonly kept: true; readonly touches: readonly Touch[] }
  | { readonly kept: false; readonly reason: string }

/** No connection can have this id, so signing out leaves receipts alone. */
const key = 'receipts'

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
  ({ receipt }: KeptReceipt) => {
    const item = receipt.items.find(
      ({ connection, userId: id }) => connection === connectionId && id === userId,
    )
    return item ? [{ receipt, item }] : []
  }

/** Keeps what is shown as what is kept, whichever tab changes it. */
export function useTouchChanges(): void {
  const queries = useQueryClient()
  // The journal is outside React.
  useEffect(
    () => journal.subscribe(() => queries.invalidateQueries({ queryKey: [key] })),
    [queries],
  )
}
