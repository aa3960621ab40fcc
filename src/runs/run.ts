import { reasonFor } from '../http/words'
import type { Action, Forecast, Provider } from '../providers/provider'
import type { Planned, RunFailure, Settled } from './facts'
import type { PlanItem } from './plan'
import type { Chosen, Receipt, ReceiptConnection, ReceiptItem, Verdict } from './receipt'
import { type PlannedItem, type RunRecord, unsettledItem } from './runRecord'

/** One connection as a run knows it. */
export type RunConnection = {
  readonly id: string
  readonly name: string
  readonly provider: Provider
}

export type LiveStep =
  | { readonly at: 'waiting' }
  | { readonly at: 'underWay' }
  | { readonly at: 'settled'; readonly item: ReceiptItem }

/** A run as it is now. */
export type Run = {
  readonly record: RunRecord
  readonly connections: readonly RunConnection[]
  /** By the index of the record's items. */
  readonly steps: readonly LiveStep[]
  /** An interrupted run may be only looked into: then nothing is written. */
  readonly does: 'act' | 'look'
  readonly state: 'going' | 'paused' | 'stopping' | 'ended'
  readonly endedAt: string | undefined
  /** Why this browser keeps no record of it: then the receipt is lost with the tab. */
  readonly notKept: string | undefined
  /** Where the API asked to wait, and until when, in milliseconds since the epoch. */
  readonly held: { readonly by: RunConnection; readonly until: number } | undefined
  /** Where and when the last users were settled, in milliseconds since the epoch. */
  readonly lately: readonly { readonly connection: string; readonly at: number }[]
}

/** The runs that signing out of these connections would cut short. */
export function unfinishedIn(runs: readonly Run[], connectionIds: readonly string[]) {
  return runs.filter(
    run =>
      run.state !== 'ended' &&
      run.connections.some(({ id }) => connectionIds.includes(id) && isUnfinishedIn(run, id)),
  )
}

/** One of several connections may be through while the others go on. */
function isUnfinishedIn({ connections, record, steps }: Run, connectionId: string): boolean {
  return (
    connections.length === 1 ||
    record.items.some(
      ({ connection }, index) => connection === connectionId && steps[index]?.at !== 'settled',
    )
  )
}

/** What the record and the receipt hold of a connection. A choice that is not of this action is none. */
export function connectionOf(
  { name, provider }: RunConnection,
  action: Action,
  chosen: Chosen | undefined,
): ReceiptConnection {
  const { choice, notHandled, afterwards } = provider.rules[action]
  return {
    name,
    provider: provider.id,
    ...(chosen && choice && { choice: chosen }),
    ...(notHandled && { notHandled }),
    ...(afterwards && { afterwards }),
  }
}

export function plannedItem(item: PlanItem, forecast: Forecast | undefined): PlannedItem {
  const { id, name, email, status, isAdmin, kind } = item.user
  const user: Planned = { id, name, email, status, isAdmin, kind }
  const planned = {
    connection: item.connection,
    user,
    forecast: forecast ? figuresOf(forecast) : null,
    settled: undefined,
  }
  if (item.state === 'ready') return planned
  return {
    ...planned,
    settled: { ...unsettledItem(planned), verdict: item.state, reason: item.reason },
  }
}

/** On a receipt a figure that is not known is `null`. */
export function figuresOf(forecast: Forecast): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    Object.entries(forecast).map(([key, figure]) => [key, figure.known ? figure.value : null]),
  )
}

/** @param vendor the vendor's name, for sentences */
export function settledItem(planned: PlannedItem, settled: Settled, vendor: string): ReceiptItem {
  const { failure } = settled
  return {
    ...unsettledItem(planned),
    verdict: settled.verdict,
    after: settled.after ?? null,
    verifiedAt:
      settled.verifiedAt === undefined ? null : new Date(settled.verifiedAt).toISOString(),
    summary: settled.summary ?? null,
    reason: settled.reason ?? (failure ? failureWords(failure, vendor) : null),
    failure: failure
      ? {
          kind: failure.kind,
          status: ('status' in failure ? failure.status : undefined) ?? null,
          code: ('code' in failure ? failure.code : undefined) ?? null,
          description: failure.description ?? null,
          traceId: failure.traceId ?? null,
        }
      : null,
  }
}

/** What is settled is on it; of a run that goes on the rest is missing. */
export function receiptOf(run: Run): Receipt {
  const { items: _, ...record } = run.record
  return {
    format: 'rollcall-receipt/1',
    ...record,
    endedAt: run.endedAt ?? null,
    items: run.steps.flatMap(step => (step.at === 'settled' ? [step.item] : [])),
  }
}

export function countVerdicts(items: readonly ReceiptItem[]): Readonly<Record<Verdict, number>> {
  const counts = { done: 0, already: 0, skipped: 0, blocked: 0, failed: 0, unknown: 0 }
  for (const { verdict } of items) counts[verdict] += 1
  return counts
}

/** In our words; the API's own are kept next to it. */
function failureWords(failure: RunFailure, vendor: string): string {
  if (failure.kind === 'notConfirmed') return `${vendor} answered that it is done, and it is not`
  const { description: _, code: _code, ...rest } = failure
  return reasonFor(rest, { provider: vendor })
}
