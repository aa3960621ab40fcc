import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FailureError } from '../http/failure'
import type { Action, Provider, Status, User } from '../providers/provider'
import type { Clock } from './clock'
import { settledIn } from './ended'
import { fakeClock } from './fakeClock'
import { fakeProvider, fakeRules, fakeUser } from './fakeProvider'
import { isActiveAdmin } from './guards'
import { type Journal, openJournal } from './journal'
import type { Cache } from './lives'
import { type Locks, tabLocks } from './locks'
import { plan } from './plan'
import { progressOf } from './progress'
import type { Receipt } from './receipt'
import { type Run, receiptOf } from './run'
import { createRunner, type Runner } from './runner'
import { closedFact, runTitle } from './runWords'

let name = ''
let count = 0
beforeEach(() => {
  count += 1
  name = `runner-${count}`
})

/** A small system of users by id; every call comes by `onCall`, which may throw or wait. */
function system(
  users: Record<string, Status>,
  onCall: (call: string) => void | Promise<void> = () => {},
) {
  const truth = new Map(Object.entries(users))
  const calls: string[] = []
  const call = async (what: string) => {
    calls.push(what)
    await onCall(what)
  }
  const write = (action: Action) => async (user: User) => {
    await call(`${action} ${user.id}`)
    const to = fakeRules[action].to
    if (to === 'gone') truth.delete(user.id)
    else truth.set(user.id, to)
    return action === 'deactivate' ? { privateProjectsDeleted: 1 } : undefined
  }
  const provider: Provider = {
    ...fakeProvider(),
    async user(id) {
      await call(`read ${id}`)
      const status = truth.get(id)
      return status && fakeUser({ id, status })
    },
    actions: {
      activate: { run: write('activate') },
      deactivate: { run: write('deactivate') },
      archive: { run: write('archive') },
      unarchive: { run: write('unarchive') },
      delete: { run: write('delete') },
    },
  }
  return {
    provider,
    truth,
    calls,
    users: () => [...truth].map(([id, status]) => fakeUser({ id, status })),
  }
}

type System = ReturnType<typeof system>

function setUp({
  locks = tabLocks(),
  onWait = () => {},
  ...options
}: {
  readonly journal?: Journal
  readonly locks?: Locks
  readonly onWait?: () => void
} = {}) {
  const time = fakeClock()
  const clock: Clock = {
    ...time,
    wait: (ms, signal) => {
      onWait()
      return time.wait(ms, signal)
    },
  }
  const journal = options.journal ?? openJournal({ name, locks })
  const keepTab = vi.fn()
  const report = vi.fn()
  const onEnd = vi.fn<(run: Run) => void>()
  const runner = createRunner({ clock, journal, locks, keepTab, report, onEnd })
  const seen = new Map<string, User | undefined>()
  const cache: Cache = {
    write: (_connection, _userId, send) => send(),
    seen: (_connection, userId, user) => void seen.set(userId, user),
  }
  const connectionsOf = ({ provider }: System) => [{ id: 'acme', name: 'Acme', provider }]
  const start = (of: System, action: Action = 'deactivate', reason?: string) =>
    runner.start({
      action,
      reason,
      items: plan(action, of.users(), {
        connection: 'acme',
        provider: of.provider,
        admins: { known: true, active: [] },
      }),
      connections: connectionsOf(of),
      forecastOf: ({ user: { id } }) =>
        id === 'a'
          ? { openTasks: { known: true, value: 12 }, hidden: { known: false, reason: 'No' } }
          : undefined,
      cache,
    })
  return {
    clock,
    locks,
    journal,
    keepTab,
    report,
    onEnd,
    runner,
    cache,
    seen,
    start,
    connectionsOf,
  }
}

const runOf = (runner: Runner, id: string) => runner.getSnapshot().find(run => run.record.id === id)

/** Resolves when the run is as asked for. */
function until(runner: Runner, id: string, test: (run: Run) => boolean): Promise<Run> {
  return new Promise(resolve => {
    const look = () => {
      const run = runOf(runner, id)
      if (!run || !test(run)) return
      stop()
      resolve(run)
    }
    const stop = runner.subscribe(look)
    look()
  })
}
const ended = (runner: Runner, id: string) => until(runner, id, run => run.state === 'ended')
const verdictsOf = (receipt: Receipt) =>
  Object.fromEntries(receipt.items.map(item => [item.userId, item.verdict]))

