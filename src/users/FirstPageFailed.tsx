import type { Failure } from '../http/failure'
import { describeFailure } from '../http/words'
import type { Provider } from '../providers/provider'
import { SetupHelp } from '../session/SetupHelp'
import { ErrorState } from '../ui/ErrorState'

/** Nothing of the list could be read: why, and what to do. */
export function FirstPageFailed({
  failure,
  provider,
  onRetry,
}: {
  readonly failure: Failure
  readonly provider: Provider
  readonly onRetry: () => void
}) {
  const { title, explanation, hint, traceId, help } = describeFailure(failure, {
    provider: provider.name,
    action: 'read users',
  })
  return (
    <ErrorState
      title={title}
      explanation={explanation && <bdi>{explanation}</bdi>}
      hint={
        help ? (
          <>
            {hint} <SetupHelp />
          </>
        ) : (
          hint
        )
      }
      traceId={traceId}
      onRetry={onRetry}
    />
  )
}
