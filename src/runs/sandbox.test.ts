import { describe, expect, it } from 'vitest'
import { act, createStage, hurry, type Stage } from '../providers/awork/sandbox.test.stage'
import type { Action, Provider, Status } from '../providers/provider'
import type { Settled } from './facts'
import { fakeClock } from './fakeClock'
import { perform } from './perform'
import type { Verdict } from './receipt'

// The people each action is tried on, and what becomes of them when it works.
const subjects = {
  activate: { name: 'Elif Demir', path: '/users/:id/activate', after: 'active' },
  deactivate: { name: 'Amara Okafor', path: '/users/:id/deactivate', after: 'deactivated' },
  archive: { name: 'Amara Okafor', path: '/users/:id/setarchived', after: 'archived' },
  unarchive: { name: 'Jonas Weber', path: '/users/:id/setarchived', after: undefined },
  delete: { name: 'Amara Okafor', path: '/users/:id', after: 'gone' },
} as const satisfies Record<Action, object>

const actions = ['activate', 'deactivate', 'archive', 'unarchive', 'delete'] as const

type Expected = { readonly verdict: Verdict; readonly writes: number }
const done: Expected = { verdict: 'done', writes: 1 }
const failed: Expected = { verdict: 'failed', writes: 1 }
const nothing: Expected = { verdict: 'failed', writes: 0 }
const unknown: Expected = { verdict: 'unknown', writes: 1 }

const problem = (code: string) => ({ code, description: 'Because.', link: '', traceId: 'abc' })

/** What goes wrong with the write, and what comes of it. `writes` counts the requests sent. */
const writeFaults: readonly (readonly [string, object, Expected])[] = [
  ['is refused', { kind: 'status', status: 400, body: problem('invalid-operation') }, failed],
  ['is not permitted', { kind: 'status', status: 401, body: problem('unauthorized') }, failed],
  ['is blocked at the edge', { kind: 'html', status: 403 }, failed],
  ['finds nobody', { kind: 'status', status: 404, body: problem('not-found') }, failed],
  ['is limited once', { kind: 'status', status: 429, times: 1 }, { verdict: 'done', writes: 2 }],
  ['is always limited', { kind: 'status', status: 429 }, { verdict: 'failed', writes: 4 }],
  ['ends in a 500', { kind: 'status', status: 500 }, failed],
  ['works and ends in a 500', { kind: 'status', status: 500, processed: true }, done],
  ['is answered by a gateway’s page', { kind: 'html', status: 502 }, failed],
  ['works and is answered with nonsense', { kind: 'nonsense' }, done],
  ['is cut off before', { kind: 'cut' }, failed],
  ['works and its answer is lost', { kind: 'lost' }, done],
  ['works and its answer is too late', { kind: 'late', delayMs: 45_000 }, done],
  ['is slow', { kind: 'slow', delayMs: 8_000 }, done],
  ['is a lie', { kind: 'lie' }, failed],
]

/** What goes wrong with reading, before the write or after it; a read is tried again inside. */
const readFaults: readonly (readonly [string, object, 'passes' | 'stays'])[] = [
  ['once 503', { kind: 'status', status: 503, times: 1 }, 'passes'],
  ['once cut', { kind: 'cut', times: 1 }, 'passes'],
  ['once limited', { kind: 'status', status: 429, times: 1 }, 'passes'],
  ['always 503', { kind: 'status', status: 503 }, 'stays'],
  ['always cut', { kind: 'cut' }, 'stays'],
  ['always limited', { kind: 'status', status: 429 }, 'stays'],
  ['always nonsense', { kind: 'nonsense' }, 'stays'],
  ['always a page', { kind: 'html' }, 'stays'],
  ['always refused', { kind: 'status', status: 403, body: problem('unauthorized') }, 'stays'],
]

type Scene = { readonly stage: Stage; readonly provider: Provider; readonly id: string }

async function scene(action: Action): Promise<Scene> {
  hurry()
  const stage = createStage({ users: 0 })
  const provider = await stage.connect('admin')
  return { stage, provider, id: await stage.idOf(subjects[action].name) }
}

