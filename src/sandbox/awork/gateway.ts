import { createMiddleware } from 'hono/factory'
import type { Grant } from '../oauth/grants'
import { userIdOf } from '../population/draft'
import { isUsable } from '../population/model'
import type { Workspace } from '../workspace'
import { type World, workspaceNamed } from '../world'
import type { AworkEnv, Caller } from './env'
import { problem } from './errors'

/** Tokens to paste: `sandbox-admin-acme` acts as this one in the workspace “acme”. */
const pasted: Record<string, string> = {
  admin: 'Ada Lindqvist',
  manager: 'Ben Okoro',
  support: 'Cleo Marchetti',
  guest: 'Lamar Whitfield',
  apikey: 'HR Connector',
}

type Bearer = { workspace: Workspace; userId: string | undefined; grant: Grant | undefined }

function bearerOf(world: World, token: string): Bearer | undefined {
  const [, who, name] = /^sandbox-([a-z]+)-(.+)$/.exec(token) ?? []
  const key = who === undefined ? undefined : pasted[who]
  if (key !== undefined && name !== undefined) {
    const workspace = workspaceNamed(world, name)
    if (workspace.pastedTokensExpired) return undefined
    return { workspace, userId: userIdOf(workspace.population.template, key), grant: undefined }
  }
  for (const grant of world.grants) {
    const issued = grant.accessTokens.find(entry => entry.token === token)
    if (!issued) continue
    if (issued.expiresAt <= world.now()) return undefined
    return { workspace: workspaceNamed(world, grant.workspace), userId: grant.userId, grant }
  }
  for (const workspace of world.workspaces.values()) {
    const userId = workspace.apiKeys.get(token)
    if (userId !== undefined) return { workspace, userId, grant: undefined }
  }
  return undefined
}

/**
 * Who asks, and in which workspace: "valid for one user and one workspace". A bad token's 401 has another body than a
 * missing right's, as a Kong gateway in front of the API would answer it. What awork does with the tokens of somebody
 * who was deactivated is not documented; here they end at once.
 * https://developers.awork.com/authentication
 */
export const authenticate = createMiddleware<AworkEnv>(async (c, next) => {
  const [, token] = /^Bearer (\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? []
  if (token === undefined) return c.json({ message: 'Unauthorized' }, 401)
  const bearer = bearerOf(c.var.world, token)
  const user = bearer?.userId === undefined ? undefined : bearer.workspace.user(bearer.userId)
  const role = user && bearer?.workspace.role(user.roleId)
  if (!bearer || !user || !role) return c.json({ exp: 'token expired' }, 401)
  c.set('workspace', bearer.workspace)
  c.set('caller', { user, role, grant: bearer.grant } satisfies Caller)
  if (!isUsable(user)) return problem(c, 'deactivated-user', 'The user is deactivated.')
  return next()
})

/** Requests are counted per workspace in whole seconds and minutes. https://developers.awork.com/rate-limits */
export const limitRate = createMiddleware<AworkEnv>(async (c, next) => {
  const { counted, settings } = c.var.workspace
  const { rate } = settings
  if (!rate) return next()
  const now = c.var.world.now()
  const second = Math.floor(now / 1000)
  const minute = Math.floor(now / 60_000)
  if (counted.second !== second) Object.assign(counted, { second, inSecond: 0 })
  if (counted.minute !== minute) Object.assign(counted, { minute, inMinute: 0 })
  counted.inSecond += 1
  counted.inMinute += 1
  const left = {
    second: Math.max(0, rate.perSecond - counted.inSecond),
    minute: Math.max(0, rate.perMinute - counted.inMinute),
  }
  const tight = left.minute < left.second ? 'minute' : 'second'
  const limit = tight === 'minute' ? rate.perMinute : rate.perSecond
  const window = tight === 'minute' ? 60_000 : 1000
  const headers = {
    'ratelimit-limit': limit,
    'ratelimit-remaining': left[tight],
    'ratelimit-reset': Math.ceil((window - (now % window)) / 1000),
    'x-ratelimit-limit-second': rate.perSecond,
    'x-ratelimit-remaining-second': left.second,
    'x-ratelimit-limit-minute': rate.perMinute,
    'x-ratelimit-remaining-minute': left.minute,
  }
  if (counted.inSecond > rate.perSecond || counted.inMinute > rate.perMinute) {
    c.res = c.json({ message: 'API rate limit exceeded' }, 429)
  } else {
    await next()
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!c.res.headers.has(name)) c.header(name, String(value))
  }
  return undefined
})
