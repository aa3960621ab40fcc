import { describe, expect, it } from 'vitest'
import { act, createStage, hurry, type Stage } from '../providers/awork/sandbox.test.stage'
import type { Action, Provider, Status } from '../providers/provider'
import type { Settled } from './facts'
import { fakeClock } from './fakeClock'
import { perform } from './perform'

// The people each action is tried on.
const subjects = {
  activate: 'Elif Demir',
  deactivate: 'Amara Okafor',
  archive: 'Amara Okafor',
  unarchive: 'Jonas Weber',
  delete: 'Amara Okafor',
} as const satisfies Record<Action, string>

const actions = ['activate', 'deactivate', 'archive', 'unarchive', 'delete'] as const

type Scene = { readonly stage: Stage; readonly provider: Provider; readonly id: string }

async function scene(action: Action): Promise<Scene> {
  hurry()
  const stage = createStage({ users: 0 })
  const provider = await stage.connect('admin')
  return { stage, provider, id: await stage.idOf(subjects[action]) }
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
    alone: (_over, work) => work(),
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

describe.each(actions)('%s, at the wire', action => {
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
