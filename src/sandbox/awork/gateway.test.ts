import { expect, test } from 'vitest'
import { asking, idOf, staging } from '../asking'
import { createSandbox } from '../sandbox'

const noon = Date.UTC(2026, 10, 20, 12)

test('fifty requests a second, and the next second again', async () => {
  let now = noon
  const sandbox = createSandbox({ users: 0, now: () => now })
  const ask = asking(sandbox)
  for (let n = 1; n <= 50; n += 1) {
    const answer = await ask('GET', '/permissions/features')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-ratelimit-remaining-second')).toBe(String(50 - n))
  }
  const refused = await ask('GET', '/permissions/features')
  expect(refused).toMatchObject({ status: 429, body: { message: 'API rate limit exceeded' } })
  expect(refused.headers.get('ratelimit-reset')).toBe('1')
  expect(refused.headers.get('ratelimit-remaining')).toBe('0')
  now += 1000
  expect(await ask('GET', '/permissions/features')).toMatchObject({ status: 200 })
})

test('a thousand requests a minute, shared by everybody in the workspace and by nobody else', async () => {
  let now = noon
  const sandbox = createSandbox({ users: 0, now: () => now })
  for (let n = 0; n < 1000; n += 1) {
    now = noon + Math.floor(n / 40) * 1000
    await asking(sandbox, { who: n % 2 ? 'admin' : 'support', unchecked: true })(
      'GET',
      '/permissions/features',
    )
  }
  now = noon + 40_000
  const refused = await asking(sandbox)('GET', '/permissions/features')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('ratelimit-reset')).toBe('20')
  expect(refused.headers.get('x-ratelimit-remaining-minute')).toBe('0')
  expect(
    await asking(sandbox, { workspace: 'other' })('GET', '/permissions/features'),
  ).toMatchObject({ status: 200 })
  now = noon + 60_000
  expect(await asking(sandbox)('GET', '/permissions/features')).toMatchObject({ status: 200 })
})

test('a turned-away request is not processed', async () => {
  const sandbox = createSandbox({ users: 0, now: () => noon })
  const stage = staging(sandbox)
  await stage('PUT', '', { rate: { perSecond: 1, perMinute: 100 } })
  const id = await idOf(stage, 'Amara Okafor')
  const ask = asking(sandbox)
  await ask('GET', '/me')
  expect(await ask('POST', `/users/${id}/deactivate`)).toMatchObject({ status: 429 })
  expect(await stage('GET', `/users/${id}`)).toMatchObject({
    body: { isDeactivated: false, writes: 0, log: [] },
  })
})

test.each([
  ['a workspace', () => ({ options: {}, setting: { rate: 'off' } })],
  ['all of the sandbox', () => ({ options: { rateLimits: false }, setting: {} })],
])('limits can be off for %s', async (_, make) => {
  const { options, setting } = make()
  const sandbox = createSandbox({ users: 0, now: () => noon, ...options })
  await staging(sandbox)('PUT', '', setting)
  const ask = asking(sandbox)
  for (let n = 0; n < 60; n += 1)
    expect((await ask('GET', '/permissions/features')).status).toBe(200)
})

test.each([
  ['nothing', undefined, { message: 'Unauthorized' }],
  ['another scheme', 'Basic abc', { message: 'Unauthorized' }],
  ['an unknown token', 'Bearer abc', { exp: 'token expired' }],
  ['a token of nobody', 'Bearer sandbox-nobody-acme', { exp: 'token expired' }],
])('%s for a token is a 401 other than that of a missing right', async (_, authorization, body) => {
  const sandbox = createSandbox({ users: 0 })
  const response = await sandbox.fetch(
    new Request('http://localhost/sandbox/awork/api/v1/me', {
      headers: authorization ? { authorization } : {},
    }),
  )
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual(body)
})

test('a pasted token says which workspace it is for, and can be made to expire', async () => {
  const sandbox = createSandbox({ users: 0 })
  const ask = asking(sandbox, { workspace: 'my-own-1' })
  expect(await ask('GET', '/me')).toMatchObject({
    body: { workspace: { name: 'My-own-1', url: 'https://my-own-1.awork.com' } },
  })
  await staging(sandbox, 'my-own-1')('POST', '/expire-tokens', { pastedToo: true })
  expect(await ask('GET', '/me')).toMatchObject({ status: 401 })
  expect(await asking(sandbox)('GET', '/me')).toMatchObject({ status: 200 })
})

test('an unknown address is a 404 in the API’s own form', async () => {
  const ask = asking(createSandbox({ users: 0 }), { unchecked: true })
  expect(await ask('GET', '/nothing/here')).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  })
})

test('every answer takes as long as it is told to', async () => {
  const waits: number[] = []
  const wait = async (ms: number) => void waits.push(ms)
  const sandbox = createSandbox({ users: 0, latencyMs: 40, wait })
  await asking(sandbox)('GET', '/me')
  await staging(sandbox)('PUT', '', { latencyMs: 70 })
  await asking(sandbox)('GET', '/me')
  expect(waits).toEqual([40, 70])
})
