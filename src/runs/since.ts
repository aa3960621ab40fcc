import type { User } from '../providers/provider'
import type { ReceiptItem } from './receipt'

export type Changed = { readonly item: ReceiptItem; readonly user: User }

/**
 * Users who are no longer as the run left them, by an answer read after the one that verified it. Who was not read
 * since is not among them: nothing is known of them.
 */
export function changedSince(
  items: readonly ReceiptItem[],
  find: (item: ReceiptItem) => User | undefined,
): readonly Changed[] {
  return items.flatMap(item => {
    if (item.verifiedAt === null || item.after === null || item.verdict !== 'done') return []
    const user = find(item)
    const isNewer = user !== undefined && user.readAt > Date.parse(item.verifiedAt)
    return isNewer && user.status !== item.after ? [{ item, user }] : []
  })
}
