import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchPatiently } from '../http/request'
import { awork } from '../providers/awork/awork'
import { vendors } from '../providers/registry'
import { createSandbox } from '../sandbox/sandbox'
import type { Connection } from './config'
import { fakeBrowser } from './fakeBrowser'
import type { SignInProblem } from './problem'
import { createSessions, type Sessions } from './session'
import { beginRedirect, beginSignIn, checkPasted, exchange, finishRedirect } from './signIn'

const acme: Connection = {
  id: 'acme',
  provider: 'awork',
  name: 'Acme',
  apiUrl: '/sandbox/awork/api/v1',
  oauth: { clientId: 'rollcall' },
}
const beta: Connection = { ...acme, id: 'beta', name: 'Beta', oauth: {} }

/** Answers instead of the sandbox: by path, once each. */
let instead: Map<string, () => Response | Promise<Response>>
let asked: Request[]

async function setUp(connections = [acme, beta]) {
  const sandbox = createSandbox()
  const send = async (request: Request) => {
    asked.push(request.clone())
    const { pathname } = new URL(request.url)
    const answer = [...instead].find(([path]) => pathname.endsWith(path))
    if (!answer) return sandbox.fetch(request)
    instead.delete(answer[0])
    return answer[1]()
  }
  const browser = fakeBrowser(fetchPatiently)
  const environment = browser.tab()
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) =>
    send(new Request(new URL(url, environment.origin), init)),
  )
  const open = (tab = environment) =>
    createSessions({
      config: { sandbox: true, connections },
      vendors,
      environment: tab,
    })
  return { sandbox, browser, environment, open, sessions: await open() }
}

beforeEach(() => {
  instead = new Map()
  asked = []
})

/** What the operator does on the consent page; the query they come back with. */
async function consent(
  { fetch }: { fetch: (request: Request) => Promise<Response> },
  url: string,
  answer: { who?: string; answer?: 'allow' | 'deny'; workspace?: string } = {},
) {
  const form = new URLSearchParams(new URL(url).search)
  form.set('who', answer.who ?? 'Ada Lindqvist')
  form.set('answer', answer.answer ?? 'allow')
  form.set('workspace', answer.workspace ?? 'acme')
  const back = await fetch(
    new Request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
      redirect: 'manual',
    }),
  )
  expect(back.status).toBe(302)
  return new URL(back.headers.get('location') ?? '').searchParams
}

async function begin(sessions: Sessions, connection = acme, returnTo = '/acme/users') {
  const begun = await beginRedirect(sessions, connection, returnTo)
  if ('problem' in begun) throw new Error(`Did not begin: ${begun.problem.kind}`)
  return begun.url
}

async function problemAfter(
  path: string,
  answer: () => Response | Promise<Response>,
): Promise<SignInProblem | undefined> {
  const { sandbox, sessions } = await setUp()
  const query = await consent(sandbox, await begin(sessions))
  instead.set(path, answer)
  const finished = await finishRedirect(sessions, query)
  expect(sessions.snapshot().sessions).toEqual([])
  return 'problem' in finished ? finished.problem : undefined
}

