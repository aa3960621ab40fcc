import type { Action, Provider, Status } from '../providers/provider'
import type { Subject } from './actionDialog'
import type { Receipt, ReceiptItem } from './receipt'

export type Undo =
  | {
      readonly action: Action
      readonly users: readonly Subject[]
      /** What it does not bring back. */
      readonly limits: string
    }
  | { readonly reason: string }

/** As far as is known without asking; `undefined`: it is not. */
export type StatusNow = (item: ReceiptItem) => Status | undefined

/**
 * The action that takes a run back in one connection: for who was done, and is still as the run left them as far as
 * `statusNow` knows. Whoever is not is left out; the plan looks at the others again.
 */
export function undoOf(
  receipt: Pick<Receipt, 'action' | 'items'>,
  connectionId: string,
  rules: Provider['rules'],
  statusNow: StatusNow = () => undefined,
): Undo {
  const { undo } = rules[receipt.action]
  if ('reason' in undo) return undo
  const done = receipt.items.filter(item => item.connection === connectionId && isUndoable(item))
  if (done.length === 0) return { reason: 'Nobody was changed, so there is nothing to undo' }
  const still = done.filter(item => {
    const now = statusNow(item)
    return now === undefined || now === item.after
  })
  if (still.length === 0) return { reason: 'Changed since by somebody else' }
  const users = still.map(({ userId, name, after }) => ({
    id: userId,
    name,
    leftAs: after === null || after === 'gone' ? undefined : after,
  }))
  return { action: undo.action, users, limits: undo.limits }
}

export const isUndoable = ({ verdict }: ReceiptItem) => verdict === 'done'
export const isFailed = ({ verdict }: ReceiptItem) => verdict === 'failed' || verdict === 'unknown'

/** The users of one connection for whom the action failed, or may have failed, to try again. */
export function failedOf(
  receipt: Pick<Receipt, 'items'>,
  connectionId: string,
): readonly Subject[] {
  return receipt.items
    .filter(item => item.connection === connectionId && isFailed(item))
    .map(({ userId, name }) => ({ id: userId, name }))
}
