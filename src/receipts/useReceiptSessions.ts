import { useQueries, useQuery } from '@tanstack/react-query'
import { directoryQueries } from '../directory/query'
import type { FigureLabel, User } from '../providers/provider'
import type { Receipt, ReceiptItem } from '../runs/receipt'
import { useSessions } from '../session/SessionsContext'
import type { Session } from '../session/session'
import { receiptQueries } from './queries'

export type ReceiptSessions = {
  /** The receipt's connections that somebody is signed in to. */
  readonly sessions: readonly Session[]
  /** What their systems call the figures; `undefined` while that is on its way. */
  readonly labels: readonly FigureLabel[] | undefined
  /** A user of the receipt in the lists that are loaded. Reads nothing by itself. */
  readonly find: (item: ReceiptItem) => User | undefined
}

export function useReceiptSessions(receipt: Receipt): ReceiptSessions {
  const sessions = useSessions().sessions.filter(({ connection }) =>
    Object.hasOwn(receipt.operator, connection.id),
  )
  const { data: labels } = useQuery(receiptQueries.labels(receipt))
  const lists = useQueries({
    queries: sessions.map(({ connection, provider }) => ({
      ...directoryQueries.all(connection.id, provider),
      enabled: false,
    })),
  })
  return {
    sessions,
    labels,
    find: item => {
      const at = sessions.findIndex(({ connection }) => connection.id === item.connection)
      return lists[at]?.data?.byId.get(item.userId)
    },
  }
}
