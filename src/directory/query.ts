import { type QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query'
import type { User } from '../providers/provider'
import { type Directory, withoutUser, withUsers } from './directory'
import { load, type Readable } from './load'
import { refresh } from './refresh'

export const directoryQueries = {
  /**
   * Everybody in a connection, as pages arrive. `isFetching` while it is read or refreshed; `refetch` refreshes, and
   * when that fails there is an `error` next to the list as it was. The reading goes on when the page is left.
   */
  all: (connectionId: string, provider: Readable) =>
    queryOptions({
      queryKey: directoryKey(connectionId),
      queryFn: ({ client, queryKey }) => read(client, queryKey, provider),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      structuralSharing: false,
      // Reads are retried inside, per page. It is read again when the operator asks, and only then.
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      refetchOnMount: query => query.state.data === undefined,
    }),
}

/** What a read of one user found. */
export type UserAnswer =
  | { readonly state: 'found'; readonly user: User }
  | { readonly state: 'gone'; readonly seenAt: number }

export const userQueries = {
  /** One user, read now; the list takes the answer over. */
  detail: (connectionId: string, provider: Readable, id: string) =>
    queryOptions({
      queryKey: userKey(connectionId, id),
      queryFn: async ({ client, signal }): Promise<UserAnswer> => {
        const user = await provider.user(id, signal)
        patchDirectory(client, connectionId, id, user)
        return answer(user)
      },
      retry: false,
      networkMode: 'always',
    }),
}

/** Puts a user as just read, or `undefined` for "no longer there", into every list and page that shows them. */
export function patchUser(
  client: QueryClient,
  connectionId: string,
  id: string,
  user: User | undefined,
): void {
  patchDirectory(client, connectionId, id, user)
  client.setQueryData<UserAnswer>(userKey(connectionId, id), shown => shown && answer(user))
}

/** The code for it is not among what the first row needs. Without it everything works, a little later. */
function prewarmLater(directory: Directory, signal: AbortSignal): void {
  import('./prewarm').then(
    ({ prewarm }) => prewarm(directory, signal),
    () => undefined,
  )
}

const directoryKey = (connectionId: string) => [connectionId, 'directory'] as const
const userKey = (connectionId: string, id: string) => [connectionId, 'users', id] as const

const answer = (user: User | undefined): UserAnswer =>
  user ? { state: 'found', user } : { state: 'gone', seenAt: Date.now() }

function patchDirectory(
  client: QueryClient,
  connectionId: string,
  id: string,
  user: User | undefined,
) {
  client.setQueryData<Directory>(directoryKey(connectionId), directory => {
    if (!directory) return undefined
    return user ? withUsers(directory, [user]) : withoutUser(directory, id, Date.now())
  })
}

async function read(
  client: QueryClient,
  queryKey: QueryKey,
  provider: Readable,
): Promise<Directory> {
  const { signal, end } = lifeOf(client, queryKey)
  try {
    const before = client.getQueryData<Directory>(queryKey)
    const directory = before
      ? await refresh({ provider, signal }, before)
      : await load({ provider, signal }, so => client.setQueryData(queryKey, so))
    prewarmLater(directory, signal)
    return directory
  } finally {
    end()
  }
}

const reading = new WeakMap<object, AbortController>()

/**
 * A signal for as long as the query is in the cache and not read anew. TanStack's own one would end the reading when
 * the operator goes to another page; this one ends it when signing out clears the cache.
 */
function lifeOf(client: QueryClient, queryKey: QueryKey) {
  const cache = client.getQueryCache()
  const query = cache.find({ queryKey, exact: true })
  const controller = new AbortController()
  if (query) {
    reading.get(query)?.abort()
    reading.set(query, controller)
  }
  const end = cache.subscribe(event => {
    if (event.type === 'removed' && event.query === query) controller.abort()
  })
  return { signal: controller.signal, end }
}
