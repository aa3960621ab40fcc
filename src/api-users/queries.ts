import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Administration, ApiUser, ApiUserAdministration } from '../providers/administration'
import type { Role } from '../providers/provider'

export type ApiUserList = {
  readonly apiUsers: readonly ApiUser[]
  /** Milliseconds since the epoch at which the reading began: what was seen later is newer. */
  readonly readAt: number
}

export const apiUserQueries = {
  list: (connectionId: string, administration: ApiUserAdministration) =>
    queryOptions({
      queryKey: [connectionId, 'apiUsers'],
      queryFn: async ({ signal }): Promise<ApiUserList> => {
        const readAt = Date.now()
        return { apiUsers: await administration.list(signal), readAt }
      },
      // Others change them too: what is shown at once is read again on every visit.
      staleTime: 0,
    }),
  roles: (connectionId: string, read: (signal: AbortSignal) => Promise<readonly Role[]>) =>
    queryOptions({
      queryKey: [connectionId, 'roles'],
      queryFn: ({ signal }) => read(signal),
      staleTime: 60_000,
    }),
  clients: (connectionId: string, administration: ApiUserAdministration) =>
    queryOptions({
      queryKey: [connectionId, 'clientApplications'],
      queryFn: ({ signal }) => {
        const { clients } = administration
        return 'run' in clients ? clients.run(signal) : []
      },
      staleTime: 60_000,
    }),
  /** The code that administers. A form that is open stays when rights are read again. */
  administration: (connectionId: string, load: () => Promise<Administration>) =>
    queryOptions({
      queryKey: [connectionId, 'administration', 'apiUsers', ordinalOf(load)],
      queryFn: load,
      staleTime: Number.POSITIVE_INFINITY,
      structuralSharing: false,
      placeholderData: keepPreviousData,
    }),
}

const ordinals = new WeakMap<object, number>()
let lastOrdinal = 0

/** A provider, and with it what loads this, is made anew when the rights of its operator are. */
function ordinalOf(load: object): number {
  const known = ordinals.get(load)
  if (known !== undefined) return known
  lastOrdinal += 1
  ordinals.set(load, lastOrdinal)
  return lastOrdinal
}
