import { CircleAlert, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button'
import { Icon } from './Icon'
import { TraceId } from './TraceId'

/** Something could not be shown: what happened, to what, what to do. */
export function ErrorState({
  title,
  level: Heading = 'h2',
  explanation,
  hint,
  traceId,
  actions,
  onRetry,
}: {
  readonly title: string
  /** `h1` where it stands for the whole page. */
  readonly level?: 'h1' | 'h2' | undefined
  readonly explanation?: ReactNode | undefined
  /** What to do, or the likely causes. */
  readonly hint?: ReactNode | undefined
  readonly traceId?: string | undefined
  readonly actions?: ReactNode | undefined
  readonly onRetry?: (() => void) | undefined
}) {
  return (
    <div role="alert" className="mx-auto max-w-[520px] px-4 py-16">
      <Heading className="flex gap-2 font-semibold">
        <Icon of={CircleAlert} className="mt-0.5 text-red" />
        {title}
      </Heading>
      <div className="pl-6 text-13 text-text-2 wrap-anywhere">
        {explanation && <div className="mt-1">{explanation}</div>}
        {hint && (
          <div className="mt-2 [&_a]:text-accent [&_a]:underline [&_li]:list-disc">{hint}</div>
        )}
        {traceId && (
          <p className="mt-2">
            <TraceId id={traceId} />
          </p>
        )}
        {(onRetry || actions) && (
          <div className="mt-4 flex flex-wrap gap-2">
            {onRetry && (
              <Button icon={RefreshCw} onClick={onRetry}>
                Retry
              </Button>
            )}
            {actions}
          </div>
        )}
      </div>
    </div>
  )
}
