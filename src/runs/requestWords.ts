import type { ActionRules } from '../providers/provider'
import { formatNumber } from '../ui/number'
import { formatTime } from '../ui/time'
import type { Prepared } from './preparation'
import { changeOf, type Preview } from './preview'
import type { RunConnection } from './run'

/** "Acme, awork · 36 selected and read again at 14:05: 31 go ahead, 2 are blocked, 3 skipped" */
export function requestSubtitle(
  { people, readAt }: Prepared,
  { ready, stays, waiting }: Preview,
  { name, provider }: RunConnection,
): string {
  const count = (verdict: 'blocked' | 'skipped') =>
    stays.filter(stay => stay.verdict === verdict).length
  const blocked = count('blocked')
  const skipped = count('skipped')
  const read =
    waiting > 0
      ? `${formatNumber(people.length - waiting)} read again so far`
      : `read again at ${formatTime(readAt)}`
  const parts = [
    `${formatNumber(ready.length)} ${ready.length === 1 ? 'goes' : 'go'} ahead`,
    ...(blocked > 0 ? [`${formatNumber(blocked)} ${blocked === 1 ? 'is' : 'are'} blocked`] : []),
    ...(skipped > 0 ? [`${formatNumber(skipped)} skipped`] : []),
  ]
  return `${name}, ${provider.name} · ${formatNumber(people.length)} selected and ${read}: ${parts.join(', ')}`
}

/** Of one: whether they are still as the list shows them. Of many: what undoing does not bring back. */
export function requestFact(prepared: Prepared, preview: Preview, rules: ActionRules): string {
  const [only, ...others] = prepared.people
  if (!only || others.length > 0) {
    if (preview.unread.length > 0)
      return `${formatNumber(preview.unread.length)} could not be read again`
    return 'reason' in rules.undo ? rules.undo.reason : `Can be undone. ${rules.undo.limits}`
  }
  switch (only.reading.at) {
    case 'waiting':
      return 'Reading again'
    case 'read': {
      const time = formatTime(prepared.readAt)
      if (!only.listed) return `Read at ${time}`
      return changeOf(only)
        ? `Read again at ${time}, changed since the list`
        : `Read again at ${time}, unchanged since the list`
    }
    case 'gone':
      return `Read again at ${formatTime(prepared.readAt)}: no longer there`
    case 'failed':
      return 'Could not be read again'
  }
}