describe('signing in with OAuth', () => {
  test('asks for consent with PKCE and state, and without anything secret in the address', async () => {
    const { sessions } = await setUp()
    const url = new URL(await begin(sessions))
    expect(url.origin + url.pathname).toBe(
      'http://localhost:5173/sandbox/awork/api/v1/accounts/authorize',
    )
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'rollcall',
      response_type: 'code',
      redirect_uri: 'http://localhost:5173/callback',
      scope: awork.scope,
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
  })

  test.each([
    ['Ada Lindqvist', true],
    ['Ben Okoro', false],
    ['Cleo Marchetti', false],
  ])('as %s leads to where one was going, and knows who it is', async (who, isAdmin) => {
    const { sandbox, sessions } = await setUp()
    const query = await consent(sandbox, await begin(sessions, acme, '/acme/users?q=x'), { who })
    expect(await finishRedirect(sessions, query)).toEqual({ returnTo: '/acme/users?q=x' })
    const { operator, provider, means } = sessions.snapshot().sessions[0] ?? {}
    expect(operator).toMatchObject({ name: who, isAdmin, isApiUser: false })
    expect(means).toBe('oauth')
    expect(provider?.revoke).toHaveProperty('run')
  })

  test('to two connections keeps both', async () => {
    const { sandbox, sessions } = await setUp()
    await finishRedirect(sessions, await consent(sandbox, await begin(sessions)))
    const second = await begin(sessions, beta)
    await finishRedirect(
      sessions,
      await consent(sandbox, second, { who: 'Ben Okoro', workspace: 'beta' }),
    )
    expect(
      sessions
        .snapshot()
        .sessions.map(({ connection, operator }) => [connection.id, operator.name]),
    ).toEqual([
      ['acme', 'Ada Lindqvist'],
      ['beta', 'Ben Okoro'],
    ])
  })

  test('ignores an issuer that nobody has promised', async () => {
    const { sandbox, sessions } = await setUp()
    const query = await consent(sandbox, await begin(sessions))
    query.set('iss', 'https://api.awork.com/')
    expect(await finishRedirect(sessions, query)).toEqual({ returnTo: '/acme/users' })
  })

  test('sends the code verifier that belongs to the challenge, once, in the body', async () => {
    const { sandbox, sessions } = await setUp()
    await finishRedirect(sessions, await consent(sandbox, await begin(sessions)))
    const exchanges = asked.filter(({ url }) => url.endsWith('/accounts/token'))
    expect(exchanges).toHaveLength(1)
    const body = new URLSearchParams(await exchanges[0]?.text())
    expect(Object.fromEntries(body)).toEqual({
      grant_type: 'authorization_code',
      client_id: 'rollcall',
      redirect_uri: 'http://localhost:5173/callback',
      code: expect.any(String),
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
    })
  })
})

