import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { fetchPatiently } from '../http/request'
import { vendors } from '../providers/registry'
import { workfront } from '../providers/workfront/workfront'
import { createSandbox } from '../sandbox/sandbox'
import type { Connection } from './config'
import { fakeBrowser } from './fakeBrowser'
import {
  authorizationRequest,
  exchangeCode,
  refreshTokens,
  registerClient,
  serverOf,
} from './oauth'
import { createSessions } from './session'
import { beginRedirect, checkPasted, finishRedirect } from './signIn'
import type { OAuthTokens } from './stored'

const connection: Connection = {
  id: 'tenant',
  provider: 'workfront',
  name: 'Tenant',
  apiUrl: '/attask/api/v21.0',
  oauth: { clientId: 'rollcall' },
}
const redirectUri = 'http://localhost:5173/callback'

/** A token endpoint that answers so, and what it was asked. */
function setUp(answer: Response) {
  const asked: URLSearchParams[] = []
  const environment = fakeBrowser(async (_url, init) => {
    asked.push(new URLSearchParams(`${init?.body}`))
    return answer
  }).tab()
  const server = serverOf(connection, workfront, environment.origin)
  return { asked, environment, server }
}

/** The consent page sends more along than OAuth knows. */
async function exchanged(answer: Response) {
  const { asked, environment, server } = setUp(answer)
  const request = { clientId: 'rollcall', redirectUri, scope: workfront.scope }
  const { transaction } = await authorizationRequest(server, request, '')
  const query = new URLSearchParams({
    code: 'c0de',
    state: transaction.state,
    domain: 'acme.my.workfront.com',
    lane: 'cl01',
  })
  return { asked, came: await exchangeCode(server, transaction, query, environment) }
}

const json = (body: object, status = 200) => Response.json(body, { status })

const tokens: OAuthTokens = {
  means: 'oauth',
  access: 'old',
  refresh: 'again',
  issuedAt: 0,
  clientId: 'rollcall',
  generation: 1,
}

describe('a system whose tokens are no bearer tokens', () => {
  test('is asked for consent without a scope', async () => {
    const { server } = setUp(json({}))
    const request = { clientId: 'rollcall', redirectUri, scope: workfront.scope }
    const { url } = await authorizationRequest(server, request, '')
    expect(url).toMatch(/^http:\/\/localhost:5173\/integrations\/oauth2\/authorize\?/)
    expect(new URL(url).searchParams.has('scope')).toBe(false)
    expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256')
  })

  test.each([
    [{ token_type: 'sessionID', expires_in: 0, wid: 'w' }, undefined],
    [{ token_type: 'sessionID' }, undefined],
    [{ token_type: 'Bearer', expires_in: 3600 }, 3_600_000],
  ])('answers %j', async (more, life) => {
    const { came } = await exchanged(json({ access_token: 'tok', refresh_token: 'ref', ...more }))
    if (!('tokens' in came)) throw new Error(JSON.stringify(came.problem))
    const { access, refresh, expiresAt, issuedAt } = came.tokens
    expect({ access, refresh }).toEqual({ access: 'tok', refresh: 'ref' })
    expect(expiresAt && expiresAt - issuedAt).toBe(life)
  })

  test('is refused in its own words', async () => {
    const refusal = { statusCode: 400, error: true, type: 'BAD_CODE', message: 'Code is used.' }
    const { came } = await exchanged(json(refusal, 400))
    expect(came).toEqual({
      problem: {
        kind: 'refused',
        step: 'token',
        status: 400,
        code: 'BAD_CODE',
        description: 'Code is used.',
      },
    })
  })

  test('takes an answer whose fields are null for one without them', async () => {
    const none = { refresh_token: null, expires_in: null, scope: null, id_token: null }
    const { came } = await exchanged(json({ access_token: 'tok', token_type: 'Bearer', ...none }))
    expect(came).toEqual({ tokens: expect.objectContaining({ access: 'tok' }) })
    expect(came).not.toHaveProperty('tokens.refresh')
    expect(came).not.toHaveProperty('tokens.expiresAt')
  })

  test.each([
    ['an expired code', json({ error: true, type: 'invalid_grant' }, 400), { kind: 'codeExpired' }],
    ['a page', new Response('<html>', { status: 400 }), { kind: 'refused', status: 400 }],
    ['a failure', json({ error: true, message: 'Oh.' }, 503), { kind: 'server', status: 503 }],
    [
      'a token of another kind',
      json({ access_token: 'tok', token_type: 'mac' }),
      { kind: 'nonsense', field: 'token_type' },
    ],
  ])('says so where it answers with %s', async (_, answer, problem) => {
    const { came } = await exchanged(answer)
    expect(came).toMatchObject({ problem })
  })

  test('is told the redirect URI again when a token is renewed', async () => {
    const { asked, environment, server } = setUp(
      json({ access_token: 'new', refresh_token: 'next', token_type: 'sessionID', expires_in: 0 }),
    )
    expect(await refreshTokens(server, tokens, environment)).toMatchObject({
      tokens: { access: 'new', refresh: 'next', generation: 2 },
    })
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      grant_type: 'refresh_token',
      client_id: 'rollcall',
      redirect_uri: redirectUri,
      refresh_token: 'again',
    })
  })

  test('has ended the session where it refuses to renew, not where it fails', async () => {
    const refused = setUp(json({ statusCode: 401, error: true, message: 'Expired.' }, 401))
    expect(await refreshTokens(refused.server, tokens, refused.environment)).toEqual({
      stop: 'ended',
    })
    const failing = setUp(json({ error: true }, 500))
    expect(await refreshTokens(failing.server, tokens, failing.environment)).toEqual({
      stop: 'unreachable',
    })
  })

  test('gives no client id to whoever has none', async () => {
    const { asked, environment, server } = setUp(json({}))
    const client = { redirectUri, scope: '' }
    expect(await registerClient(server, client, environment)).toEqual({
      problem: { kind: 'noClient' },
    })
    expect(asked).toEqual([])
  })
})