describe('a run', () => {
  it('gives everybody a verdict, and leaves a receipt', async () => {
    const { runner, journal, start, seen, keepTab } = setUp()
    const acme = system({ a: 'active', b: 'deactivated', c: 'invited' })
    const id = start(acme, 'deactivate', ' HR-1204 ')
    const run = await ended(runner, id)
    const receipt = receiptOf(run)
    expect(verdictsOf(receipt)).toEqual({ a: 'done', b: 'skipped', c: 'done' })
    expect(receipt).toMatchObject({
      action: 'deactivate',
      reason: 'HR-1204',
      operator: { acme: { id: 'me', name: 'Ada Lindqvist' } },
      connections: { acme: { name: 'Acme', provider: 'fake' } },
    })
    expect(receipt.items[0]).toMatchObject({
      before: 'active',
      after: 'deactivated',
      forecast: { openTasks: 12, hidden: null },
      summary: { privateProjectsDeleted: 1 },
    })
    expect(await journal.read(id)).toEqual({ kept: true, found: { receipt, state: 'ended' } })
    expect(seen.get('a')?.status).toBe('deactivated')
    expect(keepTab.mock.calls.at(0)).toEqual([true])
    expect(keepTab.mock.calls.at(-1)).toEqual([false])
  })

  it('tells at its end of whom nothing is left to do: who failed and who was not reached stay', async () => {
    const { runner, start, onEnd } = setUp()
    const users = {
      done: 'active',
      failed: 'active',
      already: 'active',
      wasSo: 'deactivated',
      archived: 'archived',
    } as const
    const acme = system(users, call => {
      if (call === 'read already') acme.truth.set('already', 'deactivated')
      if (call === 'deactivate failed')
        throw new FailureError({ kind: 'refused', method: 'POST', path: '' })
    })
    const id = start(acme)
    expect(onEnd).not.toHaveBeenCalled()
    await ended(runner, id)
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce())
    const [run] = onEnd.mock.calls[0] ?? []
    expect(run && settledIn(run, 'acme')).toEqual(['done', 'already', 'wasSo'])
    expect(run && settledIn(run, 'elsewhere')).toEqual([])
  })

  it('leaves alone whom it would cost more than was foreseen, and goes on with the others', async () => {
    const { runner, start } = setUp()
    const acme = system({ a: 'active', b: 'active', c: 'deactivated' })
    const run = vi.fn(async () => ({ openTasks: { known: true as const, value: 13 } }))
    const provider: Provider = { ...acme.provider, forecast: { run } }
    const receipt = receiptOf(await ended(runner, start({ ...acme, provider })))
    expect(verdictsOf(receipt)).toEqual({ a: 'skipped', b: 'done', c: 'skipped' })
    expect(acme.calls).not.toContain('deactivate a')
    // Of b nothing was foreseen; who is skipped from the start does not go along.
    const order = new Map([
      ['a', 0],
      ['b', 1],
    ])
    expect(run.mock.calls).toEqual([
      [expect.objectContaining({ id: 'a' }), 'deactivate', expect.anything(), order],
    ])
  })

  it('keeps the pace of the connection', async () => {
    const { runner, start, clock } = setUp()
    const users = Object.fromEntries(
      Array.from({ length: 41 }, (_, index) => [`u${index}`, 'active' as const]),
    )
    const acme = system(users)
    const from = clock.now()
    await ended(runner, start(acme))
    // 41 at 8 a second: the first at once, the others 125 ms apart.
    expect(clock.now() - from).toBeGreaterThanOrEqual(40 * 125)
    expect(clock.now() - from).toBeLessThan(40 * 125 * 1.1)
  })

  it('begins nobody while it is paused, and nobody after Stop', async () => {
    let begun: () => void = () => {}
    const first = new Promise<void>(resolve => {
      begun = resolve
    })
    const acme = system({ a: 'active', b: 'active', c: 'active' }, call => {
      if (call === 'deactivate a') begun()
    })
    const slow = { ...acme, provider: { ...acme.provider, pace: { perSecond: 8, atOnce: 1 } } }
    const { runner, start } = setUp()
    const id = start(slow)
    await first
    runner.pause(id)
    const paused = await until(runner, id, run => run.steps[0]?.at === 'settled')
    expect(paused.state).toBe('paused')
    expect(closedFact(paused)).toBe('It stays paused when this is closed')
    await new Promise(resolve => setTimeout(resolve))
    expect(acme.calls.filter(call => !call.endsWith(' a'))).toEqual([])
    expect(progressOf(paused)).toMatchObject({ total: 3, settled: 1 })
    runner.stop(id)
    const run = await ended(runner, id)
    expect(verdictsOf(receiptOf(run))).toEqual({ a: 'done', b: 'skipped', c: 'skipped' })
    expect(receiptOf(run).items[1]?.reason).toBe('Stopped before this one')
  })

  it('begins nobody who was waiting for the pace when it was paused', async () => {
    let id = ''
    const { runner, start } = setUp({ onWait: () => runner.pause(id) })
    const acme = system({ a: 'active', b: 'active' })
    id = start(acme)
    await until(runner, id, run => run.state === 'paused')
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(acme.calls).not.toContain('read b')
    runner.goOn(id)
    expect(verdictsOf(receiptOf(await ended(runner, id)))).toEqual({ a: 'done', b: 'done' })
  })

  it('does not send after Stop what still waits to be sent', async () => {
    const acme = system({ a: 'active' })
    let held: (until: AbortSignal) => void = () => {}
    const isHeld = new Promise<AbortSignal>(resolve => {
      held = resolve
    })
    const run = (_user: User, until: AbortSignal) =>
      new Promise<undefined>((_, reject) => {
        const failure = { kind: 'aborted', method: 'POST', path: '/users/a/deactivate' } as const
        until.addEventListener('abort', () => reject(new FailureError(failure)))
        held(until)
      })
    const actions = { ...acme.provider.actions, deactivate: { run } }
    const { runner, start } = setUp()
    const id = start({ ...acme, provider: { ...acme.provider, actions } })
    const until = await isHeld
    expect(until.aborted).toBe(false)
    runner.stop(id)
    expect(until.aborted).toBe(true)
    expect(receiptOf(await ended(runner, id)).items[0]).toMatchObject({
      verdict: 'skipped',
      reason: 'Stopped before this one',
    })
  })

  it('goes on after a pause', async () => {
    const { runner, start } = setUp()
    const acme = system({ a: 'active', b: 'active' })
    const id = start(acme)
    runner.pause(id)
    expect(runOf(runner, id)?.state).toBe('paused')
    runner.goOn(id)
    expect(verdictsOf(receiptOf(await ended(runner, id)))).toEqual({ a: 'done', b: 'done' })
  })

  it('does not try the others once the session is over', async () => {
    const acme = system({ a: 'active', b: 'active' }, call => {
      if (call === 'deactivate a')
        throw new FailureError({ kind: 'expired', method: 'POST', path: '/users/a/deactivate' })
    })
    const slow = { ...acme, provider: { ...acme.provider, pace: { perSecond: 8, atOnce: 1 } } }
    const { runner, start } = setUp()
    const { items } = receiptOf(await ended(runner, start(slow)))
    expect(items.map(({ verdict, failure }) => [verdict, failure?.kind])).toEqual([
      ['failed', 'expired'],
      ['failed', 'expired'],
    ])
    expect(acme.calls).toEqual(['read a', 'deactivate a'])
  })

  it('says that it waits when the API asks to, and is slower afterwards', async () => {
    let limited = true
    const acme = system({ a: 'active' }, call => {
      if (call !== 'deactivate a' || !limited) return
      limited = false
      throw new FailureError({ kind: 'rateLimited', method: 'POST', path: '', retryAfterMs: 9_000 })
    })
    const { runner, start, clock } = setUp()
    const id = start(acme)
    const waiting = await until(runner, id, run => run.held !== undefined)
    expect(waiting.held?.until).toBe(clock.now() + 9_000)
    const run = await ended(runner, id)
    expect(run.held).toBeUndefined()
    expect(verdictsOf(receiptOf(run))).toEqual({ a: 'done' })
  })

  it('reports a programming error, and says of the user only what is certain', async () => {
    const acme = system({ a: 'active', b: 'active' }, call => {
      if (call === 'read a') throw new TypeError('a mistake of ours')
      if (call === 'deactivate b') throw new TypeError('a mistake of ours')
    })
    const { runner, start, report } = setUp()
    const run = await ended(runner, start(acme))
    expect(verdictsOf(receiptOf(run))).toEqual({ a: 'failed', b: 'unknown' })
    expect(report).toHaveBeenCalledTimes(2)
  })

  it('says when this browser keeps no record, and goes on', async () => {
    const full = { kept: false, reason: 'The storage of this browser is full' } as const
    const journal: Journal = {
      ...openJournal({ name, locks: tabLocks() }),
      begin: async () => full,
      note: async () => full,
      end: async () => full,
    }
    const { runner, start } = setUp({ journal })
    const run = await ended(runner, start(system({ a: 'active' })))
    expect(run.notKept).toBe(full.reason)
    expect(verdictsOf(receiptOf(run))).toEqual({ a: 'done' })
  })
})

