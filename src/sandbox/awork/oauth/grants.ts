import { createHash, randomBytes } from 'node:crypto'
import type { StoredUser } from '../../population/model'
import type { Workspace } from '../../workspace'
import type { World } from '../../world'
import type { Client } from './clients'

/** What somebody allowed a client: one code, then access tokens and refresh tokens. Times in milliseconds. */
export type Grant = {
  readonly client: Client
  readonly userId: string
  readonly workspace: string
  readonly scopes: readonly string[]
  readonly authorizedAt: number
  readonly redirectUri: string
  readonly challenge: string
  readonly code: string
  codeState: 'fresh' | 'used'
  accessTokens: { readonly token: string; expiresAt: number }[]
  /** The only one that works; those before it are used up. */
  refreshToken: { readonly token: string; readonly expiresAt: number } | undefined
}

export const codeLifetimeMs = 60_000
const refreshLifetimeMs = 30 * 86_400_000

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** S256 of https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

/** New tokens under a grant, as the token endpoint answers them. https://developers.awork.com/authentication */
export function issueTokens(world: World, workspace: Workspace, grant: Grant) {
  const now = world.now()
  const lifetime = workspace.settings.tokenLifetimeSeconds
  const token = jwtLike({
    sub: grant.userId,
    workspace: workspace.id,
    exp: Math.floor(now / 1000) + lifetime,
  })
  grant.accessTokens = [
    ...grant.accessTokens.filter(({ expiresAt }) => expiresAt > now),
    { token, expiresAt: now + lifetime * 1000 },
  ]
  const renewable =
    grant.scopes.includes('offline_access') && grant.client.grantTypes.includes('refresh_token')
  grant.refreshToken = renewable
    ? { token: jwtLike({ sub: grant.userId, use: 'refresh' }), expiresAt: now + refreshLifetimeMs }
    : undefined
  return {
    access_token: token,
    token_type: 'Bearer',
    resource: 'awork.com',
    expires_in: lifetime,
    refresh_token: grant.refreshToken?.token,
  }
}

/** Looks like a JWT; clients are to treat it as opaque, and the signature is none. */
export function jwtLike(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}.${newSecret()}`
}

/** Ends everything under a grant, access tokens too: awork promises that only of refresh tokens. */
export function revoke(world: World, grant: Grant): void {
  world.grants.delete(grant)
}

export function grantsOf(world: World, workspace: Workspace, user: StoredUser): Grant[] {
  return [...world.grants].filter(
    grant =>
      grant.workspace === workspace.name && grant.userId === user.id && grant.codeState === 'used',
  )
}
