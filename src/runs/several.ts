import type { Action, User } from '../providers/provider'
import { formatNumber } from '../ui/number'
import { actionWords } from './actions'
import { type Confirmation, confirmationFor, isConfirmed } from './confirmation'
import type { PlanItem } from './plan'
import { isAnybodyUnseen, type Preparation, type Prepared } from './preparation'
import { type Preview, previewOf } from './preview'
import type { RunConnection } from './run'

/** One connection of a request over several: what is known there, and what it comes to. */
export type Part = {
  readonly connection: RunConnection
  readonly prepared: Prepared
  readonly preview: Preview
}

export type Together = {
  readonly get: () => readonly Prepared[]
  readonly subscribe: (listener: () => void) => () => void
  readonly begin: () => () => void
}

/** The connections are read side by side: none waits for another. */
export function together(preparations: readonly Preparation[]): Together {
  let all = preparations.map(one => one.get())
  return {
    get() {
      const now = preparations.map(one => one.get())
      if (now.some((one, index) => one !== all[index])) all = now
      return all
    },
    subscribe(listener) {
      const stops = preparations.map(one => one.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    begin() {
      const stops = preparations.map(one => one.begin())
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

export function partOf(action: Action, connection: RunConnection, prepared: Prepared): Part {
  const { id, provider } = connection
  return { connection, prepared, preview: previewOf(action, prepared, provider, id, 'ofMany') }
}

export type Sum = {
  readonly items: readonly PlanItem[]
  readonly ready: readonly User[]
  /** Each says which connection it is about. */
  readonly warnings: readonly string[]
  readonly confirmation: Confirmation | undefined
  /** Why the verb cannot be pressed yet, or at all. */
  readonly obstacle: string | undefined
}

/**
 * What the connections come to together. One that is slow or out of reach keeps no other from beginning, unless nothing
 * but ids is known of somebody there.
 */
export function sumOf(action: Action, parts: readonly Part[], typed: string): Sum {
  const ready = parts.flatMap(({ preview }) => preview.ready)
  const confirmation = confirmationFor(action, ready)
  return {
    items: parts.flatMap(({ preview }) => preview.items),
    ready,
    warnings: parts.flatMap(({ connection: { name }, prepared, preview }) => [
      ...preview.warnings.map(warning => `${name}: ${warning}`),
      ...(prepared.admins || preview.ready.length === 0
        ? []
        : [`${name}: who the admins are is still being read. The run asks again for each user.`]),
    ]),
    confirmation,
    obstacle:
      whyNotYet(action, parts, ready) ??
      (confirmation && !isConfirmed(confirmation, typed) ? confirmation.label : undefined),
  }
}

function whyNotYet(
  action: Action,
  parts: readonly Part[],
  ready: readonly User[],
): string | undefined {
  const isWaiting = parts.some(({ preview }) => preview.waiting > 0)
  if (ready.length === 0)
    return isWaiting
      ? 'The users are being read again'
      : `None of them can be ${actionWords[action].past}`
  const isRead = parts.some(
    ({ prepared, preview }) => prepared.admins && preview.waiting === 0 && preview.ready.length > 0,
  )
  const isUnseen = parts.some(({ prepared }) => isAnybodyUnseen(prepared))
  return isRead && !isUnseen ? undefined : 'The users are being read again'
}

/** "Acme: 6 go ahead, 1 is blocked · Acme Workfront: 4 go ahead" */
export function severalSubtitle(parts: readonly Part[]): string {
  return parts
    .map(({ connection: { name }, preview: { ready, stays, waiting } }) => {
      const blocked = stays.filter(({ verdict }) => verdict === 'blocked').length
      const skipped = stays.length - blocked
      const words = [
        `${formatNumber(ready.length)} ${ready.length === 1 ? 'goes' : 'go'} ahead`,
        ...(blocked > 0
          ? [`${formatNumber(blocked)} ${blocked === 1 ? 'is' : 'are'} blocked`]
          : []),
        ...(skipped > 0 ? [`${formatNumber(skipped)} skipped`] : []),
        ...(waiting > 0 ? [`${formatNumber(waiting)} not read again yet`] : []),
      ]
      return `${name}: ${words.join(', ')}`
    })
    .join(' · ')
}
