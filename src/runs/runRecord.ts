import * as z from 'zod/mini'
import { actions, kinds, statuses } from '../providers/provider'
import { interruptedReason, type Planned } from './facts'
import type { Receipt, ReceiptItem } from './receipt'
import { connectionsSchema, receiptItemSchema } from './receiptFile'

/** A run as it is kept before its first write: all that is needed to say what became of it, and to go on. */
export type RunRecord = Pick<
  Receipt,
  'id' | 'action' | 'reason' | 'operator' | 'connections' | 'startedAt'
> & { readonly items: readonly PlannedItem[] }

export type PlannedItem = {
  readonly connection: string
  readonly user: Planned
  readonly forecast: ReceiptItem['forecast']
  /** Skipped and blocked users are settled before the run begins. */
  readonly settled: ReceiptItem | undefined
}

/** What is kept of one user while the run goes on; the later replaces the earlier. */
export type Step =
  | { readonly state: 'intended' }
  | { readonly state: 'settled'; readonly item: ReceiptItem }

const text = z.string()
const named = z.object({ id: text, name: text })

export const stepSchema = z.object({
  step: z.union([
    z.object({ state: z.literal('intended') }),
    z.object({ state: z.literal('settled'), item: receiptItemSchema }),
  ]),
})

const keptSchema = z.object({
  id: text,
  action: z.enum(actions),
  reason: z.nullable(text),
  operator: z.record(text, named),
  connections: connectionsSchema,
  startedAt: text,
  items: z.array(
    z.object({
      connection: text,
      user: z.object({
        id: text,
        name: text,
        email: z.nullable(text),
        status: z.enum(statuses),
        isAdmin: z.nullable(z.boolean()),
        kind: z.enum(kinds),
      }),
      forecast: z.nullable(z.record(text, z.nullable(z.number()))),
      settled: z.nullable(receiptItemSchema),
    }),
  ),
})

export type KeptRun = z.infer<typeof keptSchema>

export function toKept(record: RunRecord): KeptRun {
  return {
    ...record,
    items: record.items.map(({ connection, user, forecast, settled }) => ({
      connection,
      user: {
        id: user.id,
        name: user.name,
        email: user.email ?? null,
        status: user.status,
        isAdmin: user.isAdmin ?? null,
        kind: user.kind,
      },
      forecast,
      settled: settled ?? null,
    })),
  }
}

/** `undefined`: not ours, or of a version that is not understood. */
export function fromKept(value: unknown): RunRecord | undefined {
  const parsed = keptSchema.safeParse(value)
  if (!parsed.success) return undefined
  const { items, ...run } = parsed.data
  return {
    ...run,
    items: items.map(item => ({
      connection: item.connection,
      user: {
        ...item.user,
        email: item.user.email ?? undefined,
        isAdmin: item.user.isAdmin ?? undefined,
      },
      forecast: item.forecast,
      settled: item.settled ?? undefined,
    })),
  }
}

/**
 * The receipt of a run that has not ended: what is settled, and of the others only what is known.
 * @param isRunning somebody still works on it: then nothing is said of what it has not come to
 */
export function unfinishedReceipt(
  record: RunRecord,
  steps: ReadonlyMap<number, Step>,
  isRunning = false,
): Receipt {
  return {
    format: 'rollcall-receipt/1',
    id: record.id,
    action: record.action,
    reason: record.reason,
    operator: record.operator,
    connections: record.connections,
    startedAt: record.startedAt,
    endedAt: null,
    items: record.items.map((planned, index) => {
      const step = steps.get(index)
      if (planned.settled) return planned.settled
      if (step?.state === 'settled') return step.item
      const unsettled = unsettledItem(planned)
      if (isRunning)
        return { ...unsettled, verdict: 'unknown', reason: 'Not known yet: the run is under way' }
      return {
        ...unsettled,
        verdict: step ? 'unknown' : 'skipped',
        reason: step
          ? 'Interrupted before the answer: what came of it has not been read yet'
          : interruptedReason,
      }
    }),
  }
}

export function unsettledItem(planned: PlannedItem): Omit<ReceiptItem, 'verdict'> {
  return {
    connection: planned.connection,
    userId: planned.user.id,
    name: planned.user.name,
    email: planned.user.email ?? null,
    before: planned.user.status,
    after: null,
    verifiedAt: null,
    forecast: planned.forecast,
    summary: null,
    reason: null,
    failure: null,
  }
}
