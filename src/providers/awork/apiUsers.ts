import * as z from 'zod/mini'
import type { ApiUser, ApiUserAdministration, ClientApplication } from '../administration'
import { type Parsed, parsed, text } from '../parsing'
import type { Operator } from '../provider'
import type { Client } from './client'
import { withFieldIds } from './fieldErrors'
import { unlessItFails } from './oneUser'
import type { Reads } from './reads'
import { configRight, configWriteRight, gated } from './rights'
import { type ApiUser as Bare, toApiUser } from './wire'

const formFields = ['name', 'roleId', 'clientId']

/** https://developers.awork.com/apiv1/api-users · https://developers.awork.com/apiv1/client-applications */
export function apiUserAdministration(
  client: Client,
  reads: Reads,
  operator: Operator,
): ApiUserAdministration {
  /** Whatever comes of it, who is an API user, and in which role, is to be read again. */
  const written = async <T>(sending: Promise<T>): Promise<T> => {
    try {
      return await withFieldIds(formFields, sending)
    } finally {
      reads.forget()
    }
  }
  return {
    list: async signal => {
      const [users, named] = await Promise.all([
        reads.apiUsers.fresh(signal),
        naming(client, reads, signal),
      ])
      return [...users.values()].map(named)
    },
    clients: gated(operator, configRight, signal => readClients(client, signal)),
    create: gated(operator, configWriteRight, async ({ name, roleId, clientId }, signal) => {
      const body = { name, roleId, clientId: clientId ?? null }
      const call = { method: 'POST', path: '/apiusers', body, signal } as const
      const made = await written(client.write({ ...call, right: configWriteRight }, toApiUser))
      return (await naming(client, reads, signal))(made)
    }),
    change: gated(operator, configWriteRight, async (id, { name, roleId }, signal) => {
      const path = `/apiusers/${encodeURIComponent(id)}`
      const call = { method: 'PUT', path, body: { name, roleId }, signal } as const
      await written(client.call({ ...call, right: configWriteRight }))
    }),
    // To read is enough, as documented, and odd: who makes a key for an admin's API user can act as an admin.
    generateKey: gated(operator, configRight, async ({ id, clientId }, signal) => {
      const path = `/clientapplications/${encodeURIComponent(clientId)}/generateapikey`
      const call = { method: 'POST', path, body: { apiUserId: id }, signal } as const
      return client.write({ ...call, right: configRight }, toKey)
    }),
  }
}

/** The names of roles and client applications, where they can be read. */
async function naming(
  client: Client,
  reads: Reads,
  signal: AbortSignal,
): Promise<(user: Bare) => ApiUser> {
  const [roles, clients] = await Promise.all([
    unlessItFails(reads.roles(signal)),
    unlessItFails(readClients(client, signal)),
  ])
  for (const { id, name } of clients ?? []) reads.clientNames.set(id, name)
  return user => {
    const role = roles?.find(({ id }) => id === user.roleId)
    return {
      ...user,
      role: role?.name,
      isAdmin: role?.isAdmin,
      client: clients?.find(({ id }) => id === user.clientId)?.name,
    }
  }
}

const clientsWire = z.array(z.object({ clientId: text, displayName: text }))

async function readClients(
  client: Client,
  signal: AbortSignal,
): Promise<readonly ClientApplication[]> {
  const call = { path: '/clientapplications', signal, right: configRight }
  const parse = (wire: unknown): Parsed<readonly ClientApplication[]> =>
    parsed(clientsWire, wire, clients =>
      clients.flatMap(({ clientId, displayName }) =>
        clientId ? [{ id: clientId, name: displayName || clientId }] : [],
      ),
    )
  return (await client.read(call, parse)).value
}

const keyWire = z.object({ access_token: z.string().check(z.minLength(1)) })

/** The refresh token that comes with it is dropped: a key lasts, and what is not kept cannot leak. */
function toKey(wire: unknown): Parsed<string> {
  return parsed(keyWire, wire, answer => answer.access_token)
}
