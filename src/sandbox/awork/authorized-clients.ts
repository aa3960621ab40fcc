import { Hono } from 'hono'
import { type Grant, revoke } from '../oauth/grants'
import { written } from '../population/seeded'
import type { AworkContext, AworkEnv } from './env'
import { notFound } from './errors'
import { grantsOf } from './oauth/grants'

/** One's own grants. https://developers.awork.com/api-reference/client-applications */
export const authorizedClients = new Hono<AworkEnv>()

function own(c: AworkContext): Grant[] {
  return grantsOf(c.var.world, c.var.workspace, c.var.caller.user)
}

authorizedClients.get('/accounts/me/authorizedclients', c => {
  const byClient = new Map(own(c).map(grant => [grant.client.id, grant]))
  return c.json(
    [...byClient.values()].map(({ client, scopes, authorizedAt }) => ({
      clientId: client.id,
      displayName: client.name,
      scopes,
      authorizedOn: written(authorizedAt),
    })),
  )
})

authorizedClients.delete('/accounts/me/authorizedclients', c => {
  const grants = own(c)
  return grants.length === 0 ? c.body(null, 204) : revoked(c, grants)
})

authorizedClients.delete('/accounts/me/authorizedclients/:clientId', c => {
  const grants = own(c).filter(({ client }) => client.id === c.req.param('clientId'))
  return grants.length === 0 ? notFound(c, 'authorized client') : revoked(c, grants)
})

/** awork promises it of refresh tokens; the sandbox ends access tokens too, so that it can be seen. */
function revoked(c: AworkContext, grants: readonly Grant[]): Response {
  for (const grant of grants) revoke(c.var.world, grant)
  return c.json({
    revokedClientCount: new Set(grants.map(({ client }) => client.id)).size,
    revokedRefreshTokenCount: grants.filter(({ refreshToken }) => refreshToken).length,
  })
}
