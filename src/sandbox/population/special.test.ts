import { beforeEach, describe, expect, test } from 'vitest'
import { type Ask, asking, idOf, staging } from '../asking'
import { createSandbox, type Sandbox } from '../sandbox'
import { specials } from './special'

let now = 0
let waits: number[] = []
let sandbox: Sandbox
let ask: Ask
let stage: Ask
beforeEach(() => {
  now = Date.UTC(2026, 10, 20, 12)
  waits = []
  sandbox = createSandbox({
    users: 0,
    now: () => now,
    wait: async ms => void (ms > 0 && waits.push(ms)),
  })
  ask = asking(sandbox, { unchecked: true })
  stage = staging(sandbox)
})

const path = async (name: string) => `/users/${await idOf(stage, name)}`
const read = async (name: string) => ask('GET', await path(name))
const deactivate = async (name: string) =>
  ask('POST', `${await path(name)}/deactivate?includeSummary=true`)
const truth = async (name: string) => (await stage('GET', await path(name))).body

test('every one of them is in the list, active or deactivated, with an e-mail', async () => {
  const { text } = await stage('GET', '/users')
  const users: readonly { name: string; email?: string }[] = JSON.parse(text)
  for (const { first, last } of specials) {
    const user = users.find(({ name }) => name === `${first} ${last}`)
    expect(user?.email).toMatch(/^[a-z-]+\.[a-z]+@acme\.example$/)
  }
})

test('Rate-limited Rita is turned away twice, then works', async () => {
  for (const turnedAway of [1, 2]) {
    const answer = await deactivate('Rate-limited Rita')
    expect(answer.status).toBe(429)
    expect(answer.headers.get('ratelimit-reset')).toBe('1')
    expect(await truth('Rate-limited Rita')).toMatchObject({
      isDeactivated: false,
      writes: 0,
      turnedAway,
    })
  }
  expect(await deactivate('Rate-limited Rita')).toMatchObject({ status: 200 })
  expect(await truth('Rate-limited Rita')).toMatchObject({ isDeactivated: true, writes: 1 })
})

test('Lost-answer Lars is deactivated, but nobody is told', async () => {
  await expect(deactivate('Lost-answer Lars')).rejects.toThrow(TypeError)
  expect(await truth('Lost-answer Lars')).toMatchObject({
    isDeactivated: true,
    log: ['write:deactivate'],
  })
  expect(await read('Lost-answer Lars')).toMatchObject({ body: { isDeactivated: true } })
})

test('Cut-off Cora is not deactivated', async () => {
  await expect(deactivate('Cut-off Cora')).rejects.toThrow(TypeError)
  expect(await truth('Cut-off Cora')).toMatchObject({ isDeactivated: false })
})

describe('Lying Lena', () => {
  test.each([
    ['deactivate', undefined, 204],
    ['setarchived', { isArchived: true }, 200],
  ])('answers %s as done, but nothing has changed', async (operation, body, status) => {
    const before = await truth('Lying Lena')
    expect(await ask('POST', `${await path('Lying Lena')}/${operation}`, body)).toMatchObject({
      status,
    })
    expect(await truth('Lying Lena')).toMatchObject({
      user: Object(before).user,
      isDeactivated: false,
      isArchived: false,
    })
  })
})

test('Odd Otto’s status is a text, in the list and on its own', async () => {
  expect(await read('Odd Otto')).toMatchObject({ status: 200, body: { status: 'yes' } })
  const { text } = await ask('GET', '/users?pageSize=1000')
  expect(
    JSON.parse(text).filter((user: { status: unknown }) => user.status === 'yes'),
  ).toHaveLength(1)
})

test('Slow Sam takes eight seconds', async () => {
  expect(await deactivate('Slow Sam')).toMatchObject({ status: 200 })
  expect(waits).toEqual([8000])
  expect(await truth('Slow Sam')).toMatchObject({ isDeactivated: true })
})

