import { useQuery } from '@tanstack/react-query'
import type { FigureLabel } from '../providers/provider'
import type { Receipt } from '../runs/receipt'
import { useSessions } from '../session/SessionsContext'
import type { Session } from '../session/session'
import { receiptQueries } from './queries'

/**
 * The receipt's connections that somebody is signed in to, and what their systems call the figures: `undefined` while
 * that is on its way.
 */
export function useReceiptSessions(receipt: Receipt): {
  readonly sessions: readonly Session[]
  readonly labels: readonly FigureLabel[] | undefined
} {
  const { sessions } = useSessions()
  const { data: labels } = useQuery(receiptQueries.labels(receipt))
  return {
    sessions: sessions.filter(({ connection }) => Object.hasOwn(receipt.operator, connection.id)),
    labels,
  }
}
