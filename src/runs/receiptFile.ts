import * as z from 'zod/mini'
import { failureKinds } from '../http/failure'
import { actions, statuses } from '../providers/provider'
import { type Receipt, type ReceiptItem, verdicts } from './receipt'

const time = z.iso.datetime()
const text = z.string()
const named = z.object({ id: text, name: text })

export const receiptItemSchema: z.ZodMiniType<ReceiptItem> = z.object({
  connection: text,
  userId: text,
  name: text,
  email: z.nullable(text),
  before: z.enum(statuses),
  after: z.nullable(z.enum([...statuses, 'gone'])),
  verdict: z.enum(verdicts),
  verifiedAt: z.nullable(time),
  forecast: z.nullable(z.record(text, z.nullable(z.number()))),
  summary: z.nullable(z.record(text, z.number())),
  reason: z.nullable(text),
  failure: z.nullable(
    z.object({
      kind: z.enum([...failureKinds, 'notConfirmed']),
      status: z.nullable(z.number()),
      code: z.nullable(text),
      description: z.nullable(text),
      traceId: z.nullable(text),
    }),
  ),
})

export const connectionsSchema: z.ZodMiniType<Receipt['connections']> = z.record(
  text,
  z.object({
    name: text,
    provider: text,
    choice: z.optional(z.object({ label: text, id: text, name: text })),
    notHandled: z.optional(z.array(text)),
    afterwards: z.optional(z.array(text)),
  }),
)

export const receiptSchema: z.ZodMiniType<Receipt> = z.object({
  format: z.literal('rollcall-receipt/1'),
  id: text.check(z.minLength(1)),
  action: z.enum(actions),
  reason: z.nullable(text),
  operator: z.record(text, named),
  // Older and hand-made files may do without.
  connections: z._default(connectionsSchema, {}),
  startedAt: time,
  endedAt: z.nullable(time),
  items: z.array(receiptItemSchema),
})

export type ReceiptRead =
  | { readonly receipt: Receipt }
  /** Where in the file, as a path, and what is wrong there. */
  | { readonly field: string; readonly problem: string }

/** What somebody hands in as a file of one receipt or of a list of them: ours, an older one, or anything. */
export function readReceipts(file: string): readonly ReceiptRead[] {
  let value: unknown
  try {
    value = JSON.parse(file)
  } catch {
    return [{ field: '', problem: 'This is not JSON' }]
  }
  return Array.isArray(value)
    ? value.map((one: unknown, index) => readReceipt(one, [index]))
    : [readReceipt(value, [])]
}

function readReceipt(value: unknown, path: readonly PropertyKey[]): ReceiptRead {
  const parsed = receiptSchema.safeParse(value)
  if (parsed.success) return { receipt: parsed.data }
  const [issue] = parsed.error.issues
  return {
    field: z.core.toDotPath([...path, ...(issue?.path ?? [])]),
    problem: issue ? problemOf(issue) : 'This is not a Rollcall receipt',
  }
}

/** "should be one of done, already" */
function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `should be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`
    case 'invalid_type':
      return `should be of type ${issue.expected}`
    default:
      return 'is not as a receipt has it'
  }
}

/** The text of the file of one receipt, or of a list of them. */
export const receiptJson = (receipt: Receipt | readonly Receipt[]) =>
  `${JSON.stringify(receipt, undefined, 2)}\n`
