import { nameInWords } from '../ui/nameInWords'
import { formatCount, formatNumber } from '../ui/number'
import { formatDuration, formatExactTime } from '../ui/time'
import { actionWords } from './actions'
import { notesOf } from './notes'
import { progressOf, speedOf } from './progress'
import { countVerdicts, type Run, receiptOf } from './run'
import { outcomeTitle } from './ticket'
import { listInWords } from './words'

/** "Deactivating 31 users", or "Looking what became of 31 users", and in the end "27 of 31 users deactivated" */
export function runTitle(run: Run): string {
  if (run.state === 'ended') return outcomeTitle(receiptOf(run))
  const { action, items } = run.record
  const acted = items.filter(item => !item.settled)
  const [only, ...others] = acted
  const whom =
    only && others.length === 0 ? nameInWords(only.user.name) : formatCount(acted.length, 'user')
  if (run.does === 'look') return `Looking what became of ${whom}`
  const { doing } = actionWords[action]
  return `${doing.charAt(0).toUpperCase()}${doing.slice(1)} ${whom}`
}

/** "Acme, awork · by Ada Lindqvist · HR-1204 · 14:07:06 to 14:07:18" */
export function runSubtitle({ record, connections, endedAt }: Run): string {
  const operators = new Set(Object.values(record.operator).map(({ name }) => nameInWords(name)))
  const began = formatExactTime(record.startedAt)
  return [
    ...connections.map(({ name, provider }) => `${name}, ${provider.name}`),
    `by ${[...operators].join(' and ')}`,
    ...(record.reason ? [record.reason] : []),
    ...notesOf({ connections: record.connections, items: [] }).chosen,
    endedAt ? `${began} to ${formatExactTime(endedAt)}` : `since ${began}`,
  ].join(' · ')
}

/** "12 of 31 · 7.8 a second · 3 s left" */
export function progressWords(run: Run, now: number): string {
  const { total, settled } = progressOf(run)
  const { rate, timeLeft, silent } = speedOf(run, now)
  const isMoving =
    run.state === 'going' && (!run.held || run.connections.length > 1) && settled < total
  return [
    `${formatNumber(settled)} of ${formatNumber(total)}`,
    ...(isMoving && rate !== undefined ? [`${rate.toFixed(1)} a second`] : []),
    ...(isMoving && timeLeft !== undefined ? [`${formatDuration(timeLeft)} left`] : []),
    ...(isMoving && silent.length > 0
      ? [`waiting for ${listInWords(silent.map(({ name }) => name))}`]
      : []),
    ...(run.state === 'paused' ? ['paused'] : []),
    ...(run.state === 'stopping' ? ['stopping after the ones under way'] : []),
  ].join(' · ')
}

/** What closing the dialog does to the run; `undefined`: nothing any more. */
export function closedFact({ state }: Run): string | undefined {
  switch (state) {
    case 'going':
      return 'It goes on when this is closed'
    case 'paused':
      return 'It stays paused when this is closed'
    case 'stopping':
      return 'It ends by itself when this is closed'
    case 'ended':
      return undefined
  }
}

/** For who listens: "27 of 31 users deactivated. 27 done, 2 failed" */
export function outcomeWords(run: Run): string {
  const receipt = receiptOf(run)
  const counts = countVerdicts(receipt.items)
  const parts = (['done', 'already', 'failed', 'unknown', 'blocked', 'skipped'] as const)
    .filter(verdict => counts[verdict] > 0)
    .map(
      verdict =>
        `${formatNumber(counts[verdict])} ${verdict === 'already' ? 'already so' : verdict}`,
    )
  return `${outcomeTitle(receipt)}. ${parts.join(', ')}`
}
