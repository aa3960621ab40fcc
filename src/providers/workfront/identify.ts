import { failureOf } from '../../http/failure'
import type { Operator } from '../provider'
import type { Client } from './client'
import { seeRight } from './reads'
import { toUser } from './user'
import { toSession } from './wire'

/** Who the token belongs to, and what they are called: two calls. */
export async function identify(
  client: Client,
  apiUrl: string,
  signal: AbortSignal,
): Promise<Operator> {
  const session = await client.read({ path: '/session', signal, right: seeRight }, toSession)
  const user = await ownUser(client, session.userId, signal)
  const host = /^https?:\/\/([^/]+)/.exec(apiUrl)?.[1]
  return {
    id: session.userId,
    name: user?.name ?? session.userId,
    email: user?.email,
    // What a tenant is called is not documented to be told.
    workspace: { id: session.customerId ?? '', name: host ?? 'Workfront', url: undefined },
    isAdmin: session.isAdmin ?? false,
    // Workfront does not tell which rights somebody has who is no administrator: trying tells.
    rights: [],
    isApiUser: user?.kind === 'apiUser',
  }
}

/** Who may not even see themselves is known by their id. */
async function ownUser(client: Client, id: string, signal: AbortSignal) {
  try {
    const path = `/user/${encodeURIComponent(id)}`
    const query = { fields: 'ID,name,emailAddr,isActive' }
    return await client.read({ path, query, signal, right: seeRight }, (body, sentAt) => {
      const data =
        typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined
      const reading = toUser(data, 'GET /user/{id}', sentAt)
      return reading.type === 'user'
        ? { ok: true, value: reading.user }
        : { ok: false, field: `data.${reading.field}` }
    })
  } catch (error) {
    const { kind } = failureOf(error)
    if (kind === 'notPermitted' || kind === 'notFound' || kind === 'refused') return undefined
    throw error
  }
}
