import { beforeEach, describe, expect, test } from 'vitest'
import { type Ask, asking, idOf, staging } from '../asking'
import { createSandbox, type Sandbox } from '../sandbox'

let waits: number[] = []
let sandbox: Sandbox
let ask: Ask
let stage: Ask
let amara = ''
let path = ''
beforeEach(async () => {
  waits = []
  sandbox = createSandbox({
    users: 0,
    rateLimits: false,
    wait: async ms => void (ms > 0 && waits.push(ms)),
  })
  ask = asking(sandbox, { unchecked: true })
  stage = staging(sandbox)
  amara = await idOf(stage, 'Amara Okafor')
  path = `/users/${amara}`
})

const truth = async () => (await stage('GET', path)).body
const deactivate = () => ask('POST', `${path}/deactivate?includeSummary=true`)
const fault = (body: object) => stage('POST', '/faults', body)

describe('a fault', () => {
  test('status: that answer instead, and nothing is done', async () => {
    await fault({
      kind: 'status',
      path: '/users/:id/deactivate',
      status: 400,
      body: { code: 'invalid-operation', description: 'No.', link: 'x' },
      headers: { 'x-more': '1' },
    })
    const answer = await deactivate()
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'invalid-operation', traceId: answer.headers.get('trace-id') },
    })
    expect(answer.headers.get('x-more')).toBe('1')
    expect(await truth()).toMatchObject({ isDeactivated: false })
  })

  test('status, processed: that answer, but it is done', async () => {
    await fault({ kind: 'status', status: 502, processed: true })
    expect(await deactivate()).toMatchObject({ status: 502 })
    expect(await truth()).toMatchObject({ isDeactivated: true })
  })

  test('html: a page', async () => {
    await fault({ kind: 'html', method: 'GET' })
    const answer = await ask('GET', path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html')
  })

  test('nonsense: it is done, and the answer has a wrong form', async () => {
    await fault({ kind: 'nonsense' })
    expect(await deactivate()).toMatchObject({ status: 200, body: { unexpected: [true, null] } })
    expect(await truth()).toMatchObject({ isDeactivated: true })
  })

  test.each([
    ['cut', false],
    ['lost', true],
  ])('%s: no answer; done: %s', async (kind, isDeactivated) => {
    await fault({ kind })
    await expect(deactivate()).rejects.toThrow('fetch failed')
    expect(await truth()).toMatchObject({ isDeactivated, log: ['write:deactivate'] })
  })

  test('lie: the right answer, and nothing is done, not even to projects', async () => {
    const olga = await idOf(stage, 'Olga Owner')
    await fault({ kind: 'lie', times: 1 })
    const summary = { privateProjectManagersReassignedCount: 3, privateProjectsDeletedCount: 2 }
    const act = () => ask('POST', `/users/${olga}/deactivate?includeSummary=true`)
    expect(await act()).toMatchObject({ status: 200, body: summary })
    expect(await stage('GET', `/users/${olga}`)).toMatchObject({ body: { isDeactivated: false } })
    expect(await act()).toMatchObject({ status: 200, body: summary })
  })

  test.each(['slow', 'late'])('%s: takes as long as it says', async kind => {
    await fault({ kind, delayMs: 3000 })
    expect(await deactivate()).toMatchObject({ status: 200 })
    expect(waits).toEqual([3000])
  })

  test('change: somebody else was faster', async () => {
    await fault({
      kind: 'change',
      method: 'GET',
      path: '/users/:id',
      body: { role: 'Guest', position: 'Guest' },
    })
    expect(await ask('GET', path)).toMatchObject({ body: { position: 'Guest' } })
    expect(await truth()).toMatchObject({ role: 'Guest' })
  })

  test.each([
    ['another method', { method: 'GET' }],
    ['another path', { path: '/users/:id/activate' }],
    ['a shorter path', { path: '/users/:id' }],
    ['another user', { userId: '00000000-0000-4000-8000-000000000000' }],
    ['another query', { query: { includeSummary: 'false' } }],
  ])('leaves %s alone', async (_, where) => {
    await fault({ kind: 'cut', ...where })
    expect(await deactivate()).toMatchObject({ status: 200 })
  })

  test('happens as often as it says, after as many as it says have passed', async () => {
    await fault({
      kind: 'status',
      status: 503,
      path: '/users',
      query: { page: '2' },
      skip: 1,
      times: 2,
    })
    const page = async () => (await ask('GET', '/users?page=2')).status
    expect([await page(), await page(), await page(), await page()]).toEqual([200, 503, 503, 200])
  })

  test('is for one workspace, and can be taken away', async () => {
    await fault({ kind: 'cut' })
    expect(await asking(sandbox, { workspace: 'other' })('GET', '/me')).toMatchObject({
      status: 200,
    })
    await expect(ask('GET', '/me')).rejects.toThrow('fetch failed')
    await stage('DELETE', '/faults')
    expect(await ask('GET', '/me')).toMatchObject({ status: 200 })
  })

  test.each(['slow', 'late'])('%s: what it holds up goes on once it is taken away', async kind => {
    const never = new Promise<void>(() => undefined)
    sandbox = createSandbox({
      users: 0,
      rateLimits: false,
      wait: ms => (ms > 0 ? never : Promise.resolve()),
    })
    ask = asking(sandbox, { unchecked: true })
    stage = staging(sandbox)
    await fault({ kind, path: '/users/:id/deactivate', delayMs: 60_000 })
    const answer = deactivate()
    await expect
      .poll(truth)
      .toMatchObject({ isDeactivated: kind === 'late', log: ['write:deactivate'] })
    await stage('DELETE', '/faults')
    expect(await answer).toMatchObject({ status: 200 })
    expect(await truth()).toMatchObject({ user: { isDeactivated: true } })
  })

  test('comes before what a special person does', async () => {
    const sven = await idOf(stage, 'Server-error Sven')
    await fault({ kind: 'status', status: 404, userId: sven, times: 1 })
    const act = () => ask('POST', `/users/${sven}/deactivate`)
    expect([(await act()).status, (await act()).status]).toEqual([404, 500])
  })

  test('that is none is refused, with the field that is wrong', async () => {
    const answer = await fault({ kind: 'explode', path: '/users' })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('kind')
    expect(await fault({ kind: 'cut', route: '/users' })).toMatchObject({ status: 400 })
  })
})

