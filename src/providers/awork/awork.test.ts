import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { awork } from './awork'
import {
  administrationOf,
  createStage,
  failureOf,
  hurry,
  never,
  userNamed,
  writes,
} from './sandbox.test.stage'

describe('a user', () => {
  it('comes with role and kind, the roles being read once for many', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const olga = await userNamed(stage, provider, 'Olga Owner')
    expect(olga).toMatchObject({ role: 'Admin', isAdmin: true, kind: 'person', status: 'active' })
    stage.asked.length = 0
    const sync = await userNamed(stage, provider, 'Marketing Sync')
    expect(sync).toMatchObject({ role: 'Integration', isAdmin: false, kind: 'apiUser' })
    expect(stage.asked).toEqual([`GET /users/${sync.id}`, `GET /apiusers/${sync.id}`])
    stage.asked.length = 0
    const { id } = await userNamed(stage, provider, 'Amara Okafor')
    expect(stage.asked).toEqual([`GET /users/${id}`])
  })

  it('comes without role and in one request where roles may not be read', async () => {
    const stage = createStage()
    const provider = await stage.connect('support')
    stage.asked.length = 0
    const olga = await userNamed(stage, provider, 'Olga Owner')
    expect(olga).toMatchObject({ role: undefined, isAdmin: undefined })
    expect(stage.asked).toHaveLength(1)
  })

  it('is undefined once gone', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    expect(await provider.user(await stage.idOf('Gone Gina'), never)).toBeUndefined()
  })

  it('is not taken for gone because a proxy found nothing', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const id = await stage.idOf('Olga Owner')
    await stage.fault({ kind: 'html', status: 404, userId: id })
    expect(await failureOf(provider.user(id, never))).toMatchObject({
      kind: 'notFound',
      status: 404,
    })
  })

  it('is read again when the first reads fail', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('admin')
    expect((await userNamed(stage, provider, 'Flaky Flora')).status).toBe('active')
  })

  it('is unreadable rather than missing when the answer is odd', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const otto = await userNamed(stage, provider, 'Odd Otto')
    expect(otto.unreadable).toEqual({ endpoint: 'GET /users/{id}', field: 'status' })
  })

  it('is nobody else whom something on the way mixed up with them', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const id = await stage.idOf('Olga Owner')
    const body = { id: await stage.idOf('Amara Okafor'), isDeactivated: false }
    await stage.fault({ kind: 'status', status: 200, userId: id, path: '/users/:id', body })
    const mixedUp = { kind: 'unexpectedAnswer', field: 'id' }
    expect(await failureOf(provider.user(id, never))).toMatchObject(mixedUp)
    const { record } = await administrationOf(provider)
    expect(await failureOf(record(id, never))).toMatchObject(mixedUp)
  })

  it('keeps what was known of the role when roles cannot be read for the moment', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'status', status: 500, path: '/roles' })
    const olga = await userNamed(stage, provider, 'Olga Owner')
    expect(olga).toMatchObject({ role: undefined, isAdmin: undefined, status: 'active' })
  })

  it('is as old as the question, not as the answer, so that a late answer does not hold', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1000 })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    let arrive = () => {}
    const underWay = new Promise<void>(resolve => {
      arrive = resolve
    })
    const stage = createStage({ wait: async ms => (ms === 40 ? underWay : undefined) })
    const provider = await stage.connect('support')
    const id = await stage.idOf('Amara Okafor')
    await stage.fault({ kind: 'late', delayMs: 40, userId: id, times: 1 })
    const late = provider.user(id, never)
    await vi.waitFor(() => expect(stage.asked).toContain(`GET /users/${id}`))
    vi.setSystemTime(2000)
    await stage.change(id, { isDeactivated: true })
    const prompt = await provider.user(id, never)
    vi.setSystemTime(3000)
    arrive()
    expect(prompt).toMatchObject({ status: 'deactivated', readAt: 2000 })
    const answer = await late
    expect(answer?.status).toBe('active')
    expect(answer?.readAt).toBeLessThan(2000)
  })

  it.each([
    ['an HTML page', { kind: 'html' }, 'body'],
    ['JSON of a wrong form', { kind: 'nonsense' }, 'id'],
  ] as const)('fails on %s with the field', async (_, fault, field) => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const id = await stage.idOf('Olga Owner')
    await stage.fault({ ...fault, userId: id })
    const failure = await failureOf(provider.user(id, never))
    expect(failure).toMatchObject({ kind: 'unexpectedAnswer', field, status: 200 })
  })
})

