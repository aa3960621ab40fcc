import { beforeEach, describe, expect, test } from 'vitest'
import { asking, idOf, staging } from '../../asking'
import { createSandbox, type Sandbox } from '../../sandbox'
import { redirectUri, signingIn } from './signing-in'

let now = Date.UTC(2026, 10, 20, 12)
let sandbox: Sandbox
let { consent, callback, exchange, refresh, registered } = signingIn(createSandbox())
beforeEach(() => {
  sandbox = createSandbox({ users: 0, now: () => now })
  ;({ consent, callback, exchange, refresh, registered } = signingIn(sandbox))
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
