import { isBack } from '../directory/back'
import type { User } from '../providers/provider'
import type { KeptReceipt } from './journal'
import type { ReceiptItem } from './receipt'

/** A run that touched one user, as far as it concerns them. */
export type Touch = KeptReceipt & { readonly item: ReceiptItem }

/** By connection and user: what the receipts say of them last. */
export type Standing = ReadonlyMap<string, Touch>

const keyOf = (connection: string, userId: string) => `${connection} ${userId}`

/** What still stands of what was done to each user; who is not in it, nothing is known of. */
export function standingIn(receipts: readonly KeptReceipt[]): Standing {
  const touches = new Map<string, Touch[]>()
  for (const kept of receipts)
    for (const item of kept.receipt.items) {
      const key = keyOf(item.connection, item.userId)
      const others = touches.get(key)
      if (others) others.push({ ...kept, item })
      else touches.set(key, [{ ...kept, item }])
    }
  const standing = new Map<string, Touch>()
  for (const [key, all] of touches) {
    const last = lastOf(all)
    if (last) standing.set(key, last)
  }
  return standing
}

/**
 * What was done to one user last and seen to be so. `undefined`: nothing was, or something else was tried after it that
 * may have changed them again.
 */
export function lastOf(touches: readonly Touch[]): Touch | undefined {
  const inTime = [...touches].sort((a, b) => timeOf(a) - timeOf(b))
  return inTime.reduce<Touch | undefined>((standing, touch) => {
    if (isDone(touch)) return touch
    const isOther = touch.receipt.action !== standing?.receipt.action
    return isOther && mayHaveChanged(touch) ? undefined : standing
  }, undefined)
}

const isDone = ({ item }: Touch) =>
  item.verdict === 'done' && item.verifiedAt !== null && item.after !== null

/** While a run goes on what it has come to is not kept yet for everybody. */
const mayHaveChanged = ({ state, item: { verdict } }: Touch) =>
  state === 'running' || verdict === 'unknown' || verdict === 'already'

const timeOf = ({ receipt, item }: Touch) => Date.parse(item.verifiedAt ?? receipt.startedAt)

/** Of these changes since a run those that no later run of ours has made. */
export const notOurs = <Change extends { readonly item: ReceiptItem }>(
  changes: readonly Change[],
  receiptId: string,
  standing: Standing,
): readonly Change[] =>
  changes.filter(
    ({ item }) => standing.get(keyOf(item.connection, item.userId))?.receipt.id === receiptId,
  )

/** Since when a run of ours has them deactivated, in milliseconds since the epoch; `undefined`: none has. */
function cutOffSince({ receipt, item }: Touch): number | undefined {
  const isCut = receipt.action === 'deactivate' && item.verifiedAt !== null
  return isCut ? Date.parse(item.verifiedAt) : undefined
}

/** By user id, in one connection: since when a run of ours has them deactivated. */
export function cutOffIn(standing: Standing, connection: string): ReadonlyMap<string, number> {
  const cutOff = new Map<string, number>()
  for (const touch of standing.values()) {
    const since = touch.item.connection === connection ? cutOffSince(touch) : undefined
    if (since !== undefined) cutOff.set(touch.item.userId, since)
  }
  return cutOff
}

/** The run that deactivated the user, where they are back and not by one of ours. */
export function cutBefore(user: User, touches: readonly Touch[]): Touch | undefined {
  const last = lastOf(touches)
  return last && isBack(user, cutOffSince(last)) ? last : undefined
}
