import { Hono } from 'hono'
import { z } from 'zod'
import type { Client } from '../oauth/clients'
import { jwtLike, newSecret } from '../oauth/grants'
import { written } from '../population/seeded'
import type { AworkContext, AworkEnv } from './env'
import { invalid, notFound, problem } from './errors'
import { needs } from './rights'

/** https://developers.awork.com/api-reference/client-applications */
export const clientApplications = new Hono<AworkEnv>()

const reads = needs('workspace-manage-config', 'read')
const writes = needs('workspace-manage-config', 'write')

/** Those made here, and registered ones that somebody in this workspace has allowed. Not paged. */
function clientsOf(c: AworkContext): Client[] {
  const { world, workspace } = c.var
  const allowed = [...world.grants].filter(grant => grant.workspace === workspace.name)
  return [...workspace.clients.values(), ...new Set(allowed.map(grant => grant.client))]
}

clientApplications.get('/clientapplications', reads, c => c.json(clientsOf(c).map(onWire)))

clientApplications.get('/clientapplications/:clientId', reads, c => {
  const client = clientsOf(c).find(({ id }) => id === c.req.param('clientId'))
  return client ? c.json(onWire(client)) : notFound(c, 'client application')
})

const uris = z
  .array(z.string())
  .nullish()
  .transform(value => value ?? [])
const putForm = z.object({ displayName: z.string().nullish(), redirectUris: uris })
const postForm = putForm.extend({
  clientId: z.string().min(1),
  isConfidential: z.boolean().default(false),
})

clientApplications.post('/clientapplications', writes, c => {
  const form = postForm.safeParse(c.var.body)
  if (!form.success) return invalid(c, form.error)
  const { clientId, displayName, redirectUris, isConfidential } = form.data
  if (clientsOf(c).some(({ id }) => id === clientId)) {
    return problem(
      c,
      'already-exist-error',
      `A client application with the id ${clientId} exists already.`,
    )
  }
  const now = written(c.var.world.now())
  const client: Client = {
    id: clientId,
    name: displayName ?? clientId,
    redirectUris,
    secret: isConfidential ? newSecret() : undefined,
    grantTypes: ['authorization_code', 'refresh_token'],
    createdOn: now,
    updatedOn: now,
  }
  c.var.workspace.clients.set(client.id, client)
  return c.json({ ...onWire(client), clientSecret: client.secret })
})

clientApplications.put('/clientapplications/:clientId', writes, c => {
  const { workspace, world } = c.var
  const client = workspace.clients.get(c.req.param('clientId'))
  if (!client) return notFound(c, 'client application')
  const form = putForm.safeParse(c.var.body)
  if (!form.success) return invalid(c, form.error)
  const changed: Client = {
    ...client,
    name: form.data.displayName ?? client.name,
    redirectUris: form.data.redirectUris,
    updatedOn: written(world.now()),
  }
  workspace.clients.set(changed.id, changed)
  return c.json(onWire(changed))
})

clientApplications.delete('/clientapplications/:clientId', writes, c =>
  c.var.workspace.clients.delete(c.req.param('clientId'))
    ? c.body(null, 204)
    : notFound(c, 'client application'),
)

const keyForm = z.object({ apiUserId: z.string() })

/** The right is `read`, as documented. `expires_in` is a date in seconds here, other than in OAuth's answer. */
clientApplications.post('/clientapplications/:clientId/generateapikey', reads, c => {
  const { workspace, world } = c.var
  if (!clientsOf(c).some(({ id }) => id === c.req.param('clientId')))
    return notFound(c, 'client application')
  const form = keyForm.safeParse(c.var.body)
  if (!form.success) return invalid(c, form.error)
  const user = workspace.user(form.data.apiUserId)
  if (user?.kind !== 'apiUser') return notFound(c, 'API user')
  const key = jwtLike({ sub: user.id, workspace: workspace.id })
  workspace.apiKeys.set(key, user.id)
  return c.json({
    token_type: 'Bearer',
    expires_in: Math.floor(world.now() / 1000) + 100 * 365 * 86_400,
    access_token: key,
    refresh_token: jwtLike({ sub: user.id, use: 'refresh' }),
  })
})

function onWire({ id, name, redirectUris, secret, createdOn, updatedOn }: Client) {
  return {
    clientId: id,
    displayName: name,
    redirectUris,
    isConfidential: secret !== undefined,
    createdOn,
    updatedOn,
  }
}
