import type { FailureKind } from '../http/failure'
import type { Action, Status } from '../providers/provider'

export const verdicts = ['done', 'already', 'skipped', 'blocked', 'failed', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

/** The receipt file, `rollcall-receipt/1`: what Download JSON writes and import reads. `null` because it is a wire format. */
export type Receipt = {
  readonly format: 'rollcall-receipt/1'
  readonly id: string
  readonly action: Action
  readonly reason: string | null
  /** By connection id. */
  readonly operator: Readonly<Record<string, { readonly id: string; readonly name: string }>>
  /** By connection id: the names needed to read the receipt without that connection's config. */
  readonly connections: Readonly<Record<string, ReceiptConnection>>
  readonly startedAt: string
  /** `null`: interrupted. */
  readonly endedAt: string | null
  readonly items: readonly ReceiptItem[]
}

/** What is said here is as true of the run later, and while nobody is signed in. */
export type ReceiptConnection = {
  readonly name: string
  readonly provider: string
  /** What was chosen with the action, once for everybody. Absent: nothing. */
  readonly choice?: Chosen | undefined
  /** What the action leaves as it is. */
  readonly notHandled?: readonly string[] | undefined
  /** Sentences that are true as soon as it is done for somebody. */
  readonly afterwards?: readonly string[] | undefined
}

/** E.g. the access level "Work". */
export type Chosen = { readonly label: string; readonly id: string; readonly name: string }

export type ReceiptItem = {
  readonly connection: string
  readonly userId: string
  readonly name: string
  readonly email: string | null
  readonly before: Status
  /** The status a read has seen after the action; `gone` after a delete; `null`: not seen. */
  readonly after: Status | 'gone' | null
  readonly verdict: Verdict
  readonly verifiedAt: string | null
  readonly forecast: Readonly<Record<string, number | null>> | null
  readonly summary: Readonly<Record<string, number>> | null
  /** Why skipped or blocked; for done and already a remark such as "Answer lost, seen deactivated afterwards". */
  readonly reason: string | null
  readonly failure: {
    readonly kind: FailureKind | 'notConfirmed'
    readonly status: number | null
    readonly code: string | null
    readonly description: string | null
    readonly traceId: string | null
  } | null
}
