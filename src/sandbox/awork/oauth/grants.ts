import { accessTokenOf, type Grant, jwtLike } from '../../oauth/grants'
import type { StoredUser } from '../../population/model'
import type { Workspace } from '../../workspace'
import type { World } from '../../world'

export const codeLifetimeMs = 60_000
const refreshLifetimeMs = 30 * 86_400_000

/** New tokens under a grant, as the token endpoint answers them. https://developers.awork.com/authentication */
export function issueTokens(world: World, workspace: Workspace, grant: Grant) {
  const lifetime = workspace.settings.tokenLifetimeSeconds
  const token = accessTokenOf(world, grant, lifetime, { workspace: workspace.id })
  const renewable =
    grant.scopes.includes('offline_access') && grant.client.grantTypes.includes('refresh_token')
  grant.refreshToken = renewable
    ? {
        token: jwtLike({ sub: grant.userId, use: 'refresh' }),
        expiresAt: world.now() + refreshLifetimeMs,
      }
    : undefined
  return {
    access_token: token,
    token_type: 'Bearer',
    resource: 'awork.com',
    expires_in: lifetime,
    refresh_token: grant.refreshToken?.token,
  }
}

export function grantsOf(world: World, workspace: Workspace, user: StoredUser): Grant[] {
  return [...world.grants].filter(
    grant =>
      grant.workspace === workspace.name && grant.userId === user.id && grant.codeState === 'used',
  )
}
