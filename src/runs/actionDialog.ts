import type { Action, Provider, User } from '../providers/provider'
import type { Chosen } from './receipt'

/** Who an action is for: as the list shows them, or by id where they were not read, e.g. on a receipt. */
export type Subject = User | Pick<User, 'id' | 'name'>

export type ActionRequest = {
  readonly connectionId: string
  readonly provider: Provider
  readonly action: Action
  readonly users: readonly Subject[]
  /** What to begin the reason with, e.g. the ticket of the run that is undone. */
  readonly reason?: string | undefined
  /** What to begin the choice with, e.g. that of the run whose failed ones are tried again. */
  readonly choice?: Chosen | undefined
}

export type DialogState =
  | { readonly shows: 'nothing' }
  | { readonly shows: 'request'; readonly request: ActionRequest; readonly key: number }
  | { readonly shows: 'run'; readonly runId: string }

let state: DialogState = { shows: 'nothing' }
let lastKey = 0
const listeners = new Set<() => void>()

/** The reason typed in a dialog that was left to look something up. It ends with the session, as its provider does. */
const left = new WeakMap<Provider, { readonly of: string; readonly reason: string }>()

function set(next: DialogState) {
  if (state.shows === 'request' && leftReason(state.request) !== undefined)
    left.delete(state.request.provider)
  state = next
  for (const listener of listeners) listener()
}

/** Asks before acting: the one dialog for every action on one user or many, from wherever. */
export function openAction(request: ActionRequest): void {
  if (request.users.length === 0) return
  lastKey += 1
  set({ shows: 'request', request, key: lastKey })
}

/** Back to a run that goes on, or to what came of it. */
export const openRun = (runId: string) => set({ shows: 'run', runId })

export const closeActionDialog = () => set({ shows: 'nothing' })

/** Closes the dialog to look something up: whoever comes back and asks for the same finds the reason they typed. */
export function leaveActionDialog(request: ActionRequest, reason: string): void {
  closeActionDialog()
  if (reason) left.set(request.provider, { of: subjectOf(request), reason })
}

/** What was typed when the dialog for the same was left; `undefined`: it was not. */
export function leftReason(request: ActionRequest): string | undefined {
  const found = left.get(request.provider)
  return found?.of === subjectOf(request) ? found.reason : undefined
}

const subjectOf = ({ action, users }: ActionRequest) =>
  JSON.stringify([action, ...users.map(({ id }) => id)])

/** For `useSyncExternalStore`. */
export const actionDialog = {
  get: () => state,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
