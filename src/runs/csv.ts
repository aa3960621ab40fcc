import { csvOf } from '../ui/csv'
import type { Receipt, ReceiptItem } from './receipt'

/** The receipt as CSV: the fields of the file, one line per user. */
export async function receiptCsv(receipt: Receipt): Promise<string> {
  const forecasts = keysOf(receipt.items.map(item => item.forecast))
  const summaries = keysOf(receipt.items.map(item => item.summary))
  const hasChoice = Object.values(receipt.connections).some(({ choice }) => choice)
  const lines = receipt.items.map(item => line(receipt, item, forecasts, summaries, hasChoice))
  const headers = Object.keys(lines[0] ?? {})
  return csvOf(
    headers,
    lines.map(cells => Object.values(cells).map(value => `${value ?? ''}`)),
  )
}

function line(
  receipt: Receipt,
  item: ReceiptItem,
  forecasts: readonly string[],
  summaries: readonly string[],
  hasChoice: boolean,
) {
  const choice = receipt.connections[item.connection]?.choice
  const operator = receipt.operator[item.connection]
  return {
    receipt: receipt.id,
    action: receipt.action,
    reason: receipt.reason,
    operator: operator?.name,
    operatorId: operator?.id,
    startedAt: receipt.startedAt,
    endedAt: receipt.endedAt,
    connection: item.connection,
    ...(hasChoice && { choice: choice?.name, choiceId: choice?.id }),
    userId: item.userId,
    name: item.name,
    email: item.email,
    before: item.before,
    after: item.after,
    verdict: item.verdict,
    verifiedAt: item.verifiedAt,
    ...Object.fromEntries(forecasts.map(key => [`forecast.${key}`, item.forecast?.[key]])),
    ...Object.fromEntries(summaries.map(key => [`summary.${key}`, item.summary?.[key]])),
    note: item.reason,
    'failure.kind': item.failure?.kind,
    'failure.status': item.failure?.status,
    'failure.code': item.failure?.code,
    'failure.description': item.failure?.description,
    'failure.traceId': item.failure?.traceId,
  }
}

function keysOf(records: readonly (Readonly<Record<string, unknown>> | null)[]): readonly string[] {
  return [...new Set(records.flatMap(record => Object.keys(record ?? {})))]
}
