import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { directoryQueries, patchUser, type UserAnswer, userQueries } from '../directory/query'
import { FailureError } from '../http/failure'
import type {
  Administration,
  Contact,
  ProfileValues,
  UserRecord,
} from '../providers/administration'
import type { Provider, User } from '../providers/provider'
import type { Admins } from '../runs/guards'

/** What reading one user in full found. `gone`: no longer there, or never was; the system does not tell which. */
export type RecordAnswer =
  | { readonly state: 'found'; readonly record: UserRecord }
  /** `name`: what they were called when they were seen last. */
  | { readonly state: 'gone'; readonly name: string | undefined }

/** What `provider.administration` offers, by connection and user. The first part of every key is the connection. */
export const administrationQueries = {
  /** Its code, loaded when a page needs it. What is being edited stays when rights are read again. */
  all: (connectionId: string, provider: Provider) =>
    queryOptions({
      queryKey: [connectionId, 'administration', ordinalOf(provider)],
      queryFn: () => administrationOf(provider),
      staleTime: Number.POSITIVE_INFINITY,
      structuralSharing: false,
      placeholderData: keepPreviousData,
    }),
  /** One user in full, read now. The list, and whoever looks at this user, take the answer over. */
  record: (connectionId: string, provider: Provider, id: string) => {
    const queryKey = [connectionId, 'user', id] as const
    return queryOptions({
      queryKey,
      queryFn: async ({ client, signal }): Promise<RecordAnswer> => {
        const administration = await administrationOf(provider)
        const record = await administration.record(id, signal)
        const list = client.getQueryData(directoryQueries.all(connectionId, provider).queryKey)
        const before = client.getQueryData<RecordAnswer>(queryKey)
        const name = list?.byId.get(id)?.name ?? lastName(before)
        patchUser(client, connectionId, id, record?.user)
        if (!record) return { state: 'gone', name }
        // Whoever verifies an action puts what they have seen there: that is how this page learns of it.
        const seen = userQueries.detail(connectionId, provider, id).queryKey
        client.setQueryData(seen, (): UserAnswer => ({ state: 'found', user: record.user }))
        return { state: 'found', record }
      },
    })
  },
  /** What somebody is called who has done something to a user; `null`: no longer there. */
  name: (connectionId: string, provider: Provider, id: string) =>
    queryOptions({
      queryKey: [connectionId, 'name', id],
      queryFn: async ({ signal }): Promise<string | null> => {
        const { nameOf } = await administrationOf(provider)
        const name = nameOf
          ? nameOf(id, signal)
          : provider.user(id, signal).then(user => user?.name)
        // A query has no `undefined`.
        return (await name) ?? null
      },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  /** Can this person sign in? Asked anew whenever what is known of them has changed. */
  signIn: (connectionId: string, provider: Provider, user: User) =>
    queryOptions({
      queryKey: [connectionId, 'user', user.id, 'signIn', user.status, user.updatedAt],
      queryFn: async ({ signal }) => (await administrationOf(provider)).signIn(user, signal),
    }),
  /** What the system makes of an e-mail address; `null`: nothing. */
  suggestion: (connectionId: string, provider: Provider, email: string) =>
    queryOptions({
      queryKey: [connectionId, 'suggestion', email],
      queryFn: async ({ signal }): Promise<ProfileValues | null> => {
        const { suggest } = (await administrationOf(provider)).profile
        // A query has no `undefined`.
        return 'run' in suggest ? ((await suggest.run(email, signal)) ?? null) : null
      },
    }),
  /** Every role with what it may do. */
  roles: (connectionId: string, provider: Provider) =>
    queryOptions({
      queryKey: [connectionId, 'roles'],
      queryFn: async ({ signal }) => {
        const { roles } = await administrationOf(provider)
        if ('reason' in roles) throw new Error(roles.reason)
        return roles.run(signal)
      },
    }),
  /** The active admins, read now: somebody else may have made or unmade one. */
  admins: (connectionId: string, provider: Provider) =>
    queryOptions({
      queryKey: [connectionId, 'admins'],
      queryFn: async ({ signal }): Promise<Admins> => {
        const { admins } = provider
        if (admins && 'reason' in admins) return { known: false, reason: admins.reason }
        const active = await admins?.run(signal)
        return active
          ? { known: true, active }
          : { known: false, reason: `${provider.name} does not tell` }
      },
    }),
}

/** Reads a user anew for whoever is about to write, or has written: an answer under way may be from before. */
export async function readAgain(
  client: QueryClient,
  connectionId: string,
  provider: Provider,
  id: string,
): Promise<RecordAnswer> {
  const query = administrationQueries.record(connectionId, provider, id)
  await client.cancelQueries({ queryKey: query.queryKey, exact: true })
  return client.fetchQuery({ ...query, staleTime: 0 })
}

/** What of a user's contacts a reading shows. Where they could not be read, that none is seen would say nothing. */
export function contactsIn(answer: RecordAnswer): readonly Contact[] {
  if (answer.state === 'gone') return []
  const { contacts, contactsUnread, user } = answer.record
  if (contactsUnread === undefined) return contacts
  throw new FailureError({
    kind: 'unexpectedAnswer',
    method: 'GET',
    path: `/users/${user.id}`,
    field: contactsUnread,
  })
}

async function administrationOf(provider: Provider): Promise<Administration> {
  if ('reason' in provider.administration) throw new Error(provider.administration.reason)
  return provider.administration.run()
}

const lastName = (answer: RecordAnswer | undefined) =>
  answer?.state === 'found' ? answer.record.user.name : answer?.name

const ordinals = new WeakMap<Provider, number>()
let lastOrdinal = 0

/** A provider is made anew when the rights of its operator are. */
function ordinalOf(provider: Provider): number {
  const known = ordinals.get(provider)
  if (known !== undefined) return known
  lastOrdinal += 1
  ordinals.set(provider, lastOrdinal)
  return lastOrdinal
}
