import type { FigureLabel } from '../providers/provider'
import { nameInWords } from '../ui/nameInWords'
import { formatCount } from '../ui/number'
import { actionWords } from './actions'
import { interruptedReason, stoppedReason } from './facts'
import { figureLabel } from './figures'
import { notesOf } from './notes'
import type { Receipt, ReceiptItem, Verdict } from './receipt'
import { countVerdicts } from './run'
import { statusWords } from './words'

/** What needs somebody first. */
export const verdictOrder = [
  'failed',
  'unknown',
  'blocked',
  'skipped',
  'already',
  'done',
] as const satisfies readonly Verdict[]

const titles = {
  failed: 'Failed',
  unknown: 'Unknown',
  blocked: 'Blocked',
  skipped: 'Skipped',
  already: 'Already so',
  done: 'Done',
} as const satisfies Record<Verdict, string>

/** Plain text for a ticket. Times in UTC, because a ticket is read elsewhere. */
export function ticketText(receipt: Receipt, labels: readonly FigureLabel[]): string {
  const counts = countVerdicts(receipt.items)
  const { chosen, notHandled, afterwards } = notesOf(receipt)
  const connections = Object.entries(receipt.connections).map(
    ([id, { name, provider }]) =>
      `${name} (${provider}), by ${receipt.operator[id]?.name ?? 'somebody not recorded'}`,
  )
  const head = [
    outcomeTitle(receipt),
    ...connections,
    `${utc(receipt.startedAt)} to ${receipt.endedAt ? utc(receipt.endedAt) : 'not ended: interrupted'}`,
    ...(receipt.reason ? [`Reason: ${oneLine(receipt.reason)}`] : []),
    ...chosen.map(oneLine),
    `Rollcall receipt ${receipt.id}`,
  ]
  const parts = verdictOrder
    .filter(verdict => counts[verdict] > 0)
    .map(verdict =>
      [
        `${titles[verdict]} (${counts[verdict]})`,
        ...receipt.items
          .filter(item => item.verdict === verdict)
          .map(item => `- ${line(item, labels)}`),
      ].join('\n'),
    )
  return [
    head.join('\n'),
    ...parts,
    ...listed('Afterwards', afterwards),
    ...listed('Not handled', notHandled),
  ].join('\n\n')
}

const listed = (title: string, sentences: readonly string[]) =>
  sentences.length > 0 ? [[title, ...sentences.map(one => `- ${oneLine(one)}`)].join('\n')] : []

/** "27 of 31 users deactivated", "Olga Owner deactivated", "Olga Owner not deactivated" */
export function outcomeTitle({ action, items }: Pick<Receipt, 'action' | 'items'>): string {
  const { past } = actionWords[action]
  const [only, ...others] = items
  if (only && others.length === 0) {
    const name = nameInWords(only.name)
    switch (only.verdict) {
      case 'done':
        return `${name} ${past}`
      case 'already':
        return `${name} was already ${past}`
      case 'unknown':
        return `${name}: not known whether ${past}`
      case 'failed':
      case 'skipped':
      case 'blocked':
        return `${name} not ${past}`
    }
  }
  const counts = countVerdicts(items)
  const tried = items.filter(wasAskedFor).length
  return counts.done === tried && tried > 0
    ? `${formatCount(tried, 'user')} ${past}`
    : `${counts.done} of ${formatCount(tried, 'user')} ${past}`
}

/** Not who was left out from the start. Whom the run came to has been looked at; whom it did not get to has not. */
function wasAskedFor({ verdict, verifiedAt, reason }: ReceiptItem): boolean {
  const wasLeftOut = verdict === 'skipped' || verdict === 'blocked'
  const wasNotReached = reason === stoppedReason || reason === interruptedReason
  return !wasLeftOut || verifiedAt !== null || wasNotReached
}

function line(item: ReceiptItem, labels: readonly FigureLabel[]): string {
  const who = item.email
    ? `${nameInWords(item.name)} <${oneLine(item.email)}>`
    : `${nameInWords(item.name)} (id ${oneLine(item.userId)})`
  const before = statusWords[item.before]
  const after = item.after ? statusWords[item.after] : 'not known'
  // Nothing was begun with them, so there is nothing not to be known.
  const isLeftAlone = !item.after && (item.verdict === 'skipped' || item.verdict === 'blocked')
  const change = isLeftAlone ? before : `${before} → ${after}`
  const figures = Object.entries(item.summary ?? {}).map(
    ([key, value]) => `${figureLabel(key, labels)}: ${value}`,
  )
  return [
    `${who}: ${change}`,
    ...(item.verifiedAt ? [`read ${utc(item.verifiedAt)}`] : []),
    ...figures,
    ...(item.reason ? [oneLine(item.reason)] : []),
    ...(item.failure?.description ? [`“${oneLine(item.failure.description)}”`] : []),
    ...(item.failure?.traceId ? [`trace ${oneLine(item.failure.traceId)}`] : []),
  ].join('; ')
}

/** "2026-11-20 14:07:06 UTC" */
const utc = (time: string) => `${time.slice(0, 19).replace('T', ' ')} UTC`

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
