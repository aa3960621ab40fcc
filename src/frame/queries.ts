import { QueryClient } from '@tanstack/react-query'
import type { Sessions } from '../session/session'
import { toasts } from '../ui/toasts'

const clients = new WeakMap<Sessions, QueryClient>()

/** What was read, of all connections. The first part of every query key is the connection's id. */
export function queriesOf(sessions: Sessions): QueryClient {
  const known = clients.get(sessions)
  if (known) return known
  const client = new QueryClient({
    defaultOptions: {
      // Providers retry reads themselves, and a browser's idea of being online says nothing about an API at hand.
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  sessions.onSignedOut(connectionId => {
    // They name people, and whoever signs in next would still see them.
    for (const { id } of toasts.get()) toasts.close(id)
    client.cancelQueries({ queryKey: [connectionId] })
    client.removeQueries({ queryKey: [connectionId] })
    const mutations = client.getMutationCache()
    for (const mutation of mutations.findAll({ mutationKey: [connectionId] })) {
      mutations.remove(mutation)
    }
  })
  clients.set(sessions, client)
  return client
}