describe('signing in to the sandbox of that system', () => {
  async function setUpSandbox(tokens: object = {}) {
    const sandbox = createSandbox({ users: 300 })
    const send = (url: string, init?: RequestInit) =>
      sandbox.fetch(new Request(new URL(url, 'http://localhost:5173'), init))
    const settings = { method: 'PUT', body: JSON.stringify(tokens) }
    await send('/sandbox/workspaces/acme/workfront', settings)
    vi.stubGlobal('fetch', send)
    onTestFinished(() => {
      vi.unstubAllGlobals()
    })
    const environment = fakeBrowser(fetchPatiently).tab()
    const tenant = { ...connection, apiUrl: '/sandbox/workfront/attask/api/v21.0' }
    const sessions = await createSessions({
      config: { sandbox: true, connections: [tenant] },
      vendors,
      environment,
    })
    return { send, sessions, tenant }
  }
  type SetUp = Awaited<ReturnType<typeof setUpSandbox>>

  async function signedIn({ send, sessions, tenant }: SetUp) {
    const begun = await beginRedirect(sessions, tenant, '/tenant/users')
    if ('problem' in begun) throw new Error(begun.problem.kind)
    const body = new URL(begun.url).searchParams
    body.set('who', 'Ada Lindqvist')
    body.set('answer', 'allow')
    const back = await send(begun.url, { method: 'POST', body, redirect: 'manual' })
    const answer = new URL(back.headers.get('location') ?? '').searchParams
    expect(answer.get('domain')).toBe('acme.my.workfront.com')
    return finishRedirect(sessions, answer)
  }

  test.each([{}, { tokenType: 'Bearer' }])('works with tokens as in %j', async tokens => {
    const setUp = await setUpSandbox(tokens)
    expect(await signedIn(setUp)).toEqual({ returnTo: '/tenant/users' })
    const [session] = setUp.sessions.snapshot().sessions
    expect(session?.operator).toMatchObject({ name: 'Ada Lindqvist', isAdmin: true })
    const { operator, provider } = session ?? {}
    expect(await provider?.user(operator?.id ?? '', new AbortController().signal)).toMatchObject({
      name: 'Ada Lindqvist',
    })
  })

  test('renews a token that has expired, unseen', async () => {
    const setUp = await setUpSandbox()
    await signedIn(setUp)
    await setUp.send('/sandbox/workspaces/acme/expire-tokens', { method: 'POST', body: '{}' })
    const [session] = setUp.sessions.snapshot().sessions
    const { operator, provider } = session ?? {}
    expect(await provider?.user(operator?.id ?? '', new AbortController().signal)).toMatchObject({
      name: 'Ada Lindqvist',
    })
    expect(setUp.sessions.snapshot().sessions[0]?.stop).toBeUndefined()
  })

  test('asks to sign in again where nothing came to renew a token with, and then goes on', async () => {
    const setUp = await setUpSandbox({ tokenType: 'Bearer' })
    const { sessions, send, tenant } = setUp
    await signedIn(setUp)
    await send('/sandbox/workspaces/acme/expire-tokens', { method: 'POST', body: '{}' })
    const [session] = sessions.snapshot().sessions
    const { operator, provider } = session ?? {}
    const reading = provider?.user(operator?.id ?? '', new AbortController().signal)
    await vi.waitFor(() => expect(sessions.snapshot().sessions[0]?.stop).toBe('ended'))
    const checked = await checkPasted(sessions, tenant, 'sandbox-admin-acme')
    if ('problem' in checked) throw new Error(checked.problem.kind)
    sessions.resume(tenant.id, checked.identity)
    expect(await reading).toMatchObject({ name: 'Ada Lindqvist' })
    expect(sessions.snapshot().sessions[0]?.stop).toBeUndefined()
  })

  test('takes a key that is pasted, and says what signing out leaves', async () => {
    const { sessions, tenant } = await setUpSandbox()
    const checked = await checkPasted(sessions, tenant, 'sandbox-admin-acme')
    if ('problem' in checked) throw new Error(checked.problem.kind)
    sessions.start(tenant, checked.identity)
    await sessions.signOut(tenant.id)
    expect(sessions.snapshot().departures).toMatchObject([
      { grant: { state: 'nothingToEnd', reason: expect.stringContaining('API key') } },
    ])
  })

  test('says so where a key is not accepted', async () => {
    const { sessions, tenant } = await setUpSandbox()
    expect(await checkPasted(sessions, tenant, 'wrong')).toMatchObject({
      problem: { kind: 'notIdentified', failure: { kind: 'expired' } },
    })
  })
})
