import type { StoredUser } from '../population/model'
import type { World } from '../world'

/** An OAuth client. https://developers.awork.com/authentication */
export type Client = {
  readonly id: string
  readonly name: string
  /** A `*` stands for any port. */
  readonly redirectUris: readonly string[]
  /** Confidential clients have one. */
  readonly secret: string | undefined
  /** Without `refresh_token` none is given out. */
  readonly grantTypes: readonly string[]
  readonly createdOn: string
  readonly updatedOn: string
}

/** Registered from the beginning, for any loopback port. */
export const wellKnownClient: Client = {
  id: 'rollcall',
  name: 'Rollcall',
  redirectUris: ['localhost', '127.0.0.1', '[::1]'].map(host => `http://${host}:*/callback`),
  secret: undefined,
  grantTypes: ['authorization_code', 'refresh_token'],
  createdOn: '2026-01-05T09:00:00Z',
  updatedOn: '2026-01-05T09:00:00Z',
}

/**
 * The client applications that a workspace's API users belong to; whoever switched one off long ago has deleted its
 * application too.
 */
export function clientsBehind(users: readonly StoredUser[]): ReadonlyMap<string, Client> {
  const clients = users.flatMap(({ clientId, firstName = '', createdOn, isDeactivated }) =>
    clientId === undefined || isDeactivated
      ? []
      : {
          id: clientId,
          name: `${firstName} client`,
          redirectUris: [],
          secret: undefined,
          grantTypes: [],
          createdOn,
          updatedOn: createdOn,
        },
  )
  return new Map(clients.map(client => [client.id, client]))
}

export function clientOf(world: World, id: string): Client | undefined {
  const everywhere = [...world.workspaces.values()].flatMap(({ clients }) => clients.get(id) ?? [])
  return world.clients.get(id) ?? everywhere[0]
}

/** "Needs to be the same as specified when registering": compared as text. */
export function isRegistered(client: Client, redirectUri: string): boolean {
  return client.redirectUris.some(registered => {
    const [before, after] = registered.split('*')
    if (before === undefined || after === undefined) return registered === redirectUri
    const port = redirectUri.slice(before.length, redirectUri.length - after.length)
    return redirectUri === `${before}${port}${after}` && /^\d{1,5}$/.test(port)
  })
}
