import { describe, expect, it } from 'vitest'
import { able, act, failureOf, hurry } from '../awork/sandbox.test.stage'
import type { Provider } from '../provider'
import { createStage, never, type Stage, userNamed } from './sandbox.test.stage'
import { workfront } from './workfront'

const writes = (stage: Stage) => stage.asked.filter(call => !call.startsWith('GET'))

describe('who is signed in', () => {
  it.each([
    ['admin', 'Ada Lindqvist', true],
    ['manager', 'Ben Okoro', false],
    ['support', 'Cleo Marchetti', false],
    ['guest', 'Lamar Whitfield', false],
  ] as const)('as %s is %s', async (who, name, isAdmin) => {
    const stage = createStage()
    const { operator } = await stage.connect(who)
    expect(operator).toMatchObject({ name, isAdmin, isApiUser: false })
    expect(operator.email).toContain('@')
    expect(stage.asked).toEqual(['GET /session', `GET /user/${operator.id}`])
  })

  it('is known by the id where the own user may not be read', async () => {
    const stage = createStage()
    await stage.fault({ kind: 'status', status: 403, path: '/user/:id' })
    const { operator } = await stage.connect('support')
    expect(operator.name).toBe(operator.id)
  })

  it('is nobody with a key that is not accepted', async () => {
    const stage = createStage()
    const over = Promise.reject(new Error('asked to sign in again'))
    over.catch(() => {})
    const credentials = stage.credentialsOf('admin', { token: () => 'wrong', renew: () => over })
    const asking = workfront.identify('/sandbox/workfront/attask/api/v21.0', credentials, never)
    await expect(asking).rejects.toThrow('asked to sign in again')
  })

  it.each(['v16.0', 'v19.0', 'v22.0'])('is told by the neighbour %s too', async version => {
    const stage = createStage()
    const apiUrl = `/sandbox/workfront/attask/api/${version}`
    const operator = await workfront.identify(apiUrl, stage.credentialsOf('admin'), never)
    expect(operator.name).toBe('Ada Lindqvist')
  })

  it('is told which version to take where theirs is gone', async () => {
    const stage = createStage()
    const apiUrl = '/sandbox/workfront/attask/api/v7.0'
    const asking = workfront.identify(apiUrl, stage.credentialsOf('admin'), never)
    const failure = await failureOf(asking)
    expect(failure).toMatchObject({ kind: 'refused', status: 410 })
    expect(failure.remedy).toContain('version v7.0')
  })
})

describe('a user', () => {
  it('is read with what only some tenants have', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    expect(await userNamed(stage, provider, 'Ada Lindqvist')).toMatchObject({
      isAdmin: true,
      kind: 'person',
    })
    stage.asked.length = 0
    await userNamed(stage, provider, 'Amara Okafor')
    expect(stage.asked).toHaveLength(1)
  })

  it.each(['Gone Gina', undefined])('who is gone is undefined (%s)', async name => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const id = name === undefined ? '0'.repeat(32) : await stage.idOf(name)
    expect(await provider.user(id, never)).toBeUndefined()
  })

  it('is not asked for by what is no id', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    stage.asked.length = 0
    expect(await provider.user('search', never)).toBeUndefined()
    expect(stage.asked).toEqual([])
  })

  it('is not taken for gone because a proxy found nothing', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'html', status: 404, path: '/user/:id' })
    const asking = provider.user(await stage.idOf('Amara Okafor'), never)
    expect(await failureOf(asking)).toMatchObject({ kind: 'notFound', status: 404 })
  })

  it('is nobody else whom something on the way mixed up with them', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const id = await stage.idOf('Olga Owner')
    const body = { data: { ID: await stage.idOf('Amara Okafor'), isActive: true } }
    await stage.fault({ kind: 'status', status: 200, userId: id, path: '/user/:id', body })
    expect(await failureOf(provider.user(id, never))).toMatchObject({
      kind: 'unexpectedAnswer',
      field: 'data.ID',
    })
  })

  it('is read again when the first reads fail', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('admin')
    expect((await userNamed(stage, provider, 'Flaky Flora')).status).toBe('active')
  })
})

