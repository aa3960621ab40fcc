import { beforeEach, describe, expect, test } from 'vitest'
import { asking, idOf, staging } from '../../asking'
import { createSandbox, type Sandbox } from '../../sandbox'
import { apiRoot, ordinary, signingIn, verifier } from './signing-in'

let now = Date.UTC(2026, 10, 20, 12)
let sandbox: Sandbox
let { consent, callback, post, redeem, exchange, registered } = signingIn(createSandbox())
beforeEach(() => {
  sandbox = createSandbox({ users: 0, now: () => now })
  ;({ consent, callback, post, redeem, exchange, registered } = signingIn(sandbox))
})

describe('the page of consent', () => {
  const page = (change: Record<string, string>, workspace?: string) =>
    sandbox.fetch(
      new Request(
        `${apiRoot(workspace)}/accounts/authorize?${new URLSearchParams({ ...ordinary, ...change })}`,
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
    const tokens = await redeem(code)
    expect(await redeem(code)).toMatchObject({ status: 400, error: 'invalid_grant' })
    expect(await asking(sandbox, { token: tokens.access_token })('GET', '/me')).toMatchObject({
      status: 401,
    })
  })

  test('expires after a minute', async () => {
    const code = (await callback()).get('code') ?? ''
    now += 60_001
    expect(await redeem(code)).toMatchObject({ error: 'invalid_grant' })
  })
})
