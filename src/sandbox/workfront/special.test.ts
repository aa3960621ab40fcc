import { beforeEach, describe, expect, test } from 'vitest'
import type { Ask } from '../asking'
import { specials } from '../population/special'
import { createSandbox, type Sandbox } from '../sandbox'
import { askingWorkfront, rowsOf, stagingWorkfront } from './asking'

let now = 0
let waits: number[] = []
let sandbox: Sandbox
let ask: Ask
let stage: ReturnType<typeof stagingWorkfront>
beforeEach(() => {
  now = Date.UTC(2026, 10, 20, 12)
  waits = []
  sandbox = createSandbox({
    users: 0,
    now: () => now,
    wait: async ms => void (ms > 0 && waits.push(ms)),
  })
  ask = askingWorkfront(sandbox)
  stage = stagingWorkfront(sandbox)
})

const fields = '?fields=isActive'
const read = async (name: string) => ask('GET', `${await stage.path(name)}${fields}`)
const write = async (name: string, isActive = false) =>
  ask('PUT', `${await stage.path(name)}${fields}`, { isActive })

test('every one of the people who make something go wrong is in the list', async () => {
  const names = rowsOf(await ask('GET', '/user/search?$$LIMIT=2000')).map(({ name }) => name)
  for (const { first, last } of specials) expect(names).toContain(`${first} ${last}`)
})

test('Rate-limited Rita is turned away twice without being told for how long', async () => {
  for (const turnedAway of [1, 2]) {
    const answer = await write('Rate-limited Rita')
    expect(answer.status).toBe(429)
    expect(answer.headers.has('retry-after')).toBe(false)
    expect(await stage.truth('Rate-limited Rita')).toMatchObject({ writes: 0, turnedAway })
  }
  expect(await write('Rate-limited Rita')).toMatchObject({ status: 200 })
  expect(await stage.truth('Rate-limited Rita')).toMatchObject({ isActive: false, writes: 1 })
})

test.each([
  ['Lost-answer Lars', false],
  ['Cut-off Cora', true],
])('%s: the connection is cut; active afterwards: %s', async (name, isActive) => {
  await expect(write(name)).rejects.toThrow(TypeError)
  expect(await stage.truth(name)).toMatchObject({ isActive, log: ['write:deactivate'] })
})

test('Lying Lena is answered as deactivated, and is not', async () => {
  expect(await write('Lying Lena')).toMatchObject({ body: { data: { isActive: false } } })
  expect(await read('Lying Lena')).toMatchObject({ body: { data: { isActive: true } } })
})

test('Odd Otto is not as documented, wherever he is read', async () => {
  expect(await read('Odd Otto')).toMatchObject({ body: { data: { isActive: 'yes' } } })
  const query = `/user/search${fields}&lastName=Otto&isActive=true`
  expect(rowsOf(await ask('GET', query))).toMatchObject([{ isActive: 'yes' }])
})

test('Slow Sam takes 8 seconds', async () => {
  expect(await write('Slow Sam')).toMatchObject({ status: 200 })
  expect(waits).toEqual([8000])
})

test.each([
  ['Server-error Sven', true],
  ['Half-done Hanna', false],
])('%s ends in a 500; active afterwards: %s', async (name, isActive) => {
  expect(await write(name)).toMatchObject({
    status: 500,
    body: { error: { message: 'An unexpected error occurred.' } },
  })
  expect(await stage.truth(name)).toMatchObject({ isActive })
})

test('Gone Gina is in the list, but cannot be read or changed', async () => {
  expect(rowsOf(await ask('GET', '/user/search?lastName=Gina'))).toHaveLength(1)
  expect(await read('Gone Gina')).toMatchObject({ status: 404 })
  expect(await write('Gone Gina')).toMatchObject({ status: 404 })
})

test('Changing Chai is deactivated by somebody else before they are read on their own', async () => {
  const query = `/user/search${fields}&lastName=Chai`
  expect(rowsOf(await ask('GET', query))).toMatchObject([{ isActive: true }])
  expect(await read('Changing Chai')).toMatchObject({ body: { data: { isActive: false } } })
  expect(await stage.truth('Changing Chai')).toMatchObject({ log: ['read'] })
})

