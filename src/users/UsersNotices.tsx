import type { Directory } from '../directory/directory'
import type { Failure } from '../http/failure'
import { describeFailure } from '../http/words'
import type { Provider } from '../providers/provider'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { TraceId } from '../ui/TraceId'

/** What keeps the list from being whole, and what can be done about it. What is there stays. */
export function UsersNotices({
  directory,
  provider,
  failure,
  isReading,
  onRetry,
}: {
  readonly directory: Directory
  readonly provider: Provider
  /** Of a refresh; the list is as it was. */
  readonly failure: Failure | undefined
  readonly isReading: boolean
  readonly onRetry: () => void
}) {
  const { missing, users } = directory
  const retry = (
    <Button disabledReason={isReading ? 'The list is being read' : undefined} onClick={onRetry}>
      Retry
    </Button>
  )
  const [only, ...others] = users
  const isAlone =
    directory.state === 'complete' &&
    others.length === 0 &&
    only?.id === provider.operator.id &&
    !provider.operator.isAdmin
  const hasAny = missing.length > 0 || failure !== undefined || isAlone
  if (!hasAny) return undefined
  return (
    <div className="flex shrink-0 flex-col gap-2 px-4 pb-2 phone:px-3">
      {failure && (
        <Notice tone="red" role="alert" actions={retry}>
          <p>The list could not be read again: it is as it was before.</p>
          <Why failure={failure} provider={provider} />
        </Notice>
      )}
      {missing.map(({ what, failure: why }) => (
        <Notice key={what} tone="amber" role="alert" actions={retry}>
          <p>
            The list is not complete: <bdi>{what}</bdi> could not be read.
          </p>
          <Why failure={why} provider={provider} />
        </Notice>
      ))}
      {isAlone && (
        <Notice tone="blue">
          {provider.name} lists nobody but you: your role may not read other users. An admin can
          change that.
        </Notice>
      )}
    </div>
  )
}

function Why({ failure, provider }: { readonly failure: Failure; readonly provider: Provider }) {
  const { title, explanation, traceId } = describeFailure(failure, {
    provider: provider.name,
    action: 'read users',
  })
  return (
    <p className="text-text-2">
      {title} <bdi>{explanation}</bdi> {traceId && <TraceId id={traceId} />}
    </p>
  )
}
