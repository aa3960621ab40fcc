import { describe, expect, it } from 'vitest'
import { collect, createStage, hurry, missingOf, never, partsOf } from './sandbox.test.stage'

describe('the directory', () => {
  it('gives the first rows after exactly one request', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    stage.asked.length = 0
    for await (const update of provider.directory(never)) {
      if (update.type !== 'users') continue
      expect(update.users).toHaveLength(1000)
      break
    }
    expect(stage.asked.filter(call => call.startsWith('GET /users'))[0]).toBe(
      'GET /users?showArchived=true&page=1&pageSize=1000&orderby=FirstName,LastName,Id',
    )
    expect(stage.asked.length).toBeLessThanOrEqual(1 + 4)
  })

  it('gives everybody once, with role and kind, archived ones too', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const { users, all } = await collect(provider.directory(never))
    expect(users).toHaveLength(1100)
    expect(missingOf(all)).toEqual([])
    expect(all).toContainEqual({ type: 'total', total: 1100 })
    const named = new Map(users.map(user => [user.name, user]))
    expect(named.get('Olga Owner')).toMatchObject({ role: 'Admin', isAdmin: true, kind: 'person' })
    expect(named.get('Dagmar Petersen')).toMatchObject({ role: 'Project lead', isAdmin: false })
    expect(named.get('Marketing Sync')).toMatchObject({ kind: 'apiUser', email: undefined })
    expect(named.get('Campaign Planner')).toMatchObject({ kind: 'agent', status: 'active' })
    expect(named.get('Jonas Weber')).toMatchObject({ status: 'archived', role: 'User' })
    expect(named.get('Annemarie Vogt')?.status).toBe('invited')
    expect(named.get('Odd Otto')?.unreadable).toEqual({ endpoint: 'GET /users', field: 'status' })
    expect(users.filter(user => user.unreadable)).toHaveLength(1)
    expect(users.every(user => user.role !== undefined)).toBe(true)
    expect(partsOf(all).slice(0, 2)).toEqual([
      ['roles', { state: 'loading' }],
      ['machines', { state: 'loading' }],
    ])
    expect(partsOf(all).slice(2)).toContainEqual(['roles', { state: 'known' }])
    expect(partsOf(all).slice(2)).toContainEqual(['machines', { state: 'known' }])
  })

  it('does not ask for what the operator may not read, and says so', async () => {
    const stage = createStage()
    const provider = await stage.connect('support')
    const { users, all } = await collect(provider.directory(never))
    expect(users).toHaveLength(1100)
    expect(stage.asked.filter(call => /roles|apiusers/.test(call))).toEqual([])
    expect(partsOf(all)).toEqual([
      [
        'roles',
        {
          state: 'unknown',
          reason: 'Roles cannot be read: needs workspace-manage-config: read. An admin has it.',
        },
      ],
      [
        'machines',
        {
          state: 'unknown',
          reason:
            'API users cannot be told from people: needs workspace-manage-config: read. An admin has it.',
        },
      ],
    ])
  })

  it('says that a list of oneself is not everybody', async () => {
    const stage = createStage()
    const provider = await stage.connect('guest')
    const { users, all } = await collect(provider.directory(never))
    expect(users.map(user => user.name)).toEqual(['Lamar Whitfield'])
    expect(missingOf(all)).toMatchObject([
      { what: 'everybody but you', failure: { right: 'user-master-data:read' } },
    ])
  })

  it('names a page that cannot be read, and goes on', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'status', status: 503, path: '/users', query: { page: '2' } })
    const { users, all } = await collect(provider.directory(never))
    expect(users).toHaveLength(1000)
    expect(missingOf(all)).toMatchObject([
      { what: 'page 2, users 1,001 to 2,000', failure: { kind: 'server', status: 503 } },
    ])
    expect(
      stage.asked.filter(call => call.startsWith('GET /users?showArchived=true&page=2')),
    ).toHaveLength(4)
  })

  it('tries a page again and then misses nothing', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'cut', path: '/users', query: { page: '2' }, times: 2 })
    const { users, all } = await collect(provider.directory(never))
    expect(users).toHaveLength(1100)
    expect(missingOf(all)).toEqual([])
  })

  it('fails when the first page does', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'html', path: '/users' })
    await expect(collect(provider.directory(never))).rejects.toMatchObject({
      failure: { kind: 'unexpectedAnswer', field: 'body', path: '/sandbox/awork/api/v1/users' },
    })
  })

  it('reads on without a total', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const { fetch } = globalThis
    globalThis.fetch = async (...given) => {
      const answer = await fetch(...given)
      const headers = new Headers(answer.headers)
      headers.delete('aw-totalitems')
      return new Response(answer.body, { status: answer.status, headers })
    }
    const { users, all } = await collect(provider.directory(never))
    expect(users).toHaveLength(1100)
    expect(missingOf(all)).toEqual([])
    expect(all.some(update => update.type === 'total')).toBe(false)
  })

  it('does with awork’s own order where it refuses ours', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({
      kind: 'status',
      status: 400,
      body: { code: 'invalid-filter-or-order', description: 'No.', link: '' },
      query: { orderby: 'FirstName,LastName,Id' },
    })
    expect((await collect(provider.directory(never))).users).toHaveLength(1100)
  })

  it('keeps the users when their roles cannot be read, and says why', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'nonsense', path: '/roles', body: [{ id: 7 }] })
    const { users, all } = await collect(provider.directory(never))
    expect(users).toHaveLength(1100)
    expect(users.every(user => user.role === undefined && user.isAdmin === undefined)).toBe(true)
    expect(partsOf(all)).toContainEqual([
      'roles',
      {
        state: 'unknown',
        reason:
          'Roles cannot be read: awork answered not as documented. GET /sandbox/awork/api/v1/roles: 0.id',
      },
    ])
    expect(partsOf(all)).toContainEqual(['machines', { state: 'known' }])
  })

  it('reports users without an id and keeps the rest', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const body = [
      { id: 'a', firstName: 'Ada', isDeactivated: false },
      { firstName: 'Nobody' },
      null,
    ]
    await stage.fault({ kind: 'nonsense', path: '/users', body })
    const { users, all } = await collect(provider.directory(never))
    expect(users.map(user => user.name)).toEqual(['Ada'])
    expect(missingOf(all)).toMatchObject([
      { what: '2 users on page 1 without a readable id', failure: { field: 'id' } },
    ])
  })

  it('stops when it is cancelled', async () => {
    const stage = createStage()
    const provider = await stage.connect('support')
    const controller = new AbortController()
    const reading = (async () => {
      for await (const update of provider.directory(controller.signal)) {
        if (update.type === 'users') controller.abort()
      }
    })()
    await expect(reading).rejects.toMatchObject({ failure: { kind: 'aborted' } })
  })
})
