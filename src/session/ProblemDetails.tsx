import { Notice } from '../ui/Notice'
import { TraceId } from '../ui/TraceId'
import type { SignInProblem } from './problem'
import { problemWords } from './problemWords'
import { SetupHelp } from './SetupHelp'

export type ProblemProps = {
  readonly problem: SignInProblem
  readonly vendor: string
  readonly className?: string
}

/** What kept somebody from signing in, and the way on. */
export function ProblemDetails({ problem, vendor, className }: ProblemProps) {
  const { title, text, quote, help, traceId } = problemWords(problem, vendor)
  return (
    <Notice tone="red" role="alert" className={className ?? ''}>
      <p className="font-semibold">{title}</p>
      <p className="text-text-2">{text}</p>
      {quote && (
        <p className="mt-1 text-text-2">
          {vendor} says: “<bdi>{quote}</bdi>”
        </p>
      )}
      {help && (
        <p className="mt-1 text-text-2">
          <SetupHelp />
        </p>
      )}
      {traceId && (
        <p className="mt-1">
          <TraceId id={traceId} />
        </p>
      )}
    </Notice>
  )
}