it('is back at its pace some time after it was slowed down', async () => {
  let isLimited = true
  const users = Object.fromEntries(
    Array.from({ length: 61 }, (_, index) => [`u${index}`, 'active' as const]),
  )
  const acme = system(users, call => {
    if (call !== 'deactivate u0' || !isLimited) return
    isLimited = false
    throw new FailureError({ kind: 'rateLimited', method: 'POST', path: '', retryAfterMs: 1_000 })
  })
  const { runner, start, clock } = setUp()
  const from = clock.now()
  await ended(runner, start(acme))
  // At half the pace throughout it would take 15 s.
  expect(clock.now() - from).toBeLessThan(11_000)
})

it('says of a record that could not be kept meanwhile, until its receipt is', async () => {
  const full = { kept: false, reason: 'The storage of this browser is full' } as const
  const journal: Journal = { ...openJournal({ name, locks: tabLocks() }), note: async () => full }
  const { runner, start } = setUp({ journal })
  const id = start(system({ a: 'active' }))
  expect((await until(runner, id, run => run.notKept !== undefined)).notKept).toBe(full.reason)
  expect((await ended(runner, id)).notKept).toBeUndefined()
})

describe('two runs at once, in two tabs', () => {
  /** Each deactivates one of them, by a connection of its own to the same workspace. */
  async function inTwoTabs(acme: System, ids: readonly [string, string], isAdmin: boolean) {
    const locks = tabLocks()
    const admin = (id: string) => fakeUser({ id, isAdmin, status: acme.truth.get(id) ?? 'active' })
    const provider: Provider = {
      ...acme.provider,
      user: async (id, signal) => (await acme.provider.user(id, signal)) && admin(id),
      admins: {
        run: async () => [...acme.truth.keys()].map(admin).filter(isActiveAdmin),
      },
    }
    const receipts = ids.map(async (id, tab) => {
      const { runner, cache } = setUp({ locks })
      const connection = `acme-${tab}`
      const admins = { known: true, active: [...acme.truth.keys()].map(admin) } as const
      const run = runner.start({
        action: 'deactivate',
        reason: undefined,
        items: plan('deactivate', [admin(id)], { connection, provider, admins }),
        connections: [{ id: connection, name: 'Acme', provider }],
        forecastOf: () => undefined,
        cache,
      })
      return receiptOf(await ended(runner, run)).items[0]
    })
    return Promise.all(receipts)
  }

  it('leave one of the last two admins', async () => {
    const acme = system({ a: 'active', b: 'active' })
    const [first, second] = await inTwoTabs(acme, ['a', 'b'], true)
    expect(first).toMatchObject({ verdict: 'done' })
    expect(second).toMatchObject({
      verdict: 'blocked',
      reason: 'The last active admin by now. Make somebody else an admin first.',
    })
    expect(Object.fromEntries(acme.truth)).toEqual({ a: 'deactivated', b: 'active' })
  })

  it('write once to whom both are after', async () => {
    const acme = system({ a: 'active' })
    const items = await inTwoTabs(acme, ['a', 'a'], false)
    expect(items.map(item => item?.verdict)).toEqual(['done', 'already'])
    expect(acme.calls.filter(call => call === 'deactivate a')).toHaveLength(1)
  })

  it('are told apart from one that was interrupted, and not taken up by the other tab', async () => {
    let release: () => void = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    const acme = system({ a: 'active' }, () => held)
    const locks = tabLocks()
    const here = setUp({ locks })
    const there = setUp({ locks })
    const id = here.start(acme)
    await until(here.runner, id, run => run.steps[0]?.at === 'underWay')
    expect(await there.journal.read(id)).toMatchObject({ found: { state: 'running' } })
    expect(await there.runner.resume(id, 'goOn', there.connectionsOf(acme), there.cache)).toEqual({
      resumed: false,
      reason: 'Another tab is working on this run',
    })
    release()
    await ended(here.runner, id)
  })
})