describe('a sign-in that fails', () => {
  test('because consent was denied says so, and which connection it was', async () => {
    const { sandbox, sessions } = await setUp()
    const query = await consent(sandbox, await begin(sessions), { answer: 'deny' })
    expect(await finishRedirect(sessions, query)).toEqual({
      problem: { kind: 'denied', description: 'The user denied the request.' },
      connection: acme,
      returnTo: '/acme/users',
    })
  })

  test('because the state is missing, made up, or used before, sends no code anywhere', async () => {
    const { sandbox, sessions } = await setUp()
    const query = await consent(sandbox, await begin(sessions))
    const without = new URLSearchParams(query)
    without.delete('state')
    const wrong = new URLSearchParams(query)
    wrong.set('state', 'made-up')
    asked.length = 0
    expect(await finishRedirect(sessions, without)).toEqual({ problem: { kind: 'stateMissing' } })
    expect(await finishRedirect(sessions, wrong)).toEqual({ problem: { kind: 'stateUnknown' } })
    expect(asked).toEqual([])
    expect(await finishRedirect(sessions, query)).toEqual({ returnTo: '/acme/users' })
    asked.length = 0
    expect(await finishRedirect(sessions, query)).toEqual({ problem: { kind: 'stateUsed' } })
    expect(asked).toEqual([])
  })

  test('because it was begun in another tab is told apart', async () => {
    const { sandbox, sessions, browser, open } = await setUp()
    const query = await consent(sandbox, await begin(sessions))
    expect(await finishRedirect(await open(browser.tab()), query)).toEqual({
      problem: { kind: 'stateUnknown' },
    })
  })

  test('because /callback was opened by itself says that there is nothing to finish', async () => {
    const { sessions } = await setUp()
    expect(await finishRedirect(sessions, new URLSearchParams())).toEqual({
      problem: { kind: 'nothingToExchange' },
    })
  })

  test('because the code is not good any more', async () => {
    const { sandbox, sessions } = await setUp()
    const query = await consent(sandbox, await begin(sessions))
    query.set('code', 'expired')
    expect(await finishRedirect(sessions, query)).toMatchObject({
      problem: { kind: 'codeExpired' },
    })
  })

  test.each<[string, () => Response | Promise<Response>, SignInProblem]>([
    [
      'HTML',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      { kind: 'nonsense', step: 'token', field: undefined },
    ],
    ['a list', () => Response.json([]), { kind: 'nonsense', step: 'token', field: undefined }],
    [
      'no token',
      () => Response.json({ token_type: 'bearer' }),
      { kind: 'nonsense', step: 'token', field: 'access_token' },
    ],
    [
      'a number for a token',
      () => Response.json({ access_token: 1, token_type: 'bearer' }),
      { kind: 'nonsense', step: 'token', field: 'access_token' },
    ],
    [
      'a token that no header can carry',
      () => Response.json({ access_token: 'Zoë✓\n', token_type: 'bearer' }),
      { kind: 'nonsense', step: 'token', field: 'access_token' },
    ],
    [
      'another kind of token',
      () => Response.json({ access_token: 'a', token_type: 'mac' }),
      { kind: 'nonsense', step: 'token', field: 'token_type' },
    ],
    [
      '503',
      () => new Response('', { status: 503 }),
      { kind: 'server', step: 'token', status: 503 },
    ],
    [
      '503 with an error in JSON',
      () => Response.json({ error: 'server_error' }, { status: 503 }),
      { kind: 'server', step: 'token', status: 503 },
    ],
    [
      'an error in the shape of its API',
      () => Response.json({ code: 'x', description: 'y', link: '', traceId: 'z' }, { status: 400 }),
      { kind: 'refused', step: 'token', status: 400, code: 'x', description: 'y', traceId: 'z' },
    ],
    [
      'an error in a shape of its own',
      () => Response.json({ code: 7, message: { x: 'y' }, description: null }, { status: 400 }),
      { kind: 'refused', step: 'token', status: 400 },
    ],
    [
      'an unknown client',
      () => Response.json({ error: 'invalid_client', error_description: 'Who?' }, { status: 401 }),
      { kind: 'refused', step: 'token', status: 401, code: 'invalid_client', description: 'Who?' },
    ],
    [
      'nothing',
      () => Promise.reject(new TypeError('Failed to fetch')),
      { kind: 'unreachable', step: 'token' },
    ],
  ])('because the token endpoint answers %s', async (_, answer, problem) => {
    expect(await problemAfter('/accounts/token', answer)).toEqual(problem)
  })

  test('because nobody says whose token it is', async () => {
    const answer = () => Response.json({ code: 'x', description: 'No', link: '' }, { status: 400 })
    expect(await problemAfter('/me', answer)).toMatchObject({
      kind: 'notIdentified',
      failure: { kind: 'refused', status: 400 },
    })
  })
})