test('Refused Rolf is refused with the status of a success', async () => {
  expect(await write('Refused Rolf')).toMatchObject({
    status: 200,
    body: { error: { message: expect.stringContaining('Adobe Admin Console') } },
  })
  expect(await stage.truth('Refused Rolf')).toMatchObject({ isActive: true })
})

test('Forbidden Fay is blocked at the edge, with a page', async () => {
  const answer = await write('Forbidden Fay')
  expect(answer.status).toBe(403)
  expect(answer.headers.get('content-type')).toBe('text/html')
  expect(answer.text).toContain('Access Denied')
})

test('Last-seat Lotte can be changed, but not activated', async () => {
  expect(await stage.truth('Last-seat Lotte')).toMatchObject({ isActive: false })
  expect(await write('Last-seat Lotte', true)).toMatchObject({
    status: 422,
    body: { error: { message: expect.stringContaining('licenses') } },
  })
  const path = await stage.path('Last-seat Lotte')
  expect(await ask('PUT', path, { title: 'x' })).toMatchObject({ status: 200 })
})

test('Flaky Flora fails twice when read', async () => {
  expect(await read('Flaky Flora')).toMatchObject({ status: 503, body: undefined })
  expect(await read('Flaky Flora')).toMatchObject({ status: 503 })
  expect(await read('Flaky Flora')).toMatchObject({ status: 200 })
})

test('Unknown Uma cannot be read for a minute after a write whose answer is lost', async () => {
  await expect(write('Unknown Uma')).rejects.toThrow(TypeError)
  expect(await read('Unknown Uma')).toMatchObject({ status: 502 })
  now += 60_000
  expect(await read('Unknown Uma')).toMatchObject({ body: { data: { isActive: false } } })
})

test('they do it among others too', async () => {
  const ids = await Promise.all(
    ['Amara Okafor', 'Cut-off Cora'].map(async name => (await stage.path(name)).slice(6)),
  )
  const body = ids.map(ID => ({ ID, isActive: false }))
  await expect(ask('PUT', '/user', body)).rejects.toThrow(TypeError)
  expect(await stage.truth('Amara Okafor')).toMatchObject({ isActive: true })
})

describe('the fault switch', () => {
  test.each([401, 403, 410, 422, 500])('answers %i in Workfront’s own form', async status => {
    await stage.fault({ kind: 'status', path: '/user/search', status })
    expect(await ask('GET', '/user/search')).toMatchObject({
      status,
      body: { error: { class: expect.stringContaining('.'), message: expect.any(String) } },
    })
  })

  test('answers a page of the gateway', async () => {
    await stage.fault({ kind: 'html', status: 502, times: 1 })
    const answer = await ask('GET', '/user/count')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html'])
    expect(await ask('GET', '/user/count')).toMatchObject({ status: 200 })
  })

  test('knows one system from the other', async () => {
    await stage.fault({ kind: 'status', system: 'awork', status: 500 })
    expect(await ask('GET', '/user/count')).toMatchObject({ status: 200 })
    await stage.fault({ kind: 'status', system: 'workfront', status: 500 })
    expect(await ask('GET', '/user/count')).toMatchObject({ status: 500 })
  })

  test('works on nonsense, lies, lateness and what somebody else does', async () => {
    const path = '/user/:id'
    await stage.fault({ kind: 'nonsense', path, times: 1 })
    expect(await read('Amara Okafor')).toMatchObject({ body: { unexpected: [true, null] } })
    await stage.fault({ kind: 'late', path, delayMs: 20, times: 1 })
    await read('Amara Okafor')
    expect(waits).toEqual([20])
    await stage.fault({ kind: 'change', method: 'PUT', body: { title: 'Chief' }, times: 1 })
    expect(
      await ask('PUT', `${await stage.path('Amara Okafor')}?fields=title`, { isActive: false }),
    ).toMatchObject({ body: { data: { title: 'Chief' } } })
  })
})
