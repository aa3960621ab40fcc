import { useQueries } from '@tanstack/react-query'
import { directoryQueries } from '../directory/query'
import { failureOf } from '../http/failure'
import { reasonFor } from '../http/words'
import type { Provider } from '../providers/provider'
import type { Session } from '../session/session'
import { formatCount } from '../ui/number'
import type { Ground } from './match'

export type LeaversGround = Ground & {
  readonly provider: Provider
  /** `undefined`: nothing failed. */
  readonly retry: (() => void) | undefined
}

/** Every signed-in connection with its list: the lists are read side by side, and only one that is through is compared. */
export function useGrounds(sessions: readonly Session[]): readonly LeaversGround[] {
  return useQueries({
    queries: sessions.map(({ connection, provider }) =>
      directoryQueries.all(connection.id, provider),
    ),
    combine: results =>
      results.flatMap(({ data, error, isFetching, refetch }, index): LeaversGround[] => {
        const session = sessions[index]
        if (!session) return []
        const { connection, provider } = session
        const isThrough = data !== undefined && data.state !== 'loading'
        const failure = error && !isThrough ? failureOf(error) : undefined
        const isPartial = data?.state === 'partial'
        const [missing] = data?.missing ?? []
        return [
          {
            id: connection.id,
            name: connection.name,
            provider,
            directory: isThrough ? data : undefined,
            gap: failure
              ? reasonFor(failure, { provider: provider.name, action: 'read users' })
              : !isThrough
                ? `The list is being read${data ? `: ${formatCount(data.users.length, 'user')} so far` : ''}`
                : isPartial
                  ? `A part of the list could not be read${missing ? `: ${missing.what}` : ''}`
                  : undefined,
            retry: (failure || isPartial) && !isFetching ? () => void refetch() : undefined,
          },
        ]
      }),
  })
}
