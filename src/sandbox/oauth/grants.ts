import { createHash, randomBytes } from 'node:crypto'
import type { World } from '../world'
import type { Client } from './clients'

/** What somebody allowed a client: one code, then access tokens and refresh tokens. Times in milliseconds. */
export type Grant = {
  readonly client: Client
  /** Of the system that the grant is for. */
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

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** S256 of https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

/** Looks like a JWT; clients are to treat it as opaque, and the signature is none. */
export function jwtLike(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}.${newSecret()}`
}

/** A new access token under a grant; those that have not expired go on working. */
export function accessTokenOf(world: World, grant: Grant, lifetime: number, more: object): string {
  const now = world.now()
  const token = jwtLike({ sub: grant.userId, ...more, exp: Math.floor(now / 1000) + lifetime })
  grant.accessTokens = [
    ...grant.accessTokens.filter(({ expiresAt }) => expiresAt > now),
    { token, expiresAt: now + lifetime * 1000 },
  ]
  return token
}

/** Ends everything under a grant, access tokens too. */
export function revoke(world: World, grant: Grant): void {
  world.grants.delete(grant)
}
