import { useSyncExternalStore } from 'react'
import type { Failure } from '../http/failure'
import { waits } from '../http/waiting'
import { Spinner } from '../ui/Spinner'
import { useNow } from '../ui/useNow'

/** Says that a read is held up, by what, and for how long: waiting in silence looks like hanging. */
export function WaitNotice({ vendor }: { readonly vendor: string }) {
  const current = useSyncExternalStore(waits.subscribe, waits.current)
  const now = useNow(current.length > 0)

  const longest = current.toSorted((a, b) => b.until - a.until)[0]
  if (!longest) return undefined
  const seconds = Math.max(1, Math.ceil((longest.until - now) / 1_000))
  return (
    <span className="flex min-w-0 items-center gap-1 text-amber">
      <Spinner>{why(longest.failure, vendor)}</Spinner>
      <span aria-hidden="true" className="whitespace-nowrap">
        · going on in {seconds} s
      </span>
    </span>
  )
}

function why(failure: Failure, vendor: string): string {
  switch (failure.kind) {
    case 'rateLimited':
      return `${vendor} asks us to wait`
    case 'unreachable':
      return `${vendor} cannot be reached, trying again`
    case 'timeout':
      return `${vendor} does not answer, trying again`
    case 'server':
      return `${vendor} reports an error, trying again`
    case 'expired':
    case 'notPermitted':
    case 'notFound':
    case 'refused':
    case 'unexpectedAnswer':
    case 'aborted':
      return 'Trying again'
  }
}
