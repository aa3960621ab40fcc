import { beforeEach, describe, expect, test } from 'vitest'
import { staging } from '../../asking'
import { challengeOf } from '../../oauth/grants'
import { createSandbox, type Sandbox } from '../../sandbox'
import { askingWorkfront, stagingWorkfront } from '../asking'

const root = 'http://localhost/sandbox/workfront/integrations/oauth2'
const redirectUri = 'http://localhost:5173/callback'
const verifier = 'a-verifier-of-forty-three-letters-at-the-least-0'
const ordinary = {
  client_id: 'rollcall',
  response_type: 'code',
  redirect_uri: redirectUri,
  state: 'the-state',
  code_challenge: challengeOf(verifier),
  code_challenge_method: 'S256',
}
type Form = Readonly<Record<string, string>>

let now = 0
let sandbox: Sandbox
beforeEach(() => {
  now = Date.UTC(2026, 10, 20, 12)
  sandbox = createSandbox({ users: 0, now: () => now })
})

const consent = (form: Form = {}) =>
  sandbox.fetch(
    new Request(`${root}/authorize`, {
      method: 'POST',
      body: new URLSearchParams({
        ...ordinary,
        who: 'Ada Lindqvist',
        workspace: 'acme',
        answer: 'allow',
        ...form,
      }),
    }),
  )
const callback = async (form?: Form) =>
  new URL((await consent(form)).headers.get('location') ?? '').searchParams

const post = async (form: Form, asJson = false) => {
  const response = await sandbox.fetch(
    new Request(`${root}/api/v1/token`, {
      method: 'POST',
      ...(asJson ? { headers: { 'content-type': 'application/json' } } : {}),
      body: asJson ? JSON.stringify(form) : new URLSearchParams(form),
    }),
  )
  return { status: response.status, ...JSON.parse(await response.text()) }
}
const form = (code: string, change: Form = {}) => ({
  grant_type: 'authorization_code',
  client_id: 'rollcall',
  redirect_uri: redirectUri,
  code_verifier: verifier,
  code,
  ...change,
})
const redeem = async (change: Form = {}, asked: Form = {}, asJson = false) =>
  post(form((await callback(asked)).get('code') ?? '', change), asJson)
const refresh = (token: string) =>
  post({
    grant_type: 'refresh_token',
    client_id: 'rollcall',
    redirect_uri: redirectUri,
    refresh_token: token,
  })
const session = (token: string) =>
  askingWorkfront(sandbox, { headers: { sessionID: token } })('GET', '/session')

describe('the page', () => {
  test('offers who to be, and says which system it stands for', async () => {
    const address = `${root}/authorize?${new URLSearchParams(ordinary)}`
    const text = await (await sandbox.fetch(new Request(address))).text()
    expect(text).toContain('Rollcall wants to act for you in Workfront')
    expect(text.match(/Ada Lindqvist, |Ben Okoro, |Cleo Marchetti, /g)).toHaveLength(3)
  })

  test('never returns to an address that is not registered', async () => {
    const response = await consent({ redirect_uri: 'https://evil.example/callback' })
    expect([response.status, response.headers.has('location')]).toEqual([400, false])
  })

  test('returns with code, domain, lane and state', async () => {
    const answer = await callback()
    expect(answer.get('code')).toMatch(/./)
    expect(answer.get('domain')).toBe('acme.my.workfront.com')
    expect(answer.has('lane')).toBe(true)
    expect(answer.get('state')).toBe('the-state')
  })

  test('denied, returns with access_denied', async () => {
    const answer = await callback({ answer: 'deny' })
    expect([answer.get('error'), answer.has('code')]).toEqual(['access_denied', false])
  })

  test('lets nobody in who is deactivated in Workfront', async () => {
    const { behind, path } = stagingWorkfront(sandbox)
    await behind('PATCH', (await path('Ben Okoro')).replace('/user/', '/users/'), {
      isActive: false,
    })
    const text = await (await consent({ who: 'Ben Okoro' })).text()
    expect(text).toContain('Ben cannot sign in to Acme: deactivated.')
  })
})

