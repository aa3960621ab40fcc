import { Hono } from 'hono'
import { type Client, clientOf } from '../../oauth/clients'
import { challengeOf, type Grant, revoke } from '../../oauth/grants'
import { isUsable } from '../../population/model'
import { workspaceNamed } from '../../world'
import type { AworkContext, AworkEnv } from '../env'
import { codeLifetimeMs, issueTokens } from './grants'

/** https://developers.awork.com/authentication; the errors are those of https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export const token = new Hono<AworkEnv>()

token.post('/accounts/token', async c => {
  if (!c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded')) {
    return refused(c, 'invalid_request', 'The request has to be form-encoded.')
  }
  const form = await formOf(c)
  const client = authenticated(c, form)
  if (!client)
    return refused(c, 'invalid_client', 'The client is not known, or its secret is wrong.')
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchange(c, client, form)
    case 'refresh_token':
      return refresh(c, client, form)
    default:
      return refused(c, 'unsupported_grant_type', 'Use authorization_code or refresh_token.')
  }
})

/** The grant that a token request is about: it says which workspace is meant. */
export async function grantBehind(c: AworkContext): Promise<Grant | undefined> {
  const form = await formOf(c)
  return [...c.var.world.grants].find(
    grant =>
      grant.code === form.get('code') ||
      (grant.refreshToken && grant.refreshToken.token === form.get('refresh_token')),
  )
}

async function formOf(c: AworkContext): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text())
}

/** A public client says who it is in the body; a confidential one proves it with its secret. */
function authenticated(c: AworkContext, form: URLSearchParams): Client | undefined {
  const [, basic] = /^Basic (.+)$/.exec(c.req.header('Authorization') ?? '') ?? []
  const [id, secret] =
    basic === undefined
      ? [form.get('client_id'), form.get('client_secret') ?? undefined]
      : Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
  const client = id ? clientOf(c.var.world, id) : undefined
  return client?.secret === secret ? client : undefined
}

function exchange(c: AworkContext, client: Client, form: URLSearchParams): Response {
  const { world } = c.var
  const grant = [...world.grants].find(({ code }) => code === form.get('code'))
  if (!grant || grant.client.id !== client.id)
    return refused(c, 'invalid_grant', 'The code is not known.')
  if (grant.codeState === 'used') {
    // A code that comes twice was stolen: https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
    revoke(world, grant)
    return refused(c, 'invalid_grant', 'The code was used before.')
  }
  grant.codeState = 'used'
  if (world.now() - grant.authorizedAt > codeLifetimeMs)
    return refused(c, 'invalid_grant', 'The code has expired.')
  if (form.get('redirect_uri') !== grant.redirectUri) {
    return refused(c, 'invalid_grant', 'The redirect URI is not the one the code was issued to.')
  }
  if (challengeOf(form.get('code_verifier') ?? '') !== grant.challenge) {
    return refused(c, 'invalid_grant', 'The code verifier does not match.')
  }
  return issued(c, grant)
}

/** "Expires when it is used … or after 30 days. A new Refresh Token is issued every time." */
function refresh(c: AworkContext, client: Client, form: URLSearchParams): Response {
  const { world } = c.var
  const grant = [...world.grants].find(
    ({ refreshToken }) => refreshToken && refreshToken.token === form.get('refresh_token'),
  )
  if (
    !grant?.refreshToken ||
    grant.client.id !== client.id ||
    grant.refreshToken.expiresAt <= world.now()
  ) {
    return refused(c, 'invalid_grant', 'The refresh token is used up, revoked or expired.')
  }
  return issued(c, grant)
}

function issued(c: AworkContext, grant: Grant): Response {
  const workspace = workspaceNamed(c.var.world, grant.workspace)
  const user = workspace.user(grant.userId)
  if (!user || !isUsable(user)) return refused(c, 'invalid_grant', 'The user is deactivated.')
  return c.json(issueTokens(c.var.world, workspace, grant))
}

type TokenError = 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type'

function refused(c: AworkContext, error: TokenError, description: string): Response {
  return c.json({ error, error_description: description }, error === 'invalid_client' ? 401 : 400)
}
