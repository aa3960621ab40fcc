import type { Action, Provider, Status, User } from '../providers/provider'
import type { ActionRequest } from './actionDialog'
import type { Receipt } from './receipt'

export type Undo =
  | {
      readonly action: Action
      readonly users: readonly Pick<User, 'id' | 'name'>[]
      /** What it does not bring back. */
      readonly limits: string
    }
  | { readonly reason: string }

/**
 * The action that takes a run back in one connection: for who was done, and is still as the run left them as far as
 * `statusNow` knows. Whoever is not is left out; the plan looks at the others again.
 */
export function undoOf(
  receipt: Pick<Receipt, 'action' | 'items'>,
  connectionId: string,
  rules: Provider['rules'],
  statusNow: (userId: string) => Status | 'gone' | undefined = () => undefined,
): Undo {
  const { undo } = rules[receipt.action]
  if ('reason' in undo) return undo
  const done = receipt.items.filter(
    item => item.connection === connectionId && item.verdict === 'done',
  )
  if (done.length === 0) return { reason: 'Nobody was changed, so there is nothing to undo' }
  const still = done.filter(item => {
    const now = statusNow(item.userId)
    return now === undefined || now === item.after
  })
  if (still.length === 0) return { reason: 'Changed since by somebody else' }
  const users = still.map(({ userId, name }) => ({ id: userId, name }))
  return { action: undo.action, users, limits: undo.limits }
}

/** The users of one connection for whom the action failed, to try again. */
export function failedOf(
  receipt: Pick<Receipt, 'items'>,
  connectionId: string,
): ActionRequest['users'] {
  return receipt.items
    .filter(item => item.connection === connectionId && item.verdict === 'failed')
    .map(({ userId, name }) => ({ id: userId, name }))
}
