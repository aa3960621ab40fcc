import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Directory } from '../directory/directory'
import { lookupOf } from '../directory/lookup'
import { directoryQueries } from '../directory/query'
import { failureOf } from '../http/failure'
import { reasonFor } from '../http/words'
import type { Provider } from '../providers/provider'
import type { Session } from '../session/session'
import { formatCount } from '../ui/number'
import type { Ground } from './match'
import { useSame } from './useSame'

export type LeaversGround = Ground & {
  readonly provider: Provider
  /** As it is now; `undefined`: not through. */
  readonly directory: Directory | undefined
  /** Something is missing, and it is not being read. */
  readonly isMissing: boolean
  /** Reading again does not bring it. */
  readonly isForGood: boolean
}

type Fact = {
  readonly session: Session
  readonly data: Directory | undefined
  readonly error: Error | null
  readonly isFetching: boolean
  readonly refetch: () => unknown
}

/** Every signed-in connection with its list: the lists are read side by side, and one is compared when it is through. */
export function useGrounds(sessions: readonly Session[]) {
  const results = useQueries({
    queries: sessions.map(({ connection, provider }) =>
      directoryQueries.all(connection.id, provider),
    ),
  })
  const now = sessions.flatMap((session, index): Fact[] => {
    const result = results[index]
    if (!result) return []
    const { data, error, isFetching, refetch } = result
    return [{ session, data, error, isFetching, refetch }]
  })
  const facts = useSame(now, ({ session, data, error, isFetching }) => [
    session,
    data,
    error,
    isFetching,
  ])
  return useMemo(
    () => ({
      grounds: facts.map(groundOf),
      isReading: facts.some(({ isFetching }) => isFetching),
      readAgain: () => {
        for (const { refetch } of facts) refetch()
      },
    }),
    [facts],
  )
}

function groundOf({
  session: { connection, provider },
  data,
  error,
  isFetching,
}: Fact): LeaversGround {
  const directory = data && data.state !== 'loading' ? data : undefined
  const failure = error && !directory ? failureOf(error) : undefined
  const [missing] = data?.missing ?? []
  const everybody = data?.parts.everybody
  const gap = failure
    ? reasonFor(failure, { provider: provider.name, action: 'read users' })
    : !directory
      ? `The list is being read${data ? `: ${formatCount(data.users.length, 'user')} so far` : ''}`
      : missing
        ? `A part of the list could not be read: ${missing.what}`
        : everybody?.state === 'unknown'
          ? everybody.reason
          : undefined
  return {
    id: connection.id,
    name: connection.name,
    provider,
    directory,
    lookup: directory && lookupOf(directory),
    gap: gap?.replace(/\.(?=”?$)/, ''),
    isMissing: gap !== undefined && !isFetching,
    isForGood: !failure && !missing,
  }
}
