import { Hono } from 'hono'
import { ConnectionCut } from '../connection-cut'
import type { Subject } from '../faults'
import { type World, workspaceNamed } from '../world'
import { gatewayPage, json } from './answer'
import { answer, concerned } from './attask'
import { type Call, contentOf } from './call'
import type { WorkfrontContext, WorkfrontEnv } from './env'
import { Problem, problem } from './errors'
import { askerOf, credentialOf } from './gateway'
import { withMishaps } from './mishaps'
import { authorize } from './oauth/authorize'
import { grantBehind, token } from './oauth/token'
import { servedVersions } from './session'
import { tenantOf } from './tenant'

const base = /^\/sandbox(?:\/([^/]+))?\/workfront(?=\/|$)/

/** "Max URI", Akamai's. https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-basics */
const longestAddress = 8892

/** Workfront, below `/sandbox/workfront` or `/sandbox/{workspace}/workfront`. No answer has a CORS header. */
export function workfrontApi(world: World): Hono<WorkfrontEnv> {
  const api = new Hono<WorkfrontEnv>()

  api.use(async (c, next) => {
    const [prefix = '', workspace = 'acme'] = base.exec(c.req.path) ?? []
    c.set('world', world)
    c.set('path', c.req.path.slice(prefix.length))
    c.set('workspace', workspaceNamed(world, workspace))
    await next()
    c.header('Cache-Control', 'no-store')
  })

  api.get('/integrations/oauth2/authorize', c => staged(c, () => authorize(c)))
  api.post('/integrations/oauth2/authorize', c => staged(c, () => authorize(c)))
  api.post('/integrations/oauth2/api/v1/token', async c => {
    const grant = await grantBehind(c)
    if (grant) c.set('workspace', workspaceNamed(world, grant.workspace))
    return staged(c, () => token(c))
  })
  api.all('/attask/api/*', attask)
  api.all('*', () => gatewayPage(404))

  api.onError(error => {
    if (error instanceof ConnectionCut) throw error
    console.error(error)
    return json(problem('failed', 'The sandbox made a mistake.').body, 500)
  })
  return api
}

/** Before anybody is known. */
function staged(c: WorkfrontContext, work: () => Response | Promise<Response>): Promise<Response> {
  const { world, workspace, path } = c.var
  const query = new URL(c.req.url).searchParams
  const subject: Subject = {
    system: 'workfront',
    method: c.req.method,
    path,
    query,
    userId: undefined,
  }
  return withMishaps({ world, tenant: tenantOf(world, workspace) }, [subject], async () => work())
}

async function attask(c: WorkfrontContext): Promise<Response> {
  const { path, world } = c.var
  if (Buffer.byteLength(c.req.url.slice(c.req.url.indexOf(path))) > longestAddress) {
    return gatewayPage(414)
  }
  try {
    const address = addressed(path)
    const content = await contentOf(c.req.raw)
    const credential = credentialOf(c.req.raw)
    const isInForm = !credential.sessionId && !credential.apiKey && content.parameters.has('apiKey')
    // Seen of writes whose key is in the form.
    if (isInForm) throw problem('notAuthenticated', 'AuthenticationException: {0}')
    return await taken({ world, ...askerOf(world, credential), ...address, ...content })
  } catch (error) {
    if (error instanceof Problem) return json(error.body, error.status)
    throw error
  }
}

/** Version and what is below it; without a version the most recent is meant. */
function addressed(path: string): Pick<Call, 'version' | 'steps'> {
  const [, , , ...steps] = path.split('/')
  const [, major, minor = '0'] = /^v(\d+)(?:\.(\d+))?$/i.exec(steps[0] ?? '') ?? []
  if (major === undefined) {
    return { version: servedVersions.at(-1) ?? '', steps: steps.filter(Boolean) }
  }
  const version = `${major}.${minor}`
  // "v2–v14 deprecated 2025-09-30, v15 2025-12-18"; that they answer 410 is inferred.
  if (Number(major) >= 2 && Number(major) <= 15) {
    throw problem('retired', `v${version} is no longer available. Use a more recent API version.`)
  }
  if (!servedVersions.includes(version))
    throw problem('notFound', `Unknown API version: v${version}`)
  return { version, steps: steps.slice(1).filter(Boolean) }
}

/** "Too many concurrent API requests for the given customer": counted while they are handled. */
async function taken(call: Call): Promise<Response> {
  const { tenant, world, workspace } = call
  const { concurrency } = tenant.settings
  const subjects = subjectsOf(call)
  if (concurrency !== 'off' && tenant.underWay >= concurrency) {
    for (const { userId } of subjects) if (userId) tenant.log(userId).turnedAway += 1
    throw problem('tooMany')
  }
  tenant.underWay += 1
  try {
    await world.wait(workspace.settings.latencyMs)
    return await withMishaps(call, subjects, async where => answered({ ...call, tenant: where }))
  } finally {
    tenant.underWay -= 1
  }
}

function answered(call: Call): Response {
  try {
    return answer(call)
  } catch (error) {
    if (error instanceof Problem) return json(error.body, error.status)
    throw error
  }
}

function subjectsOf(call: Call): readonly Subject[] {
  const about = {
    system: 'workfront',
    method: call.verb,
    path: `/${call.steps.join('/')}`,
    query: call.parameters,
  } as const
  const those = concerned(call)
  return those.length === 0
    ? [{ ...about, userId: undefined }]
    : those.map(one => ({ ...about, ...one }))
}
