import type { ActionRequest } from '../runs/actionDialog'
import type { KeptReceipt } from '../runs/journal'
import { failedOf, undoOf } from '../runs/undo'
import type { Session } from '../session/session'
import type { Changed } from './since'

export type Again = { readonly request: ActionRequest } | { readonly reason: string }

/** Takes the run back, through the same dialog as every action. */
export function undoOn(
  kept: KeptReceipt,
  sessions: readonly Session[],
  changed: readonly Changed[],
): Again {
  const statusNow = (userId: string) =>
    changed.find(({ item }) => item.userId === userId)?.user.status

  return inOneConnection(kept, sessions, ({ connection, provider }) => {
    const undo = undoOf(kept.receipt, connection.id, provider.rules, statusNow)
    return 'reason' in undo ? undo : { action: undo.action, users: undo.users }
  })
}

/** Tries again for those alone for whom it failed. */
export function retryOn(kept: KeptReceipt, sessions: readonly Session[]): Again {
  return inOneConnection(kept, sessions, ({ connection }) => {
    const users = failedOf(kept.receipt, connection.id)
    if (users.length === 0) return { reason: 'Nobody failed' }
    const { action, connections } = kept.receipt
    return { action, users, choice: connections[connection.id]?.choice }
  })
}

function inOneConnection(
  { receipt, state }: KeptReceipt,
  sessions: readonly Session[],
  what: (
    session: Session,
  ) => Pick<ActionRequest, 'action' | 'users' | 'choice'> | { readonly reason: string },
): Again {
  if (state === 'running') return { reason: 'The run is still under way' }
  if (state === 'interrupted') return { reason: 'The run was interrupted: resume it first' }
  const [id, ...others] = new Set(receipt.items.map(({ connection }) => connection))
  if (id === undefined) return { reason: 'Nobody is on this receipt' }
  if (others.length > 0) return { reason: 'It covers several connections' }
  const session = sessions.find(({ connection }) => connection.id === id)
  if (!session) return { reason: `Sign in to ${receipt.connections[id]?.name ?? id} first` }
  const found = what(session)
  if ('reason' in found) return found
  return {
    request: {
      connectionId: id,
      provider: session.provider,
      ...found,
      reason: receipt.reason ?? undefined,
    },
  }
}
