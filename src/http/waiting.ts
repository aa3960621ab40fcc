import type { Failure } from './failure'

/** A read that will be tried again: "awork asks us to wait; going on in 12 s". */
export type Wait = {
  readonly failure: Failure
  /** Milliseconds since the epoch. */
  readonly until: number
}

let current: readonly Wait[] = []
const listeners = new Set<() => void>()

/** What is being waited for now, for `useSyncExternalStore`. */
export const waits = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  current: () => current,
}

/** Says that we wait; the returned function says that we go on. */
export function beginWait(wait: Wait): () => void {
  change([...current, wait])
  return () => change(current.filter(other => other !== wait))
}

function change(next: readonly Wait[]): void {
  current = next
  for (const listener of listeners) listener()
}
