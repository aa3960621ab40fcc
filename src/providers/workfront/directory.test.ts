import { describe, expect, it } from 'vitest'
import { collect, failureOf, hurry, missingOf, partsOf } from '../awork/sandbox.test.stage'
import { createStage, never } from './sandbox.test.stage'

describe('the directory', () => {
  it('gives the first rows after one request, by the fields that every tenant has', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    stage.asked.length = 0
    for await (const update of provider.directory(never)) {
      if (update.type !== 'users') continue
      expect(update.users).toHaveLength(100)
      break
    }
    expect(stage.asked.toSorted()).toEqual([
      'GET /user/count',
      'GET /user/metadata',
      'GET /user/search?ID_Sort=asc&$$FIRST=0&$$LIMIT=100',
    ])
  })

  it('gives everybody once, with what the tenant has', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const { users, all } = await collect(provider.directory(never))
    expect(missingOf(all)).toEqual([])
    expect(all).toContainEqual({ type: 'total', total: users.length })
    const named = new Map(users.map(user => [user.name, user]))
    expect(named.get('Ada Lindqvist')).toMatchObject({
      role: 'System Administrator',
      isAdmin: true,
      status: 'active',
      details: { licence: ['Full'] },
    })
    expect(named.get('Annemarie Vogt')?.status).toBe('pendingApproval')
    expect(named.get('Rolf Neumann')).toMatchObject({
      status: 'deactivated',
      deactivatedAt: expect.stringMatching(/^2026-02-2/),
    })
    expect(named.get('Tamara Lindholm')?.deactivatesAt).toBeDefined()
    expect(named.get('Odd Otto')?.unreadable).toEqual({
      endpoint: 'GET /user/search',
      field: 'isActive',
    })
    expect(users.filter(user => user.unreadable)).toHaveLength(1)
    expect(users.filter(user => user.kind === 'apiUser').length).toBeGreaterThan(0)
    expect(partsOf(all)[0]?.[1]).toEqual({ state: 'loading' })
    expect(partsOf(all)).toContainEqual(['roles', { state: 'known' }])
  })

  it('reads pages of two thousand, the known fields once', async () => {
    const stage = createStage({ users: 4500 })
    const provider = await stage.connect('admin')
    const { users, all } = await collect(provider.directory(never))
    expect(users.length).toBeGreaterThan(4000)
    expect(missingOf(all)).toEqual([])
    stage.asked.length = 0
    expect((await collect(provider.directory(never))).users).toHaveLength(users.length)
    expect(stage.asked.toSorted()).toEqual([
      'GET /user/count',
      'GET /user/search?ID_Sort=asc&$$FIRST=0&$$LIMIT=2000',
      'GET /user/search?ID_Sort=asc&$$FIRST=2000&$$LIMIT=2000',
      'GET /user/search?ID_Sort=asc&$$FIRST=4000&$$LIMIT=2000',
    ])
  })

  it.each([
    ['not to be read', { kind: 'status', status: 403, path: '/user/metadata' }],
    ['no description', { kind: 'html', path: '/user/metadata' }],
  ])('does with the core where the description of a user is %s', async (_, fault) => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault(fault)
    const { users, all } = await collect(provider.directory(never))
    expect(users.length).toBeGreaterThan(100)
    expect(users.find(user => user.name === 'Ada Lindqvist')).toMatchObject({
      role: 'System Administrator',
      isAdmin: undefined,
    })
    // Nobody is missing: the list is whole, only not all is known of them.
    expect(missingOf(all)).toEqual([])
    expect(new Map(partsOf(all)).get('field:userApproval:*')).toMatchObject({
      state: 'unknown',
      what: 'who of the deactivated is pending approval',
    })
    expect(partsOf(all)).toContainEqual([
      'field:company:name',
      {
        state: 'unknown',
        reason: expect.stringContaining('Which fields a user has could not be read'),
      },
    ])
  })

  it('asks for no field that the tenant does not have', async () => {
    const stage = createStage()
    await stage.set({ without: ['loginCount', 'company', 'scheduleDeactivationDate'] })
    const provider = await stage.connect('admin')
    const { users, all } = await collect(provider.directory(never))
    expect(users.find(user => user.name === 'Ada Lindqvist')).toMatchObject({ isAdmin: true })
    const parts = new Map(partsOf(all))
    expect(parts.get('field:company:name')).toEqual({
      state: 'unknown',
      reason: 'This version of Workfront’s API has no company:name of a user.',
    })
    expect(parts.get('field:loginCount')).toMatchObject({ state: 'unknown' })
    expect(parts.get('field:manager:name')).toEqual({ state: 'known' })
  })

  it('does without a field that is refused although it is described', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const message = 'APIModel V21_0 does not support field isAdmin (AccessLevel)'
    const body = { error: { message } }
    const query = { $$LIMIT: '2000' }
    await stage.fault({ kind: 'status', status: 422, path: '/user/search', query, times: 1, body })
    const { users, all } = await collect(provider.directory(never))
    expect(users.find(user => user.name === 'Ada Lindqvist')).toMatchObject({
      isAdmin: undefined,
      details: { licence: ['Full'] },
    })
    expect(new Map(partsOf(all)).get('roles')).toMatchObject({ state: 'unknown' })
    expect(missingOf(all)).toEqual([])
  })

  it('says that a list of oneself is not everybody', async () => {
    const stage = createStage()
    const provider = await stage.connect('guest')
    const { users, all } = await collect(provider.directory(never))
    expect(users.length).toBeLessThanOrEqual(1)
    expect(missingOf(all)).toMatchObject([
      { failure: { kind: 'notPermitted', right: 'Users: View' } },
    ])
  })

  it('leaves open whether it is everybody for who is no administrator', async () => {
    const stage = createStage()
    const told = async (who: 'admin' | 'support') => {
      const { all } = await collect((await stage.connect(who)).directory(never))
      expect(missingOf(all)).toEqual([])
      return new Map(partsOf(all)).get('everybody')
    }
    expect(await told('admin')).toBeUndefined()
    expect(await told('support')).toMatchObject({ state: 'unknown' })
  })

  it('names a page that cannot be read, and goes on', async () => {
    hurry()
    const stage = createStage({ users: 4500 })
    const provider = await stage.connect('admin')
    const query = { $$FIRST: '2000' }
    await stage.fault({ kind: 'status', status: 500, path: '/user/search', query })
    const { users, all } = await collect(provider.directory(never))
    expect(users.length).toBeGreaterThan(2000)
    expect(missingOf(all)).toMatchObject([
      { what: 'page 2, users 2,001 to 4,000', failure: { kind: 'server', status: 500 } },
    ])
  })

  it('gives up on an API that is down, and says from where on', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    // As if it counted them all, and then answers with nothing but the first page.
    const count = { data: { count: 20_000 } }
    await stage.fault({ kind: 'nonsense', path: '/user/count', body: count })
    const page = { data: Array.from({ length: 2000 }, (_, n) => ({ ID: `${n}`, isActive: true })) }
    const query = { $$LIMIT: '2000', $$FIRST: '0' }
    await stage.fault({ kind: 'nonsense', path: '/user/search', query, body: page })
    const refusal = { error: { message: 'No.' } }
    const others = { $$LIMIT: '2000' }
    await stage.fault({
      kind: 'status',
      status: 422,
      path: '/user/search',
      query: others,
      body: refusal,
    })
    const { all } = await collect(provider.directory(never))
    expect(missingOf(all).map(({ what }) => what)).toEqual([
      'everything from page 2 on, users 2,001 and following',
    ])
  })

  it('reads on without a count', async () => {
    hurry()
    const stage = createStage({ users: 4500 })
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'status', status: 500, path: '/user/count' })
    const { users, all } = await collect(provider.directory(never))
    expect(users.length).toBeGreaterThan(4000)
    expect(missingOf(all)).toEqual([])
    expect(all.some(update => update.type === 'total')).toBe(false)
  })

  it('tries again when there were too many at once, and misses nothing', async () => {
    hurry()
    const stage = createStage({ users: 4500 })
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'status', status: 429, path: '/user/search', times: 3 })
    expect(missingOf((await collect(provider.directory(never))).all)).toEqual([])
  })

  it('fails when the first page does', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'html', path: '/user/search' })
    expect(await failureOf(collect(provider.directory(never)))).toMatchObject({
      kind: 'unexpectedAnswer',
      field: 'body',
    })
  })

  it('stops when it is cancelled', async () => {
    const stage = createStage({ users: 4500 })
    const provider = await stage.connect('admin')
    const controller = new AbortController()
    const reading = (async () => {
      for await (const update of provider.directory(controller.signal)) {
        if (update.type === 'users') controller.abort()
      }
    })()
    expect((await failureOf(reading)).kind).toBe('aborted')
  })
})
