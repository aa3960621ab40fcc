import { lazy, Suspense } from 'react'
import type { ProblemProps } from './ProblemDetails'

const ProblemDetails = lazy(async () => ({
  default: (await import('./ProblemDetails')).ProblemDetails,
}))

/** The words for what went wrong come when something did: the sign-in page is to be there at once. */
export function ProblemNotice(props: ProblemProps) {
  return (
    <Suspense>
      <ProblemDetails {...props} />
    </Suspense>
  )
}
