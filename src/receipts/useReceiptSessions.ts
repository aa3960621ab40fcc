import type { FigureLabel } from '../providers/provider'
import type { Receipt } from '../runs/receipt'
import { useSessions } from '../session/SessionsContext'
import type { Session } from '../session/session'

/** The receipt's connections that somebody is signed in to, and what their systems call the figures. */
export function useReceiptSessions(receipt: Receipt): {
  readonly sessions: readonly Session[]
  readonly labels: readonly FigureLabel[]
} {
  const all = useSessions().sessions
  const providers = new Set(Object.values(receipt.connections).map(({ provider }) => provider))
  const alike = all.find(session => providers.has(session.provider.id))
  return {
    sessions: all.filter(session => Object.hasOwn(receipt.operator, session.connection.id)),
    labels: alike?.provider.figures ?? [],
  }
}