describe('an unknown outcome', () => {
  it('is settled by reading again, and the receipt with it', async () => {
    let isDark = false
    const acme = system({ a: 'active', b: 'active' }, call => {
      if (call === 'read a' && isDark)
        throw new FailureError({ kind: 'server', method: 'GET', path: '/users/a' })
    })
    const write = acme.provider.actions.deactivate
    const run = async (user: User, signal: AbortSignal) => {
      const summary = 'run' in write ? await write.run(user, signal) : undefined
      if (user.id !== 'a') return summary
      isDark = true
      throw new FailureError({ kind: 'unreachable', method: 'POST', path: '/users/a/deactivate' })
    }
    const actions = { ...acme.provider.actions, deactivate: { run } }
    const lossy = { ...acme, provider: { ...acme.provider, actions } }
    const { runner, journal, start, cache, seen, connectionsOf } = setUp()
    const id = start(lossy)
    const receipt = receiptOf(await ended(runner, id))
    expect(verdictsOf(receipt)).toEqual({ a: 'unknown', b: 'done' })
    // As they were before the write they need not be any more.
    expect([...seen.keys()]).toEqual(['b'])

    const still = await runner.recheck(receipt, connectionsOf(lossy), cache)
    expect(still).toMatchObject({ receipt, kept: { kept: true } })
    isDark = false
    const { receipt: now } = await runner.recheck(receipt, connectionsOf(lossy), cache)
    expect(now.items[0]).toMatchObject({
      verdict: 'done',
      after: 'deactivated',
      reason: 'Answer lost, seen deactivated afterwards',
      failure: null,
    })
    expect(now.items[1]).toEqual(receipt.items[1])
    expect(await journal.read(id)).toEqual({ kept: true, found: { receipt: now, state: 'ended' } })
    expect(runOf(runner, id)).toMatchObject({ steps: [{ item: { verdict: 'done' } }, {}] })
  })
})

