import type { Failure } from '../http/failure'
import { describeFailure } from '../http/words'
import { SetupHelp } from '../session/SetupHelp'
import { Button } from '../ui/Button'
import { ErrorState } from '../ui/ErrorState'
import { Notice } from '../ui/Notice'
import { TraceId } from '../ui/TraceId'

/** The list could not be read, or not be read again: why, and what to do. */
export function NotRead({
  failure,
  vendor,
  isStale,
  onRetry,
}: {
  readonly failure: Failure
  readonly vendor: string
  /** An older list is still shown. */
  readonly isStale: boolean
  readonly onRetry: () => void
}) {
  const { title, explanation, hint, traceId, help } = describeFailure(failure, {
    provider: vendor,
    action: 'read API users',
  })
  if (!isStale)
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
  return (
    <Notice
      tone="red"
      role="alert"
      className="mx-4 my-2"
      actions={<Button onClick={onRetry}>Retry</Button>}
    >
      <p>The list could not be read again: it is as it was. {title}</p>
      <p className="text-text-2">
        <bdi>{[explanation, hint].filter(Boolean).join(' ')}</bdi> {help && <SetupHelp />}
      </p>
      {traceId && <TraceId id={traceId} />}
    </Notice>
  )
}