describe('deactivating and activating', () => {
  async function both(stage: Stage, provider: Provider, name: string, level?: string) {
    const user = await userNamed(stage, provider, name)
    stage.asked.length = 0
    await act(provider, 'deactivate', user)
    const between = await userNamed(stage, provider, name)
    await able(provider.actions.activate)(between, never, level)
    return { user, between, after: await userNamed(stage, provider, name) }
  }

  it('is one write each, and shows in a read', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const { user, between, after } = await both(stage, provider, 'Amara Okafor')
    expect([user.status, between.status, after.status]).toEqual(['active', 'deactivated', 'active'])
    expect(between.deactivatedAt).toBeDefined()
    expect(writes(stage)).toEqual([`PUT /user/${user.id}`, `PUT /user/${user.id}`])
  })

  it('are not sent any more that may not be sent by the time a new token is there', async () => {
    const stage = createStage()
    const until = new AbortController()
    const renew = async () => {
      until.abort()
      return 'sandbox-admin-acme'
    }
    const provider = await stage.connect('admin', { renew })
    const user = await userNamed(stage, provider, 'Amara Okafor')
    await stage.fault({ kind: 'status', status: 401, method: 'PUT', times: 1 })
    stage.asked.length = 0
    const sending = able(provider.actions.deactivate)(user, until.signal)
    expect(await failureOf(sending)).toMatchObject({ kind: 'aborted' })
    expect(writes(stage)).toHaveLength(1)
  })

  it('takes an access level where the tenant wants one', async () => {
    const stage = createStage()
    await stage.set({ accessLevelOnActivation: 'required' })
    const provider = await stage.connect('admin')
    const user = await userNamed(stage, provider, 'Amara Okafor')
    await act(provider, 'deactivate', user)
    expect(await failureOf(act(provider, 'activate', user))).toMatchObject({
      kind: 'refused',
      description: 'Access Level is required to activate a user.',
    })
    const { choice } = provider.rules.activate
    const levels = await choice?.load(never)
    const light = levels?.find(({ name }) => name === 'Light')
    expect(levels?.map(({ name }) => name)).toEqual([
      'Contributor',
      'External User',
      'Help desk',
      'Light',
      'People operations',
      'Standard',
    ])
    await able(provider.actions.activate)(user, never, light?.id)
    expect(await stage.seen(user.id)).toMatchObject({ isActive: true, accessLevel: 'Light' })
  })

  it('says which right is missing where it is not permitted', async () => {
    const stage = createStage()
    const provider = await stage.connect('support')
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    expect(await failureOf(act(provider, 'deactivate', amara))).toMatchObject({
      kind: 'notPermitted',
      right: expect.stringContaining('System Administrator'),
    })
    expect(await stage.seen(amara.id)).toMatchObject({ isActive: true })
    expect(provider.rules.deactivate.uncertain).toContain('only trying tells')
    expect((await stage.connect('admin')).rules.deactivate.uncertain).toBeUndefined()
  })

  it('says of planned dates how many there are and which is the first', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    const on = (deactivatesAt: string | undefined) => ({ ...amara, deactivatesAt })
    const [first, later] = [on('2026-12-04T11:00:00.000Z'), on('2027-01-05T11:00:00.000Z')]
    const told = provider.rules.deactivate.consequencesOfAll
    expect(told?.([on(undefined)])).toEqual([])
    expect(told?.([later])?.[0]).toMatch(/^Deactivation was planned for 5 Jan 2027\./)
    expect(told?.([on(undefined), later])?.[0]).toMatch(/^For one of them .* on 5 Jan 2027\./)
    expect(told?.([later, first])).toEqual([
      'For 2 of them deactivation was planned, first on 4 Dec 2026. Whether those dates stay is not known.',
    ])
    // Taken back, they may stay for good.
    expect(provider.rules.deactivate.undo).toMatchObject({
      limits: expect.stringContaining('whether a planned deactivation does is not known'),
    })
  })

  it('is refused in Workfront’s words, also with the status of a success', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const rolf = await userNamed(stage, provider, 'Refused Rolf')
    expect(await failureOf(act(provider, 'deactivate', rolf))).toMatchObject({
      kind: 'refused',
      status: 200,
      code: 'ValidationException',
    })
  })

  it('is done once where the answer is lost', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const lars = await userNamed(stage, provider, 'Lost-answer Lars')
    stage.asked.length = 0
    expect((await failureOf(act(provider, 'deactivate', lars))).kind).toBe('unreachable')
    expect(writes(stage)).toHaveLength(1)
    expect((await userNamed(stage, provider, 'Lost-answer Lars')).status).toBe('deactivated')
  })

  it('names what blocked it on the way', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const fay = await userNamed(stage, provider, 'Forbidden Fay')
    expect(await failureOf(act(provider, 'deactivate', fay))).toMatchObject({
      kind: 'notPermitted',
      right: undefined,
      traceId: '18.5f3c9a17',
    })
  })

  it('archives and deletes nobody, and says why', async () => {
    const { actions, rules } = await createStage().connect('admin')
    expect(actions.archive).toEqual({ reason: 'Workfront has no archive.' })
    expect(actions.unarchive).toEqual({ reason: 'Workfront has no archive.' })
    expect(actions.delete).toEqual({ reason: expect.stringContaining('Adobe Admin Console') })
    expect([rules.archive.from, rules.unarchive.from, rules.delete.from]).toEqual([[], [], []])
  })
})

