import { describe, expect, it, vi } from 'vitest'
import { type Failure, FailureError } from '../../http/failure'
import { type Action, actions, type Provider, type User } from '../provider'
import { awork } from './awork'
import { createStage, hurry, never, type Stage } from './sandbox.test.stage'

async function userNamed(stage: Stage, provider: Provider, name: string): Promise<User> {
  const user = await provider.user(await stage.idOf(name), never)
  if (!user) throw new Error(`${name} is not there`)
  return user
}

async function act(provider: Provider, action: Action, user: User) {
  const ability = provider.actions[action]
  if ('reason' in ability) throw new Error(ability.reason)
  return ability.run(user, never)
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error = await promise.then(
    () => undefined,
    thrown => thrown,
  )
  if (!(error instanceof FailureError)) throw new Error(`expected a failure, not ${error}`)
  return error.failure
}

const writes = (stage: Stage) => stage.asked.filter(call => !call.startsWith('GET'))

describe('who is signed in', () => {
  it('is told by two calls where nobody may ask for more', async () => {
    const stage = createStage()
    const { operator } = await stage.connect('manager')
    expect(operator).toMatchObject({
      name: 'Ben Okoro',
      email: 'ben.okoro@acme.example',
      workspace: { name: 'Acme', url: 'https://acme.awork.com' },
      isAdmin: false,
      isApiUser: false,
    })
    expect(operator.rights).toContain('user-manage-config:write')
    expect(stage.asked).toEqual(['GET /me', 'GET /me/permissions'])
  })

  it('is an admin without any right being listed', async () => {
    const { operator } = await createStage().connect('admin')
    expect(operator).toMatchObject({ isAdmin: true, rights: [], isApiUser: false })
  })

  it('is a machine where the token is an API key', async () => {
    const { operator } = await createStage().connect('apikey')
    expect(operator).toMatchObject({ name: 'HR Connector', isAdmin: true, isApiUser: true })
  })

  it('may look, but not act, when the rights cannot be read', async () => {
    const stage = createStage()
    await stage.fault({ kind: 'nonsense', path: '/me/permissions' })
    const provider = await stage.connect('admin')
    expect(provider.operator.rights).toEqual([])
    for (const action of actions) {
      expect(provider.actions[action]).toEqual({
        reason: expect.stringContaining('Your rights could not be read: awork answered not as'),
      })
    }
  })

  it('is not known while awork cannot be reached', async () => {
    hurry()
    const stage = createStage()
    await stage.fault({ kind: 'cut', path: '/me/permissions' })
    const { kind } = await failureOf(stage.connect('admin'))
    expect(kind).toBe('unreachable')
  })

  it('is not asked again when the token is wrong and cannot be renewed', async () => {
    const stage = createStage()
    const expired = new FailureError({ kind: 'expired', method: 'GET', path: '/me' })
    const credentials = { token: () => 'wrong', renew: () => Promise.reject(expired) }
    const failure = await failureOf(awork.identify(stage.apiUrl, credentials, never))
    expect(failure.kind).toBe('expired')
  })
})

