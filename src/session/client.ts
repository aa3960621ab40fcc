import * as z from 'zod/mini'
import type { Connection } from './config'
import type { Environment } from './environment'
import type { Registered } from './oauth'
import { json } from './stored'

/**
 * The client id that dynamic registration gave this origin. It is kept beyond the tab, because every registration leaves
 * an entry in the workspace's integrations; it is public (it is in the address of the consent page) and says nothing
 * about any person.
 */
const schema = z.object({
  clientId: z.string(),
  redirectUri: z.string(),
  /** Sign-ins begun with it, one after the other, that never came back: its entry may have been removed. */
  unfinished: z.number(),
})

const keyOf = (apiUrl: string) => `rollcall.client.${apiUrl}`
const mostUnfinished = 3

export async function clientIdFor(
  connection: Connection,
  redirectUri: string,
  environment: Environment,
  register: () => Promise<Registered>,
): Promise<Registered> {
  if (connection.oauth.clientId !== undefined) return { clientId: connection.oauth.clientId }
  const { remembered } = environment
  const known = schema.safeParse(json(remembered.getItem(keyOf(connection.apiUrl)) ?? ''))
  if (
    known.success &&
    known.data.redirectUri === redirectUri &&
    known.data.unfinished < mostUnfinished
  ) {
    const { unfinished, ...client } = known.data
    write(remembered, connection.apiUrl, { ...client, unfinished: unfinished + 1 })
    return { clientId: client.clientId }
  }
  const registered = await register()
  if ('clientId' in registered) {
    write(remembered, connection.apiUrl, { ...registered, redirectUri, unfinished: 1 })
  }
  return registered
}

/** A sign-in with the client worked, so it is still registered. */
export function clientWorked(connection: Connection, environment: Environment): void {
  const key = keyOf(connection.apiUrl)
  const known = schema.safeParse(json(environment.remembered.getItem(key) ?? ''))
  if (known.success) {
    write(environment.remembered, connection.apiUrl, { ...known.data, unfinished: 0 })
  }
}

/** The server does not know the client any more: the next sign-in registers anew. */
export function forgetClient(connection: Connection, environment: Environment): void {
  environment.remembered.removeItem(keyOf(connection.apiUrl))
}

function write(remembered: Storage, apiUrl: string, client: z.infer<typeof schema>) {
  remembered.setItem(keyOf(apiUrl), JSON.stringify(client))
}