describe('the forecast', () => {
  it('counts what hangs on somebody', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const amara = await userNamed(stage, provider, 'Dagmar Petersen')
    expect(await able(provider.forecast)(amara, 'deactivate', never)).toEqual({
      openTasks: { known: true, value: 21 },
      openIssues: { known: true, value: 5 },
      projectsOwned: { known: true, value: 5 },
      directReports: { known: true, value: expect.any(Number) },
      approvalsWaiting: { known: true, value: 3 },
    })
    expect(await able(provider.forecast)(amara, 'activate', never)).toEqual({})
  })

  it('is of what they may see for who is no administrator, and none of it is not taken for none', async () => {
    const stage = createStage()
    const provider = await stage.connect('support')
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    expect(await able(provider.forecast)(amara, 'deactivate', never)).toMatchObject({
      openTasks: { known: true, value: 6, atLeast: true, detail: 'that you may see' },
      openIssues: { known: true, value: 1, atLeast: true },
      projectsOwned: { known: false, reason: expect.stringContaining('None that you may see') },
    })
  })

  it('loses one figure to one count that fails, and says why', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    const body = { error: { message: 'APIModel V21_0 does not support field approverID' } }
    await stage.fault({ kind: 'status', status: 422, path: '/awapvl/count', body })
    await stage.fault({ kind: 'status', status: 403, path: '/task/count' })
    expect(await able(provider.forecast)(amara, 'deactivate', never)).toMatchObject({
      openTasks: { known: false, reason: 'Needs Tasks: View. An admin has it.' },
      openIssues: { known: true, value: 1 },
      approvalsWaiting: {
        known: false,
        reason: expect.stringContaining('does not support field approverID'),
      },
    })
  })

  it('has a label for each figure', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    const forecast = await able(provider.forecast)(amara, 'deactivate', never)
    expect(Object.keys(forecast)).toEqual(provider.figures.map(({ key }) => key))
  })
})

describe('the admins', () => {
  const named = async ({ admins }: Provider) =>
    (await able(admins ?? { reason: 'none' })(never))?.map(({ name }) => name).sort()

  it('are the active people who administer, read now', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    expect(await named(provider)).toEqual(['Ada Lindqvist', 'Henrik Dahl', 'Olga Owner'])
    await stage.change(await stage.idOf('Henrik Dahl'), { isActive: false })
    expect(await named(provider)).toEqual(['Ada Lindqvist', 'Olga Owner'])
  })

  it('are known also where the description of a user cannot be read', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'status', status: 403, path: '/user/metadata' })
    expect(await named(provider)).toEqual(['Ada Lindqvist', 'Henrik Dahl', 'Olga Owner'])
  })

  it('are not told by a tenant whose access levels do not say so, and it is asked once', async () => {
    const stage = createStage()
    await stage.set({ without: ['ACSLVL:isAdmin'] })
    const provider = await stage.connect('admin')
    expect(await named(provider)).toBeUndefined()
    stage.asked.length = 0
    expect(await named(provider)).toBeUndefined()
    expect(stage.asked).toEqual([])
  })

  it('are not taken for untold because of another refusal', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const body = { error: { message: 'No.' } }
    await stage.fault({ kind: 'status', status: 200, path: '/user/search', times: 1, body })
    expect((await failureOf(named(provider))).kind).toBe('refused')
    expect(await named(provider)).toContain('Ada Lindqvist')
  })
})

it('finds the OAuth endpoints next to the API, as its documentation has them', () => {
  expect(workfront.oauthEndpoints('https://acme.my.workfront.com/attask/api/v21.0')).toEqual({
    authorizeUrl: 'https://acme.my.workfront.com/integrations/oauth2/authorize',
    tokenUrl: 'https://acme.my.workfront.com/integrations/oauth2/api/v1/token',
    registrationUrl: undefined,
  })
})

it('leads to the tenant, and has nothing to revoke', async () => {
  const stage = createStage()
  const provider = await stage.connect('admin')
  const ada = await userNamed(stage, provider, 'Ada Lindqvist')
  expect(provider.userUrl(ada)).toBe('https://acme.my.workfront.com')
  expect(provider.revoke).toHaveProperty('reason')
})
