import * as z from 'zod/mini'
import type { Transaction } from './oauth'
import type { SignInProblem } from './problem'
import { json, keysOf } from './stored'

/** A sign-in that is under way: what this tab must remember while the operator is on the consent page. */
export type Pending = Transaction & {
  readonly connectionId: string
  /** Path on this origin. */
  readonly returnTo: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
}

const schema = z.object({
  state: z.string(),
  verifier: z.string(),
  clientId: z.string(),
  redirectUri: z.string(),
  connectionId: z.string(),
  returnTo: z.string(),
  startedAt: z.number(),
})

const prefix = 'rollcall.sign-in.'
const usedKey = 'rollcall.used-states'
const hour = 3_600_000

export function rememberPending(storage: Storage, pending: Pending): void {
  for (const key of keysOf(storage)) {
    if (!key.startsWith(prefix)) continue
    const old = schema.safeParse(json(storage.getItem(key) ?? ''))
    if (!old.success || old.data.startedAt < pending.startedAt - hour) storage.removeItem(key)
  }
  storage.setItem(prefix + pending.state, JSON.stringify(pending))
}

/** Each state is good once: the pending sign-in is gone before anything is done with it. */
export function takePending(
  storage: Storage,
  state: string | null,
): { readonly pending: Pending } | { readonly problem: SignInProblem } {
  if (state === null) return { problem: { kind: 'stateMissing' } }
  const stored = schema.safeParse(json(storage.getItem(prefix + state) ?? ''))
  const used = usedStates(storage)
  if (!stored.success) {
    return { problem: { kind: used.includes(state) ? 'stateUsed' : 'stateUnknown' } }
  }
  storage.removeItem(prefix + state)
  storage.setItem(usedKey, JSON.stringify([state, ...used].slice(0, 20)))
  return { pending: stored.data }
}

function usedStates(storage: Storage): readonly string[] {
  const used = z.array(z.string()).safeParse(json(storage.getItem(usedKey) ?? ''))
  return used.success ? used.data : []
}
