import { clientOf } from '../../oauth/clients'
import { accessTokenOf, challengeOf, type Grant, newSecret, revoke } from '../../oauth/grants'
import { workspaceNamed } from '../../world'
import type { WorkfrontContext } from '../env'
import { type Tenant, tenantOf } from '../tenant'

/** "The authorization code is valid for two minutes." */
const codeLifetimeMs = 120_000
const refreshLifetimeMs = 30 * 86_400_000

/**
 * Of a public client, so without a secret. The form may be JSON too.
 * https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/oauth-app-pkce-flow
 */
export async function token(c: WorkfrontContext): Promise<Response> {
  const form = await formOf(c)
  const client = clientOf(c.var.world, form.get('client_id') ?? '')
  if (!client) return refused(401, 'invalid_client', 'The client is not known.')
  const grant = await grantBehind(c)
  if (!grant || grant.client.id !== client.id) {
    return refused(400, 'invalid_grant', 'The code or refresh token is not known, or used up.')
  }
  if (form.get('redirect_uri') !== grant.redirectUri) {
    return refused(400, 'invalid_grant', 'The redirect URI is not the one of the request.')
  }
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchanged(c, form, grant)
    case 'refresh_token':
      return refreshed(c, grant)
    default:
      return refused(400, 'unsupported_grant_type', 'This grant type is not supported.')
  }
}

/** The grant that a token request is about: it says which workspace is meant. */
export async function grantBehind(c: WorkfrontContext): Promise<Grant | undefined> {
  const form = await formOf(c)
  const refresh = form.get('refresh_token')
  return [...c.var.world.grants].find(grant =>
    refresh === null ? grant.code === form.get('code') : grant.refreshToken?.token === refresh,
  )
}

async function formOf(c: WorkfrontContext): Promise<URLSearchParams> {
  const text = await c.req.text()
  if (!c.req.header('content-type')?.startsWith('application/json'))
    return new URLSearchParams(text)
  try {
    const form: unknown = JSON.parse(text)
    if (typeof form !== 'object' || form === null) return new URLSearchParams()
    return new URLSearchParams(Object.entries(form).map(([name, value]) => [name, String(value)]))
  } catch {
    return new URLSearchParams()
  }
}

function exchanged(c: WorkfrontContext, form: URLSearchParams, grant: Grant): Response {
  const { world } = c.var
  if (grant.codeState === 'used') {
    // A code that comes twice was stolen: https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
    revoke(world, grant)
    return refused(400, 'invalid_grant', 'The code was used before.')
  }
  grant.codeState = 'used'
  if (world.now() - grant.authorizedAt > codeLifetimeMs)
    return refused(400, 'invalid_grant', 'The code has expired.')
  if (challengeOf(form.get('code_verifier') ?? '') !== grant.challenge)
    return refused(400, 'invalid_grant', 'The code verifier does not match.')
  return issued(c, grant)
}

/** Each works once: the sandbox's application has "rotate refresh token" switched on. */
function refreshed(c: WorkfrontContext, grant: Grant): Response {
  if ((grant.refreshToken?.expiresAt ?? 0) <= c.var.world.now()) {
    return refused(400, 'invalid_grant', 'The refresh token has expired.')
  }
  return issued(c, grant)
}

function issued(c: WorkfrontContext, grant: Grant): Response {
  const { world } = c.var
  const tenant = tenantOf(world, workspaceNamed(world, grant.workspace))
  const user = tenant.user(grant.userId)
  if (!user?.isActive) return refused(400, 'invalid_grant', 'The user is deactivated.')
  const lifetime = tenant.settings.tokenLifetimeSeconds
  const access = accessTokenOf(world, grant, lifetime, { customer: tenant.id })
  return Response.json(answerOf(tenant, grant, access, world.now()))
}

/** Adobe documents two answers; the header in which the token goes is `sessionID` either way. */
function answerOf({ id, settings }: Tenant, grant: Grant, access: string, now: number): object {
  const { tokenType, tokenLifetimeSeconds } = settings
  grant.refreshToken =
    tokenType === 'Bearer' ? undefined : { token: newSecret(), expiresAt: now + refreshLifetimeMs }
  return tokenType === 'Bearer'
    ? { access_token: access, expires_in: tokenLifetimeSeconds, token_type: 'Bearer' }
    : {
        token_type: 'sessionID',
        access_token: access,
        refresh_token: grant.refreshToken?.token,
        expires_in: tokenLifetimeSeconds,
        wid: id,
      }
}

/** Not the API's error, nor OAuth's. https://github.com/bb-io/AdobeWorkfront */
function refused(statusCode: number, type: string, message: string): Response {
  return Response.json({ statusCode, error: true, type, message }, { status: statusCode })
}
