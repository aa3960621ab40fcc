import { beforeEach, describe, expect, test } from 'vitest'
import { asking, idOf, staging } from '../../asking'
import { createSandbox, type Sandbox } from '../../sandbox'
import { challengeOf } from './grants'

const verifier = 'a-verifier-of-forty-three-letters-at-the-least-0'
const redirectUri = 'http://localhost:5173/callback'
const ordinary = {
  client_id: 'rollcall',
  response_type: 'code',
  redirect_uri: redirectUri,
  scope: 'full_access offline_access',
  state: 'the-state',
  code_challenge: challengeOf(verifier),
  code_challenge_method: 'S256',
}

let now = Date.UTC(2026, 10, 20, 12)
let sandbox: Sandbox
beforeEach(() => {
  sandbox = createSandbox({ users: 0, now: () => now })
})

const root = (workspace?: string) =>
  `http://localhost/sandbox/${workspace ? `${workspace}/` : ''}awork/api/v1`

function consent(form: Record<string, string> = {}, workspace?: string) {
  const body = new URLSearchParams({
    ...ordinary,
    who: 'Ada Lindqvist',
    workspace: 'acme',
    answer: 'allow',
    ...form,
  })
  return sandbox.fetch(
    new Request(`${root(workspace)}/accounts/authorize`, { method: 'POST', body }),
  )
}

async function callback(form: Record<string, string> = {}): Promise<URLSearchParams> {
  const { status, headers } = await consent(form)
  expect(status).toBe(302)
  return new URL(headers.get('location') ?? '').searchParams
}

async function post(form: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(form)
  const response = await sandbox.fetch(
    new Request(`${root()}/accounts/token`, { method: 'POST', body, headers }),
  )
  return {
    status: response.status,
    cache: response.headers.get('cache-control'),
    ...JSON.parse(await response.text()),
  }
}

async function exchange(more: Record<string, string> = {}, asked: Record<string, string> = {}) {
  const code = (await callback(asked)).get('code') ?? ''
  return post({
    grant_type: 'authorization_code',
    client_id: 'rollcall',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...more,
  })
}

const refresh = (token: string) =>
  post({ grant_type: 'refresh_token', client_id: 'rollcall', refresh_token: token })