describe('a user', () => {
  it('comes with role and kind, the roles being read once for many', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const olga = await userNamed(stage, provider, 'Olga Owner')
    expect(olga).toMatchObject({ role: 'Admin', isAdmin: true, kind: 'person', status: 'active' })
    stage.asked.length = 0
    const sync = await userNamed(stage, provider, 'Marketing Sync')
    expect(sync).toMatchObject({ role: 'Integration', isAdmin: false, kind: 'apiUser' })
    expect(stage.asked).toEqual([`GET /users/${sync.id}`])
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

  it('keeps what was known of the role when roles cannot be read for the moment', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'status', status: 500, path: '/roles' })
    const olga = await userNamed(stage, provider, 'Olga Owner')
    expect(olga).toMatchObject({ role: undefined, isAdmin: undefined, status: 'active' })
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

describe('an action', () => {
  it('deactivates, and reports what became of private projects', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const olga = await userNamed(stage, provider, 'Olga Owner')
    expect(await act(provider, 'deactivate', olga)).toEqual({
      privateProjectManagersReassigned: 3,
      privateProjectsDeleted: 2,
    })
    expect(writes(stage)).toEqual([`POST /users/${olga.id}/deactivate?includeSummary=true`])
    expect((await userNamed(stage, provider, 'Olga Owner')).status).toBe('deactivated')
  })

  it('activates, archives, unarchives and deletes', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const elif = await userNamed(stage, provider, 'Elif Demir')
    const steps = [
      ['activate', 'active'],
      ['archive', 'archived'],
      ['unarchive', 'active'],
    ] as const
    for (const [action, status] of steps) {
      expect(await act(provider, action, elif)).toBeUndefined()
      expect((await userNamed(stage, provider, 'Elif Demir')).status).toBe(status)
    }
    await act(provider, 'delete', elif)
    expect(await provider.user(elif.id, never)).toBeUndefined()
  })

  it.each([
    [204, undefined],
    [200, {}],
    [200, { privateProjectsDeletedCount: '2' }],
    [200, 'done'],
  ] as const)('counts as sent when the answer is %s with %j', async (status, body) => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    await stage.fault({
      kind: 'status',
      processed: true,
      status,
      body,
      path: '/users/:id/deactivate',
    })
    expect(await act(provider, 'deactivate', amara)).toBeUndefined()
  })

  it('needs the right that awork documents, and says which', async () => {
    const stage = createStage()
    const manager = await stage.connect('manager')
    expect(actions.filter(action => 'run' in manager.actions[action])).toEqual([
      'activate',
      'deactivate',
      'delete',
    ])
    expect(manager.actions.archive).toEqual({
      reason: 'Needs project-manage-config: write. An admin has it.',
    })
    const support = await stage.connect('support')
    expect(actions.filter(action => 'run' in support.actions[action])).toEqual([])
    expect(support.admins).toEqual({
      reason: 'Needs workspace-manage-config: read. An admin has it.',
    })
  })

  const failures: readonly (readonly [string, Partial<Failure>])[] = [
    ['Rate-limited Rita', { kind: 'rateLimited', status: 429, retryAfterMs: 1000 }],
    ['Lost-answer Lars', { kind: 'unreachable' }],
    ['Cut-off Cora', { kind: 'unreachable' }],
    ['Server-error Sven', { kind: 'server', status: 500, traceId: 'f00dfacecafe' }],
    ['Gone Gina', { kind: 'notFound', status: 404 }],
    [
      'Refused Rolf',
      {
        kind: 'refused',
        code: 'validation-failed',
        traceId: 'f00dfacecafe',
        fieldErrors: [{ field: 'UserId', message: expect.stringContaining('identity provider') }],
      },
    ],
    [
      'Forbidden Fay',
      { kind: 'notPermitted', status: 403, traceId: 'edge-5f3c9a17', right: undefined },
    ],
  ]
  it.each(failures)('on %s fails as what it is, after one write', async (name, failure) => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const user = {
      ...(await userNamed(stage, provider, 'Amara Okafor')),
      id: await stage.idOf(name),
    }
    stage.asked.length = 0
    expect(await failureOf(act(provider, 'deactivate', user))).toMatchObject(failure)
    expect(writes(stage)).toHaveLength(1)
  })

  it('is refused in awork’s own words for the last admin and without a seat', async () => {
    const stage = createStage()
    const provider = await stage.connect('apikey')
    for (const name of ['Henrik Dahl', 'Olga Owner']) {
      await act(provider, 'deactivate', await userNamed(stage, provider, name))
    }
    const ada = await userNamed(stage, provider, 'Ada Lindqvist')
    expect(await failureOf(act(provider, 'deactivate', ada))).toMatchObject({
      kind: 'refused',
      status: 400,
      description: expect.stringContaining('last admin'),
      traceId: expect.any(String),
    })
    const lotte = await userNamed(stage, provider, 'Last-seat Lotte')
    expect((await failureOf(act(provider, 'activate', lotte))).code).toBe('insufficient-seats')
  })

  it('names the right when the right went away meanwhile', async () => {
    const stage = createStage()
    const provider = await stage.connect('manager')
    await stage.change(await stage.idOf('Ben Okoro'), { role: 'Support' })
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    expect(await failureOf(act(provider, 'delete', amara))).toMatchObject({
      kind: 'notPermitted',
      status: 401,
      code: 'unauthorized',
      right: 'user-manage-config:delete',
    })
  })

  it('gives up on an answer that does not come', async () => {
    const stage = createStage({
      wait: ms => new Promise(resolve => (ms < 8000 ? resolve() : undefined)),
    })
    const provider = await stage.connect('admin')
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    const sam = { ...amara, id: await stage.idOf('Slow Sam') }
    hurry()
    expect((await failureOf(act(provider, 'deactivate', sam))).kind).toBe('timeout')
    expect(writes(stage)).toHaveLength(1)
  })
})

describe('a token that is no good any more', () => {
  it('is renewed once, and a write repeated once: it was not processed', async () => {
    const stage = createStage()
    let token = 'sandbox-admin-acme'
    const renew = vi.fn(async (_stale: string) => {
      token = 'sandbox-admin-acme'
      return token
    })
    const provider = await stage.connect('admin', { token: () => token, renew })
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    stage.asked.length = 0
    token = 'stale'
    await act(provider, 'deactivate', amara)
    expect(renew.mock.calls).toEqual([['stale']])
    expect(writes(stage)).toHaveLength(2)
    expect((await userNamed(stage, provider, 'Amara Okafor')).status).toBe('deactivated')
  })

  it('is taken for a missing right when the new one is turned away too', async () => {
    const stage = createStage()
    let token = 'sandbox-admin-acme'
    const renew = vi.fn(async () => 'stale too')
    const provider = await stage.connect('admin', { token: () => token, renew })
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    token = 'stale'
    const failure = await failureOf(act(provider, 'deactivate', amara))
    expect(failure).toMatchObject({ kind: 'notPermitted', right: 'user-manage-config:write' })
    expect(renew).toHaveBeenCalledTimes(1)
  })

  it('is not renewed for somebody who was deactivated themselves', async () => {
    const stage = createStage()
    const provider = await stage.connect('manager')
    await stage.change(await stage.idOf('Ben Okoro'), { isDeactivated: true })
    const failure = await failureOf(provider.user(await stage.idOf('Olga Owner'), never))
    expect(failure).toMatchObject({
      kind: 'notPermitted',
      code: 'deactivated-user',
      right: undefined,
    })
  })
})

describe('the admins', () => {
  it('are the active people in the admin role, read now', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const { admins } = provider
    if (!admins || 'reason' in admins) throw new Error('expected to be able to ask')
    const names = async () => (await admins.run(never)).map(({ name }) => name).sort()
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

  it('asks nobody to sign in again for it', async () => {
    const stage = createStage()
    const { operator } = await stage.connect('admin')
    const connection = { apiUrl: stage.apiUrl, clientId: 'rollcall' }
    const stale = stage.credentialsOf('admin', { token: () => 'stale' })
    const { revoke } = awork.connect(connection, stale, operator)
    if ('reason' in revoke) throw new Error(revoke.reason)
    expect((await failureOf(revoke.run(never))).kind).toBe('expired')
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
