import { describe, expect, it, vi } from 'vitest'
import type { Failure } from '../../http/failure'
import { actions } from '../provider'
import { idling } from '../testing/time.test.stage'
import {
  able,
  act,
  createStage,
  failureOf,
  hurry,
  never,
  userNamed,
  writes,
} from './sandbox.test.stage'

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
    [
      'Server-error Sven',
      { kind: 'server', status: 500, traceId: expect.stringMatching(/^[0-9a-f]{12}$/) },
    ],
    ['Gone Gina', { kind: 'notFound', status: 404 }],
    [
      'Refused Rolf',
      {
        kind: 'refused',
        code: 'validation-failed',
        traceId: expect.stringMatching(/^[0-9a-f]{12}$/),
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

  it('is refused without the token in it, should the answer repeat it', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    const description = 'Not for Bearer sandbox-admin-acme.'
    const body = { code: 'sandbox-admin-acme', description }
    await stage.fault({ kind: 'status', status: 400, method: 'POST', body })
    const failure = await failureOf(act(provider, 'deactivate', amara))
    expect(failure).toMatchObject({ code: '…', description: 'Not for Bearer ….' })
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
      wait: ms => idling(ms < 8000 ? 0 : 3_600_000),
    })
    const provider = await stage.connect('admin')
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    const sam = { ...amara, id: await stage.idOf('Slow Sam') }
    hurry()
    expect((await failureOf(act(provider, 'deactivate', sam))).kind).toBe('timeout')
    expect(writes(stage)).toHaveLength(1)
  })
})

it('goes on with a write under way, whatever ends meanwhile', async () => {
  const until = new AbortController()
  const stage = createStage({
    wait: async ms => (ms === 8_000 ? until.abort() : undefined),
  })
  const provider = await stage.connect('admin')
  const amara = await userNamed(stage, provider, 'Amara Okafor')
  await stage.fault({ kind: 'slow', delayMs: 8_000, path: '/users/:id/deactivate' })
  expect(await able(provider.actions.deactivate)(amara, until.signal)).toBeDefined()
  expect(until.signal.aborted).toBe(true)
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

  it('sends nothing any more that may not be sent by the time the new one is there', async () => {
    const stage = createStage()
    const until = new AbortController()
    let token = 'sandbox-admin-acme'
    const renew = vi.fn(async () => {
      until.abort()
      return 'sandbox-admin-acme'
    })
    const provider = await stage.connect('admin', { token: () => token, renew })
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    stage.asked.length = 0
    token = 'stale'
    const sending = able(provider.actions.deactivate)(amara, until.signal)
    expect(await failureOf(sending)).toMatchObject({ kind: 'aborted' })
    expect(renew).toHaveBeenCalledOnce()
    expect(writes(stage)).toHaveLength(1)
    expect(await stage.seen(amara.id)).toMatchObject({ isDeactivated: false })
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
