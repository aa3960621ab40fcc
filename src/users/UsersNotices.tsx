import type { Directory } from '../directory/directory'
import type { Failure } from '../http/failure'
import { describeFailure } from '../http/words'
import { SetupHelp } from '../session/SetupHelp'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { TraceId } from '../ui/TraceId'

/** What keeps the list from being whole, and what can be done about it. What is there stays. */
export function UsersNotices({
  directory: { missing, parts },
  failure,
  vendor,
  isReading,
  onRetry,
}: {
  readonly directory: Pick<Directory, 'missing' | 'parts'>
  /** Of a refresh: the list is as it was. */
  readonly failure: Failure | undefined
  readonly vendor: string
  readonly isReading: boolean
  readonly onRetry: () => void
}) {
  const untold = Object.values(parts).flatMap(part =>
    part?.state === 'unknown' && part.what ? [{ what: part.what, reason: part.reason }] : [],
  )
  if (missing.length === 0 && untold.length === 0 && !failure) return undefined
  const retry = (
    <Button disabledReason={isReading ? 'The list is being read' : undefined} onClick={onRetry}>
      Retry
    </Button>
  )
  const isForGood = missing.every(one => one.failure.kind === 'notPermitted')
  return (
    <div className="flex max-h-40 shrink-0 flex-col gap-2 overflow-y-auto px-4 pb-2 phone:px-3">
      {failure && (
        <Notice tone="red" role="alert" actions={retry}>
          The list could not be read again: it is as it was before.
          <Why failure={failure} vendor={vendor} />
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="amber" role="alert" actions={isForGood ? undefined : retry}>
          {missing.map(({ what, failure: why }) => (
            <div key={what}>
              Missing from this list: <bdi className="font-medium">{what}</bdi>
              <Why failure={why} vendor={vendor} />
            </div>
          ))}
        </Notice>
      )}
      {untold.map(({ what, reason }) => (
        <Notice key={what} tone="amber" role="alert">
          Not known: {what}
          <p className="text-text-2">
            <bdi>{reason}</bdi>
          </p>
        </Notice>
      ))}
    </div>
  )
}

function Why({ failure, vendor }: { readonly failure: Failure; readonly vendor: string }) {
  const { title, explanation, hint, traceId, retry, help } = describeFailure(failure, {
    provider: vendor,
    action: 'read them',
  })
  return (
    <p className="text-text-2">
      {title} <bdi>{explanation}</bdi> {retry ? undefined : hint} {help && <SetupHelp />}{' '}
      {traceId && <TraceId id={traceId} />}
    </p>
  )
}
