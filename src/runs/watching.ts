import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { journal } from './tab'
import { standingIn } from './watch'

/** What the keys of all queries of receipts begin with. No connection can have this id, so signing out leaves them alone. */
export const receiptsKey = 'receipts'

export const standingQuery = queryOptions({
  queryKey: [receiptsKey, 'standing'],
  queryFn: async () => {
    const list = await journal.list()
    if (!list.kept) return list
    const { receipts } = list
    const interrupted = receipts.filter(({ state }) => state === 'interrupted')
    return { kept: true as const, standing: standingIn(receipts), interrupted }
  },
  structuralSharing: false,
})

/** Keeps what is shown as what is kept, whichever tab changes it. */
export function useReceiptChanges(): void {
  const queries = useQueryClient()
  // The journal is outside React.
  useEffect(
    () => journal.subscribe(() => queries.invalidateQueries({ queryKey: [receiptsKey] })),
    [queries],
  )
}