describe('without a configured client id', () => {
  test('registers once, as a public web client that may refresh, and remembers the id only', async () => {
    const { sandbox, sessions, environment, browser, open } = await setUp()
    const url = await begin(sessions, beta, '/beta/users')
    const id = new URL(url).searchParams.get('client_id')
    expect(id).toMatch(/^dcr_/)
    expect(await asked[0]?.json()).toEqual({
      client_name: 'Rollcall',
      redirect_uris: ['http://localhost:5173/callback'],
      scope: awork.scope,
      application_type: 'web',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    })
    expect(await finishRedirect(sessions, await consent(sandbox, url))).toEqual({
      returnTo: '/beta/users',
    })
    const again = new URL(await begin(await open(browser.tab()), beta))
    expect(again.searchParams.get('client_id')).toBe(id)
    expect(asked.filter(({ url }) => url.endsWith('/register'))).toHaveLength(1)
    expect(environment.remembered.length).toBe(1)
    expect(environment.remembered.getItem(environment.remembered.key(0) ?? '')).toBe(
      JSON.stringify({
        clientId: id,
        redirectUri: 'http://localhost:5173/callback',
        unfinished: 1,
      }),
    )
  })

  test('registers as "native" where "web" is refused', async () => {
    const { sessions } = await setUp()
    instead.set('/register', () => Response.json({ code: 'validation-failed' }, { status: 400 }))
    await begin(sessions, beta)
    const types = asked.map(async request => (await request.json())['application_type'])
    expect(await Promise.all(types)).toEqual(['web', 'native'])
  })

  test('registers as "native" where "web" comes with a secret', async () => {
    const { sessions } = await setUp()
    const confidential = { client_id: 'c', token_endpoint_auth_method: 'client_secret_basic' }
    instead.set('/register', () => Response.json(confidential, { status: 201 }))
    const url = new URL(await begin(sessions, beta))
    expect(url.searchParams.get('client_id')).toMatch(/^dcr_/)
  })

  test('registers anew after three sign-ins in a row that never came back', async () => {
    const { sessions } = await setUp()
    const ids = []
    for (const _ of [1, 2, 3, 4]) {
      ids.push(new URL(await begin(sessions, beta)).searchParams.get('client_id'))
    }
    expect(new Set(ids.slice(0, 3)).size).toBe(1)
    expect(ids[3]).not.toBe(ids[0])
  })

  test('forgets the id when it is no longer known', async () => {
    const { sandbox, sessions, environment } = await setUp()
    const query = await consent(sandbox, await begin(sessions, beta))
    instead.set('/accounts/token', () =>
      Response.json({ error: 'invalid_client' }, { status: 401 }),
    )
    await finishRedirect(sessions, query)
    expect(environment.remembered.length).toBe(0)
  })

  test('says when registration is refused, out of reach, or not offered', async () => {
    const { sessions } = await setUp()
    const refuse = () => Response.json({ error: 'access_denied' }, { status: 403 })
    instead.set('/register', () => {
      instead.set('/register', refuse)
      return refuse()
    })
    expect(await beginRedirect(sessions, beta, '/')).toMatchObject({
      problem: { kind: 'refused', step: 'registration', status: 403, code: 'access_denied' },
    })
    instead.set('/register', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await beginRedirect(sessions, beta, '/')).toEqual({
      problem: { kind: 'unreachable', step: 'registration' },
    })
  })
})

describe('plain http', () => {
  async function exchangeAt(tokenUrl: string) {
    const connection = { ...acme, oauth: { clientId: 'rollcall', tokenUrl } }
    const { sessions } = await setUp([connection])
    const begun = await beginSignIn(sessions, connection)
    if ('problem' in begun) throw new Error('Did not begin')
    instead.set('/token', () => Response.json({ error: 'invalid_grant' }, { status: 400 }))
    const answer = new URLSearchParams({ state: begun.transaction.state, code: 'c' })
    await exchange(sessions, connection, begun.transaction, answer)
    return asked.map(({ url }) => url)
  }

  test('may go to this machine', async () => {
    expect(await exchangeAt('http://127.0.0.1:9/token')).toEqual(['http://127.0.0.1:9/token'])
  })

  test('never carries a code to another one', async () => {
    expect(await exchangeAt('http://api.example/token')).toEqual([])
  })
})

describe('a pasted token', () => {
  test('says whose it is before anybody is signed in', async () => {
    const { sessions } = await setUp()
    const checked = await checkPasted(sessions, acme, 'sandbox-admin-acme')
    expect(checked).toMatchObject({ identity: { operator: { name: 'Ada Lindqvist' } } })
    expect(sessions.snapshot().sessions).toEqual([])
  })

  test('that is an API key says that it acts as an API user', async () => {
    const { sessions } = await setUp()
    const checked = await checkPasted(sessions, acme, 'sandbox-apikey-acme')
    expect(checked).toMatchObject({ identity: { operator: { isApiUser: true } } })
  })

  test('that is none is not accepted', async () => {
    const { sessions } = await setUp()
    expect(await checkPasted(sessions, acme, 'none')).toMatchObject({
      problem: { kind: 'notIdentified', failure: { kind: 'expired' } },
    })
  })

  test.each(['“sandbox-admin-acme”', 'Bearer sandbox-admin-acme', 'a\nb', ''])(
    'that no header can carry is said to be none, and sent nowhere: %j',
    async text => {
      const { sessions } = await setUp()
      expect(await checkPasted(sessions, acme, text)).toEqual({ problem: { kind: 'notAToken' } })
      expect(asked).toEqual([])
    },
  )
})
