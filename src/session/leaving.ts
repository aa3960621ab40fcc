import type { Sessions } from './session'

type Cut = (connectionIds: readonly string[]) => boolean

let asked: readonly string[] | undefined
let cutsShort: Cut = () => false
const listeners = new Set<() => void>()

function set(next: readonly string[] | undefined) {
  asked = next
  for (const listener of listeners) listener()
}

/** What every button for signing out does: asks first where that would cut something short. */
export function leave(signOut: Sessions['signOut'], connectionIds: readonly string[]): void {
  if (cutsShort(connectionIds)) set(connectionIds)
  else for (const id of connectionIds) signOut(id)
}

/** The connections whose sign-out waits for the operator's word, for `useSyncExternalStore`. */
export const leaving = {
  get: () => asked,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  /** Answered, one way or the other. */
  settle: () => set(undefined),
  /** Whoever does work for the operator says here whether signing out would cut it short. */
  askWhere: (cut: Cut) => {
    cutsShort = cut
  },
}
