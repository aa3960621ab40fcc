import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { ConnectionCut } from '../connection-cut'
import { type World, workspaceNamed } from '../world'
import { apiUsers } from './api-users'
import { authorizedClients } from './authorized-clients'
import { clientApplications } from './client-applications'
import { contactInfos } from './contact-infos'
import type { AworkEnv } from './env'
import { notFound, problem } from './errors'
import { authenticate, limitRate } from './gateway'
import { me } from './me'
import { mishaps } from './mishaps'
import { authorize } from './oauth/authorize'
import { registration } from './oauth/registration'
import { grantBehind, token } from './oauth/token'
import { projects } from './projects'
import { roles } from './roles'
import { status } from './status'
import { teams } from './teams'
import { users } from './users'
import { workspaces } from './workspaces'

const base = /^\/sandbox(?:\/([^/]+))?\/awork\/api\/v1(?=\/|$)/

/** The awork API, below `/sandbox/awork/api/v1` or `/sandbox/{workspace}/awork/api/v1`. */
export function aworkApi(world: World): Hono<AworkEnv> {
  const api = new Hono<AworkEnv>()

  api.use(async (c, next) => {
    const [prefix = '', workspace = 'acme'] = base.exec(c.req.path) ?? []
    c.set('world', world)
    c.set('traceId', randomBytes(6).toString('hex'))
    c.set('path', c.req.path.slice(prefix.length))
    c.set('workspace', workspaceNamed(world, workspace))
    await next()
    c.header('Trace-Id', c.var.traceId)
    c.header('Cache-Control', 'no-store')
  })

  // Anonymous: the workspace is the one in the address until a code or a token says another.
  api.use('/accounts/authorize', mishaps)
  api.use('/accounts/token', async (c, next) => {
    const grant = await grantBehind(c)
    if (grant) c.set('workspace', workspaceNamed(world, grant.workspace))
    return next()
  })
  api.use('/accounts/token', mishaps)
  api.use('/clientapplications/register', mishaps)
  for (const anonymous of [authorize, token, registration]) api.route('/', anonymous)

  api.use(authenticate)
  api.use(async (c, next) => {
    await world.wait(c.var.workspace.settings.latencyMs)
    return next()
  })
  api.use(limitRate)
  api.use(async (c, next) => {
    const text = c.req.method === 'GET' ? '' : await c.req.text()
    try {
      if (text !== '') c.set('body', JSON.parse(text))
    } catch {
      return problem(c, 'invalid-model', 'The body is not JSON.')
    }
    return next()
  })
  api.use(mishaps)
  for (const subject of [
    me,
    users,
    status,
    contactInfos,
    roles,
    teams,
    apiUsers,
    clientApplications,
    authorizedClients,
    projects,
    workspaces,
  ]) {
    api.route('/', subject)
  }

  api.all('*', c => notFound(c, 'resource'))
  api.onError((error, c) => {
    if (error instanceof ConnectionCut) throw error
    console.error(error)
    return problem(c, 'server-error', 'The sandbox made a mistake.')
  })
  return api
}