describe('the truth about a user', () => {
  test('has every read and write in their order', async () => {
    await ask('GET', path)
    await deactivate()
    await ask('GET', path)
    await ask('POST', `${path}/setarchived`, { isArchived: true })
    await ask('PUT', path, { firstName: 'Amara' })
    await ask('POST', '/roles/moveuser', { userId: amara, toRoleId: 'none' })
    await ask('GET', '/users')
    expect(await truth()).toMatchObject({
      reads: 2,
      writes: 4,
      turnedAway: 0,
      log: [
        'read',
        'write:deactivate',
        'read',
        'write:setarchived',
        'write:update',
        'write:moveuser',
      ],
    })
  })

  test('does not count what somebody else does', async () => {
    expect(
      await stage('PATCH', path, { isDeactivated: true, email: 'new@acme.example', teams: ['IT'] }),
    ).toMatchObject({
      body: { isDeactivated: true, email: 'new@acme.example' },
    })
    expect(await truth()).toMatchObject({
      log: [],
      user: { teams: [{ name: 'IT' }], deactivatedOn: expect.any(String) },
    })
    expect(await stage('DELETE', path)).toMatchObject({ status: 204 })
    expect(await ask('GET', path)).toMatchObject({ status: 404 })
  })

  test('a change that is none is refused', async () => {
    expect(await stage('PATCH', path, { isAdmin: true })).toMatchObject({ status: 400 })
    expect(await stage('PATCH', '/users/nobody', {})).toMatchObject({ status: 404 })
  })
})

describe('a workspace', () => {
  test('starts afresh at the size it is given, and keeps its changes otherwise', async () => {
    await deactivate()
    expect(await stage('PUT', '', { latencyMs: 5 })).toMatchObject({ body: { latencyMs: 5 } })
    expect(await truth()).toMatchObject({ isDeactivated: true })
    expect(await stage('PUT', '', { users: 120 })).toMatchObject({
      body: { users: 120, latencyMs: 0 },
    })
    expect(await truth()).toMatchObject({ isDeactivated: false, log: [] })
  })

  test('is forgotten when it is deleted', async () => {
    await deactivate()
    await stage('DELETE', '')
    expect(await truth()).toMatchObject({ isDeactivated: false })
  })

  test('changes nothing in another that was made of the same people', async () => {
    await deactivate()
    expect(await staging(sandbox, 'other')('GET', path)).toMatchObject({
      body: { isDeactivated: false },
    })
  })

  test('that begins with “nordwind” has Nordwind’s people', async () => {
    expect(await staging(sandbox, 'nordwind-7')('GET', '')).toMatchObject({ body: { users: 180 } })
  })
})