describe('the admins', () => {
  it('are the active people in the admin role, read now', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const { admins } = provider
    if (!admins || 'reason' in admins) throw new Error('expected to be able to ask')
    const names = async () => (await admins.run(never))?.map(({ name }) => name).sort()
    expect(await names()).toEqual(['Ada Lindqvist', 'Henrik Dahl', 'Olga Owner'])
    await stage.change(await stage.idOf('Henrik Dahl'), { isDeactivated: true })
    await stage.change(await stage.idOf('Olga Owner'), { invitationAccepted: false })
    await stage.change(await stage.idOf('Anne Lindgren'), { role: 'Admin' })
    expect(await names()).toEqual(['Ada Lindqvist', 'Anne Lindgren'])
  })

  it('are not known when one of the reads fails', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'status', status: 503, path: '/apiusers' })
    const { admins } = provider
    if (!admins || 'reason' in admins) throw new Error('expected to be able to ask')
    expect((await failureOf(admins.run(never))).kind).toBe('server')
  })
})

describe('signing out', () => {
  it('ends the grant, and is content where there is none', async () => {
    const stage = createStage()
    const { operator } = await stage.connect('admin')
    const connection = { apiUrl: stage.apiUrl, clientId: 'rollcall' }
    const { revoke } = awork.connect(connection, stage.credentialsOf('admin'), operator)
    if ('reason' in revoke) throw new Error(revoke.reason)
    await revoke.run(never)
    expect(writes(stage)).toEqual(['DELETE /accounts/me/authorizedclients/rollcall'])
  })

  it('has a token that has run out renewed for it', async () => {
    const stage = createStage()
    const { operator } = await stage.connect('admin')
    const connection = { apiUrl: stage.apiUrl, clientId: 'rollcall' }
    const { token } = stage.credentialsOf('admin')
    const stale = stage.credentialsOf('admin', { token: () => 'stale', renew: async () => token() })
    const { revoke } = awork.connect(connection, stale, operator)
    if ('reason' in revoke) throw new Error(revoke.reason)
    await expect(revoke.run(never)).resolves.toBeUndefined()
  })

  it('has nothing to end for a pasted token, and says so', async () => {
    const provider = await createStage().connect('admin')
    expect(provider.revoke).toHaveProperty('reason')
  })
})

it('finds the OAuth endpoints below the API, as its documentation has them', () => {
  expect(awork.oauthEndpoints('https://api.awork.com/api/v1/')).toEqual({
    authorizeUrl: 'https://api.awork.com/api/v1/accounts/authorize',
    tokenUrl: 'https://api.awork.com/api/v1/accounts/token',
    registrationUrl: 'https://api.awork.com/api/v1/clientapplications/register',
  })
})

describe('the limit of the workspace', () => {
  it('is left to others once they have used their half, as far as its headers can be read', async () => {
    hurry()
    const start = Date.now()
    const passed = () => Date.now() - start
    // The sandbox counts by the minute, and one has just begun.
    const stage = createStage({ now: () => Date.UTC(2026, 10, 20, 14, 3) + passed() })
    const provider = await stage.connect('support')
    const id = await stage.idOf('Amara Okafor')
    await stage.setWorkspace({ rate: { perSecond: 1_000, perMinute: 200 } })
    for (let n = 0; n < 100; n += 1) await provider.user(id, never)
    expect(passed()).toBeLessThan(10_000)
    for (let n = 0; n < 50; n += 1) await provider.user(id, never)
    expect(passed()).toBeGreaterThan(35_000)
    expect(passed()).toBeLessThan(60_000)
  })

  it('holds everybody up after a 429, for as long as it says', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('support')
    const [olga, amara] = await Promise.all([stage.idOf('Olga Owner'), stage.idOf('Amara Okafor')])
    const limited = { kind: 'status', status: 429, headers: { 'ratelimit-reset': '20' } }
    await stage.fault({ ...limited, path: '/users/:id', userId: olga, times: 1 })
    const start = Date.now()
    const waiting = provider.user(olga, never)
    while (Date.now() - start < 1) await new Promise(resolve => setTimeout(resolve, 1))
    await provider.user(amara, never)
    expect(Date.now() - start).toBeGreaterThanOrEqual(20_000)
    expect(await waiting).toMatchObject({ name: 'Olga Owner' })
  })
})
