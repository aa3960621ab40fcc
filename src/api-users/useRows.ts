import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { emptyDirectory } from '../directory/directory'
import { directoryQueries, userQueries } from '../directory/query'
import { failureOf } from '../http/failure'
import { useConnection } from '../session/SessionsContext'
import { nameInWords } from '../ui/nameInWords'
import { type Asked, creatorOf, toAskFor } from './creators'
import { orphanOf } from './orphan'
import type { ApiUserList } from './queries'
import type { Row } from './rows'

const none: readonly Row[] = []

/** The API users with who created them, from the list of users, and what of that is missing from the users themselves. */
export function useRows(list: ApiUserList | undefined) {
  const { connection, provider } = useConnection()
  const reading = useQuery(directoryQueries.all(connection.id, provider))
  const empty = useMemo(() => emptyDirectory(provider), [provider])
  const directory = reading.data ?? empty
  const failure = reading.error ? failureOf(reading.error) : undefined
  const apiUsers = list?.apiUsers ?? []

  const ids = toAskFor(apiUsers, directory)
  const answers = useQueries({
    queries: ids.map(id => ({
      ...userQueries.detail(connection.id, provider, id),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  const asked = new Map(
    ids.map((id, at): readonly [string, Asked] => {
      const { data, error } = answers[at] ?? {}
      if (error) return [id, { came: 'failed', failure: failureOf(error) }]
      return [id, data?.state === 'gone' ? { came: 'gone' } : { came: 'nothing' }]
    }),
  )
  const rows = list
    ? apiUsers
        // Deleted since, by an action whose read saw it: the row goes with the user's.
        .filter(({ id }) => (directory.store.goneAt(id) ?? 0) < list.readAt)
        .map((apiUser): Row => {
          const creator = creatorOf(apiUser, directory, failure, asked, provider.name)
          return { apiUser, creator, orphan: orphanOf(creator, nameInWords) }
        })
    : none
  return {
    rows,
    directory,
    isReading: reading.isFetching,
    refresh: () => {
      void reading.refetch()
      for (const answer of answers) void answer.refetch()
    },
  }
}