describe('a code', () => {
  test.each([false, true])('becomes tokens of whom one chose; as JSON: %s', async asJson => {
    const tokens = await redeem({}, { who: 'Cleo Marchetti', workspace: 'Fresh one' }, asJson)
    expect(tokens).toMatchObject({
      status: 200,
      token_type: 'sessionID',
      expires_in: 3600,
      refresh_token: expect.any(String),
      wid: expect.any(String),
    })
    expect(await session(tokens.access_token)).toMatchObject({
      body: { data: { isAdmin: false, customerID: tokens.wid } },
    })
  })

  test('becomes the shorter of the two documented answers where that is set', async () => {
    await stagingWorkfront(sandbox).settings({ tokenType: 'Bearer' })
    const tokens = await redeem()
    expect(tokens).toEqual({
      status: 200,
      access_token: expect.any(String),
      expires_in: 3600,
      token_type: 'Bearer',
    })
    expect(await session(tokens.access_token)).toMatchObject({ status: 200 })
  })

  test.each([
    ['another verifier', { code_verifier: 'x' }, 400, 'invalid_grant'],
    ['another redirect URI', { redirect_uri: 'http://localhost:1/callback' }, 400, 'invalid_grant'],
    ['an unknown client', { client_id: 'nobody' }, 401, 'invalid_client'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['an unknown code', { code: 'made-up' }, 400, 'invalid_grant'],
  ])('is refused with %s, in an error of its own form', async (_, change, status, type) => {
    expect(await redeem(change)).toEqual({
      status,
      statusCode: status,
      error: true,
      type,
      message: expect.any(String),
    })
  })

  test('is good for two minutes', async () => {
    const [first, second] = [await callback(), await callback()]
    now += 120_000
    expect(await post(form(first.get('code') ?? ''))).toMatchObject({ status: 200 })
    now += 1
    expect(await post(form(second.get('code') ?? ''))).toMatchObject({ status: 400 })
  })

  test('works once, and a second use ends what the first gave', async () => {
    const code = (await callback()).get('code') ?? ''
    const tokens = await post(form(code))
    expect(await post(form(code))).toMatchObject({ status: 400 })
    expect(await session(tokens.access_token)).toMatchObject({ status: 401 })
  })
})

describe('a token', () => {
  test('expires, and a refresh token brings another, once', async () => {
    const tokens = await redeem()
    now += 3_600_000
    expect(await session(tokens.access_token)).toMatchObject({ status: 401 })
    const fresh = await refresh(tokens.refresh_token)
    expect(await session(fresh.access_token)).toMatchObject({ status: 200 })
    expect(await refresh(tokens.refresh_token)).toMatchObject({ status: 400, error: true })
    expect(await refresh(fresh.refresh_token)).toMatchObject({ status: 200 })
  })

  test('is worth nothing as an API key, nor in awork', async () => {
    const { access_token } = await redeem()
    const asKey = askingWorkfront(sandbox, { headers: { apiKey: access_token } })
    expect(await asKey('GET', '/session')).toMatchObject({ status: 401 })
    const asBearer = askingWorkfront(sandbox, {
      headers: { authorization: `Bearer ${access_token}` },
    })
    expect(await asBearer('GET', '/session')).toMatchObject({ status: 401 })
    const inAwork = await sandbox.fetch(
      new Request('http://localhost/sandbox/awork/api/v1/me', {
        headers: { authorization: `Bearer ${access_token}` },
      }),
    )
    expect(inAwork.status).toBe(401)
  })

  test('ends when everybody’s are made to, and with a logout', async () => {
    const tokens = await redeem()
    await staging(sandbox)('POST', '/expire-tokens', { refreshToo: true })
    expect(await session(tokens.access_token)).toMatchObject({ status: 401 })
    expect(await refresh(tokens.refresh_token)).toMatchObject({ status: 400 })
    const { access_token } = await redeem()
    const own = askingWorkfront(sandbox, { headers: { sessionID: access_token } })
    expect(await own('GET', '/logout')).toMatchObject({ body: { data: { success: true } } })
    expect(await own('GET', '/session')).toMatchObject({ status: 401 })
  })
})
