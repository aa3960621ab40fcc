import type { Provider } from '../providers/provider'
import { type ActionRequest, type RequestPart, requestOver } from './actionDialog'
import type { KeptReceipt } from './journal'
import type { Receipt, ReceiptItem } from './receipt'
import { failedOf, isFailed, isUndoable, type StatusNow, undoOf } from './undo'

export type Again = { readonly request: ActionRequest } | { readonly reason: string }

/** As much of a session as is needed here. */
type SignedIn = { readonly connection: { readonly id: string }; readonly provider: Provider }

type Kept = Pick<KeptReceipt, 'receipt' | 'state'>

/** Takes the run back for these of its users, through the same dialog as every action. */
export function undoOn(
  { receipt, state }: Kept,
  sessions: readonly SignedIn[],
  items: readonly ReceiptItem[] = receipt.items,
  statusNow?: StatusNow,
): Again {
  const none = 'Nobody was changed, so there is nothing to undo'
  const done = items.filter(isUndoable)
  const isHere = ({ connection }: ReceiptItem) =>
    sessions.some(session => session.connection.id === connection)
  const away = done.find(item => !isHere(item))
  if (state === 'ended' && away && done.some(isHere))
    return {
      reason: `Sign in to ${nameOf(receipt, away.connection)} first, or choose on the receipt whom to undo it for`,
    }
  return inEach({ receipt, state }, sessions, done, none, ({ connection, provider }) => {
    const undo = undoOf({ ...receipt, items: done }, connection.id, provider.rules, statusNow)
    return 'reason' in undo ? undo : { action: undo.action, users: undo.users }
  })
}

/** Tries again for those alone for whom it failed, or of whom it is not known. */
export function retryOn({ receipt, state }: Kept, sessions: readonly SignedIn[]): Again {
  const { action, connections } = receipt
  const failed = receipt.items.filter(isFailed)
  return inEach(
    { receipt, state },
    sessions,
    failed,
    'Nobody failed',
    ({ connection: { id } }) => ({
      action,
      users: failedOf(receipt, id),
      choice: connections[id]?.choice,
    }),
  )
}

type Found =
  | (Pick<ActionRequest, 'action'> & Pick<RequestPart, 'users' | 'choice'>)
  | { readonly reason: string }

/** One request over all connections in which there is anybody; or why there is none. */
function inEach(
  { receipt, state }: Kept,
  sessions: readonly SignedIn[],
  items: readonly ReceiptItem[],
  none: string,
  what: (session: SignedIn) => Found,
): Again {
  if (state === 'running') return { reason: 'The run is still under way' }
  if (state === 'interrupted') return { reason: 'The run was interrupted: resume it first' }
  const reasons: string[] = []
  const byAction = new Map<ActionRequest['action'], RequestPart[]>()
  for (const id of new Set(items.map(({ connection }) => connection))) {
    const session = sessions.find(({ connection }) => connection.id === id)
    if (!session) return { reason: `Sign in to ${nameOf(receipt, id)} first` }
    const found = what(session)
    if ('reason' in found) reasons.push(found.reason)
    else {
      const { action, ...part } = found
      const parts = byAction.get(action) ?? []
      byAction.set(action, [...parts, { ...part, connectionId: id, provider: session.provider }])
    }
  }
  const [first, ...others] = byAction
  if (others.length > 0) return { reason: 'It takes another action in each connection' }
  const request =
    first && requestOver(first[1], { action: first[0], reason: receipt.reason ?? undefined })
  return request ? { request } : { reason: reasons[0] ?? none }
}

const nameOf = ({ connections }: Receipt, id: string) => connections[id]?.name ?? id
