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
  readonly connections: Readonly<
    Record<string, { readonly name: string; readonly provider: string }>
  >
  readonly startedAt: string
  /** `null`: interrupted. */
  readonly endedAt: string | null
  readonly items: readonly ReceiptItem[]
}

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
