import type { Action, Provider } from '../providers/provider'
import { SetupHelp } from '../session/SetupHelp'
import { Button } from '../ui/Button'
import { DialogSection } from '../ui/DialogSection'
import { Notice } from '../ui/Notice'
import { formatCount } from '../ui/number'
import { Consequences } from './Consequences'
import { ForecastTotals } from './ForecastTotals'
import { NotHandled } from './NotHandled'
import type { Prepared } from './preparation'
import type { Preview } from './preview'
import { Stays } from './Stays'
import { WorstFirst } from './WorstFirst'

/** Many users: what it will break in all, whom worst, and who stays as they are. */
export function ManyPreview({
  prepared,
  preview,
  action,
  provider,
  onRetry,
}: {
  readonly prepared: Prepared
  readonly preview: Preview
  readonly action: Action
  readonly provider: Provider
  readonly onRetry: () => void
}) {
  const { ready, stays, unread } = preview
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
      {ready.length > 0 && <Consequences rules={provider.rules[action]} users={ready} />}
      {ready.length > 0 && (
        <ForecastTotals prepared={prepared} preview={preview} provider={provider} action={action} />
      )}
      {ready.length > 0 && <WorstFirst preview={preview} labels={provider.figures} />}
      {ready.length > 0 && <NotHandled sentences={provider.rules[action].notHandled} isOfMany />}
      {stays.length > 0 && <Stays stays={stays} />}
    </>
  )
}