describe('an interrupted run', () => {
  const users = { a: 'active', b: 'invited', c: 'active' } as const

  /** A journal whose tab dies: from then on nothing is kept, and nothing goes on. */
  function dying(journal: Journal, after: number): Journal {
    let writes = 0
    const or =
      <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> => {
        writes += 1
        return writes > after ? new Promise<T>(() => {}) : work(...args)
      }
    return { ...journal, begin: or(journal.begin), note: or(journal.note), end: or(journal.end) }
  }

  async function interrupted(acme: System, after: number) {
    const before = setUp({ journal: dying(openJournal({ name, locks: tabLocks() }), after) })
    const id = before.start(acme)
    // Let everything happen that still can.
    for (let turn = 0; turn < 50; turn += 1) await new Promise(resolve => setTimeout(resolve))
    return id
  }

  // One record, and an intent and a verdict for each: killed between any two of them.
  it.each([1, 2, 3, 4, 5, 6, 7])(
    'ends as if it had not been interrupted, killed after %i writes to the journal',
    async after => {
      const acme = system(users)
      const id = await interrupted(acme, after)
      const { runner, journal, cache, connectionsOf } = setUp()
      expect(await journal.list()).toMatchObject({
        kept: true,
        receipts: [{ state: 'interrupted', receipt: { id, endedAt: null } }],
      })
      expect(await runner.resume(id, 'goOn', connectionsOf(acme), cache)).toEqual({ resumed: true })
      const receipt = receiptOf(await ended(runner, id))
      expect(verdictsOf(receipt)).toEqual({ a: 'done', b: 'done', c: 'done' })
      expect(Object.fromEntries(acme.truth)).toEqual({
        a: 'deactivated',
        b: 'deactivated',
        c: 'deactivated',
      })
      for (const user of ['a', 'b', 'c'])
        expect(acme.calls.filter(call => call === `deactivate ${user}`)).toHaveLength(1)
      expect(await journal.list()).toMatchObject({
        receipts: [{ state: 'ended', receipt: { id } }],
      })
    },
  )

  it.each([1, 2, 3, 4, 5, 6, 7])(
    'is settled by looking only, killed after %i writes to the journal',
    async after => {
      const acme = system(users)
      const id = await interrupted(acme, after)
      const writes = acme.calls.filter(call => call.startsWith('deactivate'))
      const { runner, cache, connectionsOf } = setUp()
      await runner.resume(id, 'lookOnly', connectionsOf(acme), cache)
      const receipt = receiptOf(await ended(runner, id))
      expect(acme.calls.filter(call => call.startsWith('deactivate'))).toEqual(writes)
      for (const item of receipt.items)
        expect(item.verdict).toBe(
          acme.truth.get(item.userId) === 'deactivated' ? 'done' : 'skipped',
        )
    },
  )

  it('can be stopped while it is only looked into, and is not said to act', async () => {
    let onCall = () => {}
    const acme = system(users, () => onCall())
    const id = await interrupted(acme, 1)
    const { runner, cache, connectionsOf } = setUp()
    acme.calls.length = 0
    let title = ''
    onCall = () => {
      const run = runOf(runner, id)
      title = run ? runTitle(run) : ''
      runner.stop(id)
    }
    await runner.resume(id, 'lookOnly', connectionsOf(acme), cache)
    const receipt = receiptOf(await ended(runner, id))
    expect(title).toBe('Looking what became of 3 users')
    expect(acme.calls).toEqual(['read a'])
    expect(receipt.items.map(({ reason }) => reason)).toEqual(
      Array(3).fill('Not handled: the run was interrupted before this one'),
    )
  })

  it('takes for begun whose verdict it cannot read', async () => {
    const acme = system({ a: 'deactivated' })
    const { runner, journal, start, cache, connectionsOf } = setUp()
    const { items, ...record } = receiptOf(await ended(runner, start(acme)))
    const [item] = items
    if (!item) throw new Error('nobody was settled')
    const planned = { connection: 'acme', user: fakeUser({ id: 'a' }), forecast: null }
    await journal.begin({ ...record, id: 'odd', items: [{ ...planned, settled: undefined }] })
    await journal.note('odd', 0, { state: 'settled', item: { ...item, verifiedAt: 'some day' } })
    expect(await journal.read('odd')).toMatchObject({
      found: { receipt: { items: [{ verdict: 'unknown' }] } },
    })
    await runner.resume('odd', 'goOn', connectionsOf(acme), cache)
    expect(receiptOf(await ended(runner, 'odd')).items).toMatchObject([
      { verdict: 'done', reason: 'Interrupted before the answer, seen deactivated afterwards' },
    ])
  })

  it('is not taken up by two tabs at once', async () => {
    const acme = system(users)
    const id = await interrupted(acme, 3)
    const { runner, cache, connectionsOf, locks } = setUp()
    await locks.tryHold(`rollcall-run-${id}`, async () => {
      expect(await runner.resume(id, 'goOn', connectionsOf(acme), cache)).toEqual({
        resumed: false,
        reason: 'Another tab is working on this run',
      })
    })
  })

  it('goes on only with whom it was begun by, and where they are signed in', async () => {
    const acme = system(users)
    const id = await interrupted(acme, 3)
    const { runner, cache, connectionsOf } = setUp()
    expect(await runner.resume(id, 'goOn', [], cache)).toEqual({
      resumed: false,
      reason: 'Sign in to Acme first',
    })
    const operator = { ...acme.provider.operator, id: 'somebody-else' }
    const other = { ...acme, provider: { ...acme.provider, operator } }
    expect(await runner.resume(id, 'goOn', connectionsOf(other), cache)).toEqual({
      resumed: false,
      reason: 'Begun by Ada Lindqvist, so only they can go on with it',
    })
    expect(await runner.resume('none', 'goOn', connectionsOf(acme), cache)).toEqual({
      resumed: false,
      reason: 'This run has ended by now',
    })
  })
})