describe('the page of consent', () => {
  const page = (change: Record<string, string>, workspace?: string) =>
    sandbox.fetch(
      new Request(
        `${root(workspace)}/accounts/authorize?${new URLSearchParams({ ...ordinary, ...change })}`,
      ),
    )

  test('offers three people and the workspace of the address', async () => {
    const response = await page({}, 'nordwind')
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(
      text.match(
        /Ada Lindqvist, admin|Ben Okoro, colleague who manages users|Cleo Marchetti, support, read only/g,
      ),
    ).toHaveLength(3)
    expect(text).toContain('name="workspace" value="nordwind"')
    expect(response.headers.get('content-security-policy')).toContain(
      "form-action 'self' http://localhost:5173",
    )
  })

  test.each([
    [{ client_id: 'nobody' }, 'not registered'],
    [{ redirect_uri: 'http://localhost:5173/callback/' }, 'not registered'],
    [{ redirect_uri: 'http://localhost:5173x/callback' }, 'not registered'],
    [{ redirect_uri: 'https://evil.example/callback' }, 'not registered'],
  ])('never returns to an address that is not registered: %j', async (change, words) => {
    const response = await page(change)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(words)
  })

  test.each([
    [{ code_challenge: '' }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
  ])('returns with an error for %j', async (change, error) => {
    const target = new URL((await page(change)).headers.get('location') ?? '')
    expect(target.searchParams.get('error')).toBe(error)
    expect(target.searchParams.get('state')).toBe('the-state')
  })

  test('escapes what comes from the address', async () => {
    expect(await (await page({ state: '"><script>' })).text()).not.toContain('<script>')
  })

  test('denied, returns with access_denied and the state', async () => {
    const answer = await callback({ answer: 'deny' })
    expect(answer.get('error')).toBe('access_denied')
    expect(answer.get('state')).toBe('the-state')
    expect(answer.has('code')).toBe(false)
  })

  test('does not let in somebody who is deactivated', async () => {
    const stage = staging(sandbox)
    await stage('PATCH', `/users/${await idOf(stage, 'Ben Okoro')}`, { isDeactivated: true })
    const response = await consent({ who: 'Ben Okoro' })
    expect(await response.text()).toContain('Ben cannot sign in to Acme: deactivated.')
  })
})

describe('a code', () => {
  test('becomes tokens of whom one chose, in the workspace one chose', async () => {
    const tokens = await exchange({}, { who: 'Cleo Marchetti', workspace: 'Fresh One' })
    expect(tokens).toMatchObject({
      status: 200,
      token_type: 'Bearer',
      expires_in: 86_400,
      cache: 'no-store',
    })
    const { body } = await asking(sandbox, { token: tokens.access_token })('GET', '/me')
    expect(body).toMatchObject({ firstName: 'Cleo', workspace: { name: 'Fresh-one' } })
  })

  test.each([
    ['another verifier', { code_verifier: `${verifier}x` }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_grant'],
    ['another redirect URI', { redirect_uri: 'http://localhost:5174/callback' }, 'invalid_grant'],
    ['an unknown code', { code: 'made-up' }, 'invalid_grant'],
    ['an unknown client', { client_id: 'nobody' }, 'invalid_client'],
    ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('is refused with %s', async (_, change, error) => {
    expect(await exchange(change)).toMatchObject({ error })
  })

  test('of another client is refused', async () => {
    const client_id = await registered()
    expect(await exchange({ client_id })).toMatchObject({ error: 'invalid_grant' })
  })

  test('is refused in JSON', async () => {
    expect(await exchange({}, {})).toMatchObject({ status: 200 })
    expect(await post({}, { 'content-type': 'application/json' })).toMatchObject({
      status: 400,
      error: 'invalid_request',
    })
  })

  test('works once, and a second use ends what the first gave', async () => {
    const code = (await callback()).get('code') ?? ''
    const form = {
      grant_type: 'authorization_code',
      client_id: 'rollcall',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }
    const tokens = await post(form)
    expect(await post(form)).toMatchObject({ status: 400, error: 'invalid_grant' })
    expect(await asking(sandbox, { token: tokens.access_token })('GET', '/me')).toMatchObject({
      status: 401,
    })
  })

  test('expires after a minute', async () => {
    const code = (await callback()).get('code') ?? ''
    now += 60_001
    expect(
      await post({
        grant_type: 'authorization_code',
        client_id: 'rollcall',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      }),
    ).toMatchObject({ error: 'invalid_grant' })
  })
})

describe('a refresh token', () => {
  test('works once: the new one works, the old one does not', async () => {
    const first = await exchange()
    const second = await refresh(first.refresh_token)
    expect(second).toMatchObject({ status: 200 })
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(await refresh(first.refresh_token)).toMatchObject({
      status: 400,
      error: 'invalid_grant',
    })
    expect(await refresh(second.refresh_token)).toMatchObject({ status: 200 })
  })

  test('lives for thirty days', async () => {
    const { refresh_token } = await exchange()
    now += 30 * 86_400_000
    expect(await refresh(refresh_token)).toMatchObject({ error: 'invalid_grant' })
  })

  test('is not given without the scope offline_access', async () => {
    expect(await exchange({}, { scope: 'full_access' })).not.toHaveProperty('refresh_token')
  })

  test('of somebody who was deactivated is refused', async () => {
    const { refresh_token, access_token } = await exchange({}, { who: 'Ben Okoro' })
    const stage = staging(sandbox)
    await stage('PATCH', `/users/${await idOf(stage, 'Ben Okoro')}`, { isDeactivated: true })
    expect(await refresh(refresh_token)).toMatchObject({ error: 'invalid_grant' })
    expect(await asking(sandbox, { token: access_token })('GET', '/me')).toMatchObject({
      status: 401,
      body: { code: 'deactivated-user' },
    })
  })
})

describe('an access token', () => {
  test('expires when the workspace says so', async () => {
    await staging(sandbox)('PUT', '', { tokenLifetimeSeconds: 60 })
    const { access_token, expires_in } = await exchange()
    expect(expires_in).toBe(60)
    const ask = asking(sandbox, { token: access_token })
    expect(await ask('GET', '/me')).toMatchObject({ status: 200 })
    now += 60_000
    expect(await ask('GET', '/me')).toMatchObject({ status: 401, body: { exp: 'token expired' } })
  })

  test.each([
    [{}, 200],
    [{ refreshToo: true }, 400],
  ])('can be made to expire with %j; refreshing then answers %i', async (body, status) => {
    const { access_token, refresh_token } = await exchange()
    await staging(sandbox)('POST', '/expire-tokens', body)
    expect(await asking(sandbox, { token: access_token })('GET', '/me')).toMatchObject({
      status: 401,
    })
    expect(await refresh(refresh_token)).toMatchObject({ status })
  })
})

async function registered(change: object = {}): Promise<string> {
  const form = {
    client_name: 'Rollcall',
    redirect_uris: [redirectUri],
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    ...change,
  }
  const answer = await asking(sandbox)('POST', '/clientapplications/register', form)
  expect(answer.status).toBe(201)
  return JSON.parse(answer.text).client_id
}

describe('a registered client', () => {
  test('signs in with its own redirect URI only', async () => {
    const client_id = await registered({ redirect_uris: ['https://rollcall.example/callback'] })
    expect((await consent({ client_id })).status).toBe(400)
    const answer = await callback({ client_id, redirect_uri: 'https://rollcall.example/callback' })
    expect(answer.get('code')).toBeTruthy()
  })

  test('gets no refresh token unless it asked for the grant type', async () => {
    const client_id = await registered({ grant_types: ['authorization_code'] })
    expect(await exchange({ client_id }, { client_id })).not.toHaveProperty('refresh_token')
  })

  test('with a secret has to prove it', async () => {
    const form = { redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_basic' }
    const { text } = await asking(sandbox)('POST', '/clientapplications/register', form)
    const { client_id, client_secret } = JSON.parse(text)
    expect(await exchange({ client_id }, { client_id })).toMatchObject({
      status: 401,
      error: 'invalid_client',
    })
    expect(await exchange({ client_id, client_secret }, { client_id })).toMatchObject({
      status: 200,
    })
  })

  test.each([['http://rollcall.example/callback'], ['not an address']])(
    'is refused for the redirect URI %s',
    async uri => {
      const answer = await asking(sandbox)('POST', '/clientapplications/register', {
        redirect_uris: [uri],
      })
      expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } })
    },
  )
})

describe('a grant', () => {
  test('is listed, and revoked with all its tokens', async () => {
    const { access_token, refresh_token } = await exchange()
    const ask = asking(sandbox, { token: access_token })
    expect(await ask('GET', '/accounts/me/authorizedclients')).toMatchObject({
      body: [
        {
          clientId: 'rollcall',
          displayName: 'Rollcall',
          scopes: ['full_access', 'offline_access'],
        },
      ],
    })
    expect(await ask('DELETE', '/accounts/me/authorizedclients/rollcall')).toMatchObject({
      status: 200,
      body: { revokedClientCount: 1, revokedRefreshTokenCount: 1 },
    })
    expect(await ask('GET', '/me')).toMatchObject({ status: 401 })
    expect(await refresh(refresh_token)).toMatchObject({ error: 'invalid_grant' })
  })

  test('of somebody else, or in another workspace, stays', async () => {
    const ben = await exchange({}, { who: 'Ben Okoro' })
    const elsewhere = await exchange({}, { workspace: 'nordwind' })
    const ada = await exchange()
    await asking(sandbox, { token: ada.access_token })('DELETE', '/accounts/me/authorizedclients')
    for (const { access_token } of [ben, elsewhere]) {
      expect(await asking(sandbox, { token: access_token })('GET', '/me')).toMatchObject({
        status: 200,
      })
    }
  })
})

describe('the fault switch at the token endpoint', () => {
  test('makes it answer nonsense for the workspace that the code is for', async () => {
    await staging(sandbox, 'other')('POST', '/faults', {
      kind: 'nonsense',
      path: '/accounts/token',
    })
    expect(await exchange()).toHaveProperty('access_token')
    expect(await exchange({}, { workspace: 'other' })).toMatchObject({
      status: 200,
      unexpected: [true, null],
    })
  })

  test('loses the answer to a refresh: the old token is used up all the same', async () => {
    const { refresh_token } = await exchange()
    await staging(sandbox)('POST', '/faults', { kind: 'lost', path: '/accounts/token', times: 1 })
    await expect(refresh(refresh_token)).rejects.toThrow('fetch failed')
    expect(await refresh(refresh_token)).toMatchObject({ error: 'invalid_grant' })
  })
})