async function run(action: Action, { provider, id }: Scene): Promise<Settled> {
  const planned = await provider.user(id, new AbortController().signal)
  if (!planned) throw new Error(`${id} is not there`)
  return perform(action, planned, provider, {
    clock: fakeClock(),
    signal: new AbortController().signal,
    clearance: async () => undefined,
    intend: async () => undefined,
    write: (user, send) => send(user, new AbortController().signal),
    onSeen: () => undefined,
    onWait: () => undefined,
    exclusively: work => work(),
  })
}

/** The truth, past the API. */
async function truthOf({ stage, id }: Scene): Promise<Status | 'gone'> {
  const seen = await stage.seen(id)
  if (!isRecord(seen) || !('isArchived' in seen)) return 'gone'
  if (seen['isArchived']) return 'archived'
  if (seen['isDeactivated']) return 'deactivated'
  return seen['invitationAccepted'] ? 'active' : 'invited'
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const writesIn = ({ stage }: Scene) => stage.asked.filter(call => !call.startsWith('GET')).length

/** The verdict says what is so, or that it is not known. */
async function expectTruth(action: Action, settled: Settled, here: Scene, before: Status | 'gone') {
  const truth = await truthOf(here)
  const target = subjects[action].after
  switch (settled.verdict) {
    case 'done':
    case 'already':
      expect(settled.after).toBe(truth)
      if (target) expect(truth).toBe(target)
      else expect(truth).not.toBe('archived')
      break
    case 'failed':
    case 'skipped':
    case 'blocked':
      expect(truth).toBe(before)
      if (settled.after !== undefined) expect(settled.after).toBe(truth)
      break
    case 'unknown':
      expect(settled.after).toBeUndefined()
      break
  }
}

describe.each(actions)('%s, at the wire', action => {
  const { path } = subjects[action]
  const method = action === 'delete' ? 'DELETE' : 'POST'

  it('is done, verified by a read', async () => {
    const here = await scene(action)
    const settled = await run(action, here)
    expect(settled.verdict).toBe('done')
    await expectTruth(action, settled, here, 'gone')
    expect(here.stage.asked.at(-1)).toBe(`GET /users/${here.id}`)
    expect(writesIn(here)).toBe(1)
  })

  it.each(writeFaults)('when the write %s', async (_, fault, expected) => {
    const here = await scene(action)
    const before = await truthOf(here)
    await here.stage.fault({ ...fault, method, path, userId: here.id })
    const settled = await run(action, here)
    expect({ verdict: settled.verdict, writes: writesIn(here) }).toEqual(expected)
    await expectTruth(action, settled, here, before)
  })

  it.each(readFaults)('when reading before the write is %s', async (_, fault, lasts) => {
    const here = await scene(action)
    const before = await truthOf(here)
    // The first read is the operator's.
    const aim = { method: 'GET', path: '/users/:id', userId: here.id, skip: 1 }
    await here.stage.fault({ ...fault, ...aim })
    const settled = await run(action, here)
    expect({ verdict: settled.verdict, writes: writesIn(here) }).toEqual(
      lasts === 'passes' ? done : nothing,
    )
    await expectTruth(action, settled, here, before)
  })

  it.each(readFaults)('when reading after the write is %s', async (_, fault, lasts) => {
    const here = await scene(action)
    const before = await truthOf(here)
    const aim = { method: 'GET', path: '/users/:id', userId: here.id, skip: 2 }
    await here.stage.fault({ ...fault, ...aim })
    const settled = await run(action, here)
    expect({ verdict: settled.verdict, writes: writesIn(here) }).toEqual(
      lasts === 'passes' ? done : unknown,
    )
    await expectTruth(action, settled, here, before)
  })

  it('when the answer is lost and nobody can be read any more', async () => {
    const here = await scene(action)
    const before = await truthOf(here)
    await here.stage.fault({ kind: 'lost', method, path, userId: here.id })
    const aim = { method: 'GET', path: '/users/:id', userId: here.id, skip: 2 }
    await here.stage.fault({ kind: 'cut', ...aim })
    const settled = await run(action, here)
    expect(settled.verdict).toBe('unknown')
    await expectTruth(action, settled, here, before)
  })

  it('when somebody else deletes the user before the write', async () => {
    const here = await scene(action)
    let isFirst = true
    const provider: Provider = {
      ...here.provider,
      user: async (id, signal) => {
        const user = await here.provider.user(id, signal)
        // Right after the operator has looked.
        if (user && isFirst) await act(here.provider, 'delete', user)
        isFirst = false
        return user
      },
    }
    const settled = await run(action, { ...here, provider })
    expect(settled.verdict).toBe(action === 'delete' ? 'already' : 'failed')
    expect(settled.after).toBe('gone')
    expect(await truthOf(here)).toBe('gone')
    // Theirs.
    expect(writesIn(here)).toBe(1)
  })

  it('when the session ends for good', async () => {
    const here = await scene(action)
    const before = await truthOf(here)
    const { FailureError } = await import('../http/failure')
    const provider = await here.stage.connect('admin', {
      renew: () =>
        Promise.reject(new FailureError({ kind: 'expired', method: 'POST', path: '/token' })),
    })
    await here.stage.fault({
      kind: 'status',
      status: 401,
      body: { exp: 'token expired' },
      method,
      path,
      userId: here.id,
    })
    const settled = await run(action, { ...here, provider })
    expect(settled).toMatchObject({ verdict: 'failed', failure: { kind: 'expired' } })
    await expectTruth(action, settled, here, before)
  })
})

describe('somebody else, in between', () => {
  it('deactivates right before: nobody needs to do it', async () => {
    const here = await scene('deactivate')
    const change = { kind: 'change', body: { isDeactivated: true }, times: 1 }
    const aim = { method: 'GET', path: '/users/:id', userId: here.id, skip: 1 }
    await here.stage.fault({ ...change, ...aim })
    const settled = await run('deactivate', here)
    expect(settled).toMatchObject({ verdict: 'already', after: 'deactivated' })
    expect(writesIn(here)).toBe(0)
  })

  it('archives right before: that is not what the operator saw', async () => {
    const here = await scene('deactivate')
    const change = { kind: 'change', body: { isArchived: true }, times: 1 }
    const aim = { method: 'GET', path: '/users/:id', userId: here.id, skip: 1 }
    await here.stage.fault({ ...change, ...aim })
    const settled = await run('deactivate', here)
    expect(settled).toMatchObject({ verdict: 'skipped', after: 'archived' })
    expect(writesIn(here)).toBe(0)
  })

  it('activates again right after: the verdict says what is so now', async () => {
    const here = await scene('deactivate')
    const change = { kind: 'change', body: { isDeactivated: false }, times: 1 }
    const aim = { method: 'GET', path: '/users/:id', userId: here.id, skip: 2 }
    await here.stage.fault({ ...change, ...aim })
    const settled = await run('deactivate', here)
    expect(settled).toMatchObject({
      verdict: 'failed',
      after: 'active',
      failure: { kind: 'notConfirmed' },
    })
    expect(await truthOf(here)).toBe('active')
  })

  it('has cut the other admins: the last one stays', async () => {
    const here = await scene('deactivate')
    const olga = { ...here, id: await here.stage.idOf('Olga Owner') }
    expect(await run('deactivate', olga)).toMatchObject({ verdict: 'done' })

    // With an API key, whose API user is an admin and keeps nobody from being locked out.
    const again = await scene('deactivate')
    const last = {
      ...again,
      provider: await again.stage.connect('apikey'),
      id: await again.stage.idOf('Olga Owner'),
    }
    for (const name of ['Henrik Dahl', 'Ada Lindqvist'])
      await again.stage.change(await again.stage.idOf(name), { role: 'User' })
    expect(await run('deactivate', last)).toMatchObject({
      verdict: 'blocked',
      reason: 'The last active admin by now. Make somebody else an admin first.',
    })
    expect(await truthOf(last)).toBe('active')
  })
})