describe('the journal', () => {
  it('is on the disk before each write, not only on its way there', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const { runner, start } = setUp()
    await ended(runner, start(system({ a: 'active' })))
    const kept = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    transaction.mockRestore()
    const strict = { durability: 'strict' }
    expect(kept.slice(0, 3)).toEqual([
      ['runs', 'readwrite', strict],
      ['steps', 'readwrite', strict],
      ['steps', 'readwrite', strict],
    ])
  })

  it('tells other tabs of changes, and removes what it is asked to', async () => {
    const here = openJournal({ name, locks: tabLocks() })
    const there = openJournal({ name, locks: tabLocks() })
    const { runner, start } = setUp({ journal: here })
    const heard = new Promise<void>(resolve => there.subscribe(resolve))
    const id = start(system({ a: 'active' }))
    await ended(runner, id)
    await heard
    expect(await there.read(id)).toMatchObject({ found: { state: 'ended' } })
    await there.remove(id)
    expect(await here.read(id)).toEqual({ kept: true, found: undefined })
  })

  it('takes from elsewhere only what is not here, be it a run or unreadable', async () => {
    const locks = tabLocks()
    const journal = openJournal({ name, locks })
    const { runner, start } = setUp({ journal })
    const here = receiptOf(await ended(runner, start(system({ a: 'active' }))))
    const odd = { ...here, id: 'odd', startedAt: 'some day' }
    await journal.add(odd)
    const { items: _, ...record } = here
    await journal.begin({ ...record, id: 'run', items: [] })

    const other = { ...here, id: 'other' }
    const changed = [here, { ...odd, startedAt: here.startedAt }, { ...here, id: 'run' }].map(
      one => ({ ...one, reason: 'Another' }),
    )
    expect(await journal.addNew([...changed, other])).toEqual({ kept: true, added: 1 })
    expect(await journal.addNew([other])).toEqual({ kept: true, added: 0 })
    expect(await journal.read(here.id)).toMatchObject({ found: { receipt: { reason: null } } })
    expect(await journal.read('other')).toEqual({
      kept: true,
      found: { receipt: other, state: 'ended' },
    })
    expect(await journal.list()).toMatchObject({ unreadable: 1 })

    expect(await journal.remove(here.id, 'run', 'other')).toMatchObject({ kept: true })
    expect(await journal.list()).toMatchObject({ receipts: [], unreadable: 1 })
  })

  it('counts what it cannot read instead of hiding it', async () => {
    const journal = openJournal({ name, locks: tabLocks() })
    const { runner, start } = setUp({ journal })
    const id = start(system({ a: 'active' }))
    const receipt = receiptOf(await ended(runner, id))
    await journal.add({ ...receipt, id: 'odd', startedAt: 'some day' })
    expect(await journal.list()).toMatchObject({ unreadable: 1, receipts: [{ receipt: { id } }] })
  })

  it('says that storage does not answer, and keeps no run waiting for it', async () => {
    const blocking = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => resolve(opening.result)
    })
    indexedDB.deleteDatabase(name)
    const journal = openJournal({ name, locks: tabLocks(), patience: 20 })
    const reason = 'The storage of this browser does not answer'
    expect(await journal.check()).toEqual({ kept: false, reason })
    const { runner, start } = setUp({ journal })
    const run = await ended(runner, start(system({ a: 'active' })))
    expect(run.notKept).toBe(reason)
    expect(verdictsOf(receiptOf(run))).toEqual({ a: 'done' })
    blocking.close()
  })

  it('says that storage does not work', async () => {
    const broken = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    const journal = openJournal({ name, locks: tabLocks() })
    const reason =
      'This browser keeps nothing for this page: a private window, or storage switched off'
    expect(await journal.check()).toEqual({ kept: false, reason })
    expect(await journal.list()).toEqual({ kept: false, reason })
    broken.mockRestore()
    expect(await journal.check()).toMatchObject({ kept: true })
  })
})
