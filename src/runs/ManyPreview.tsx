import { useQueryClient } from '@tanstack/react-query'
import { directoryQueries } from '../directory/query'
import type { Action, Provider } from '../providers/provider'
import { SetupHelp } from '../session/SetupHelp'
import { Button } from '../ui/Button'
import { DialogSection } from '../ui/DialogSection'
import { Notice } from '../ui/Notice'
import { formatCount } from '../ui/number'
import { Consequences } from './Consequences'
import { ForecastTotals } from './ForecastTotals'
import { NotHandled } from './NotHandled'
import type { Preview } from './preview'
import { Stays } from './Stays'
import { totalsInWords, totalsOf } from './totals'
import { WorstFirst } from './WorstFirst'

/** Many users: what it will break in all, whom worst, and who stays as they are. */
export function ManyPreview({
  preview,
  action,
  provider,
  onRetry,
}: {
  readonly preview: Preview
  readonly action: Action
  readonly provider: Provider
  readonly onRetry: () => void
}) {
  const { ready, stays, unread, forecasts, unforeseen, context } = preview
  const { queryKey } = directoryQueries.all(context.connection, provider)
  const machines = useQueryClient().getQueryData(queryKey)?.parts.machines
  const waiting =
    'reason' in provider.forecast
      ? 0
      : ready.filter(({ id }) => !forecasts.has(id) && !unforeseen.has(id)).length
  const totals = totalsOf(ready, forecasts, provider.figures, unforeseen)
  const isOutOfReach = unread.some(
    ({ reading }) => reading.at === 'failed' && reading.failure.kind === 'unreachable',
  )
  return (
    <>
      {unread.length > 0 && (
        <DialogSection>
          <Notice tone="amber" actions={<Button onClick={onRetry}>Read them again</Button>}>
            {formatCount(unread.length, 'user')} could not be read again. The run reads everybody
            once more before it writes, and does nothing to who cannot be read.{' '}
            {isOutOfReach && <SetupHelp />}
          </Notice>
        </DialogSection>
      )}
      {ready.length > 0 && (
        <DialogSection>
          <p className="font-semibold">
            {totalsInWords(ready, totals, waiting, machines?.state !== 'unknown')}
          </p>
        </DialogSection>
      )}
      {ready.length > 0 && <Consequences rules={provider.rules[action]} users={ready} />}
      {ready.length > 0 && (
        <ForecastTotals preview={preview} totals={totals} provider={provider} action={action} />
      )}
      {ready.length > 0 && <WorstFirst preview={preview} labels={provider.figures} />}
      {ready.length > 0 && <NotHandled sentences={provider.rules[action].notHandled} isOfMany />}
      {stays.length > 0 && <Stays stays={stays} />}
    </>
  )
}