test.each([
  ['Server-error Sven', false],
  ['Half-done Hanna', true],
])('%s answers 500 with a trace id; deactivated: %s', async (name, isDeactivated) => {
  const answer = await deactivate(name)
  expect(answer).toMatchObject({
    status: 500,
    body: { code: 'server-error', traceId: answer.headers.get('trace-id') },
  })
  expect(await truth(name)).toMatchObject({ isDeactivated })
})

test('Gone Gina is in the list, but not found', async () => {
  const filter = encodeURIComponent("lastName eq 'Gina'")
  expect(await ask('GET', `/users?filterby=${filter}`)).toMatchObject({
    body: [{ firstName: 'Gone' }],
  })
  expect(await read('Gone Gina')).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect(await deactivate('Gone Gina')).toMatchObject({ status: 404 })
})

test('Changing Chai is active in the list and deactivated on the first reading, once', async () => {
  const filter = encodeURIComponent("lastName eq 'Chai'")
  expect(await ask('GET', `/users?filterby=${filter}`)).toMatchObject({
    body: [{ isDeactivated: false }],
  })
  expect(await read('Changing Chai')).toMatchObject({ body: { isDeactivated: true } })
  expect(await ask('POST', `${await path('Changing Chai')}/activate`)).toMatchObject({
    status: 204,
  })
  expect(await read('Changing Chai')).toMatchObject({ body: { isDeactivated: false } })
})

test('Refused Rolf is refused with reasons', async () => {
  expect(await deactivate('Refused Rolf')).toMatchObject({
    status: 400,
    body: {
      code: 'validation-failed',
      validationErrors: [{ property: 'UserId', message: expect.any(String) }],
    },
  })
  expect(await truth('Refused Rolf')).toMatchObject({ isDeactivated: false })
})

test('Forbidden Fay is stopped at the edge, with a page instead of JSON', async () => {
  const answer = await deactivate('Forbidden Fay')
  expect(answer.status).toBe(403)
  expect(answer.headers.get('x-edge-ref')).toBe('edge-5f3c9a17')
  expect(answer.headers.get('content-type')).toBe('text/html')
})

test('Last-seat Lotte cannot be activated', async () => {
  expect(await ask('POST', `${await path('Last-seat Lotte')}/activate`)).toMatchObject({
    status: 400,
    body: { code: 'insufficient-seats' },
  })
  expect(await truth('Last-seat Lotte')).toMatchObject({ isDeactivated: true })
})

test('Busy Bea is given tasks after they were asked for', async () => {
  const tasks = async () => (await ask('GET', `${await path('Busy Bea')}/assignedtasks`)).body
  expect(await tasks()).toEqual([])
  expect(await tasks()).toHaveLength(5)
})

test('Flaky Flora can be read at the third try', async () => {
  const statuses = [await read('Flaky Flora'), await read('Flaky Flora'), await read('Flaky Flora')]
  expect(statuses.map(({ status }) => status)).toEqual([503, 503, 200])
})

test('Unknown Uma cannot be read for a minute after a write whose answer is lost', async () => {
  expect(await read('Unknown Uma')).toMatchObject({ status: 200 })
  await expect(deactivate('Unknown Uma')).rejects.toThrow(TypeError)
  expect(await read('Unknown Uma')).toMatchObject({ status: 503 })
  now += 59_999
  expect(await read('Unknown Uma')).toMatchObject({ status: 503 })
  now += 1
  expect(await read('Unknown Uma')).toMatchObject({ status: 200, body: { isDeactivated: true } })
})

test('what they have done in one workspace they have not done in another', async () => {
  await read('Flaky Flora')
  await read('Flaky Flora')
  const elsewhere = asking(sandbox, { workspace: 'elsewhere' })
  expect(await elsewhere('GET', await path('Flaky Flora'))).toMatchObject({ status: 503 })
})
