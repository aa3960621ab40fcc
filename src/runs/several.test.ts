import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FailureError } from '../http/failure'
import type { Status, User } from '../providers/provider'
import { requestOver, type Subject } from './actionDialog'
import { fakeClock } from './fakeClock'
import { fakeProvider, fakeUser } from './fakeProvider'
import { openJournal } from './journal'
import { tabLocks } from './locks'
import { plan } from './plan'
import { prepare } from './preparation'
import { type Run, type RunConnection, receiptOf, unfinishedIn } from './run'
import { createRunner, type Runner } from './runner'
import { partOf, severalSubtitle, sumOf, together } from './several'

let name = ''
let count = 0
beforeEach(() => {
  count += 1
  name = `several-${count}`
})

/** A connection whose every call comes by `onCall`, which may throw or wait. */
function connection(
  id: string,
  users: Record<string, Status>,
  onCall: (call: string) => void | Promise<void> = () => {},
) {
  const truth = new Map(Object.entries(users))
  const calls: string[] = []
  const call = async (what: string) => {
    calls.push(what)
    await onCall(what)
  }
  const provider = fakeProvider({
    pace: { perSecond: 8, atOnce: 1 },
    async user(userId) {
      await call(`read ${userId}`)
      const status = truth.get(userId)
      return status && fakeUser({ id: userId, status })
    },
    actions: {
      ...fakeProvider().actions,
      deactivate: {
        run: async (user: User) => {
          await call(`deactivate ${user.id}`)
          truth.set(user.id, 'deactivated')
          return undefined
        },
      },
    },
  })
  const of: RunConnection = { id, name: id === 'acme' ? 'Acme' : 'Tower', provider }
  const known = () => [...truth].map(([userId, status]) => fakeUser({ id: userId, status }))
  return { of, truth, calls, known }
}

type Connection = ReturnType<typeof connection>

function begin(...connections: readonly Connection[]) {
  const locks = tabLocks()
  const journal = openJournal({ name, locks })
  const report = vi.fn()
  const runner = createRunner({ clock: fakeClock(), journal, locks, keepTab: () => {}, report })
  const id = runner.start({
    action: 'deactivate',
    reason: undefined,
    items: connections.flatMap(({ of, known }) =>
      plan('deactivate', known(), {
        connection: of.id,
        provider: of.provider,
        admins: { known: true, active: [] },
      }),
    ),
    connections: connections.map(({ of }) => of),
    forecastOf: ({ connection: of }) => ({
      openTasks: { known: true, value: of === 'acme' ? 1 : 2 },
    }),
    cache: { write: (_connection, _userId, send) => send(), seen: () => {} },
  })
  return { runner, journal, id, report }
}

function until(runner: Runner, id: string, test: (run: Run) => boolean): Promise<Run> {
  return new Promise(resolve => {
    const look = () => {
      const run = runner.getSnapshot().find(({ record }) => record.id === id)
      if (!run || !test(run)) return
      stop()
      resolve(run)
    }
    const stop = runner.subscribe(look)
    look()
  })
}
const ended = (runner: Runner, id: string) => until(runner, id, ({ state }) => state === 'ended')
const verdicts = (run: Run) =>
  receiptOf(run).items.map(item => `${item.connection} ${item.userId} ${item.verdict}`)

const unreachable = new FailureError({ kind: 'unreachable', method: 'GET', path: '/users' })

/** Resolves when it is told to. */
function gate() {
  let open: () => void = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { open, opened }
}

describe('a run over two connections', () => {
  it('has a verdict for each place, and one receipt for all, with what was known in each', async () => {
    const acme = connection('acme', { a: 'active', b: 'deactivated' })
    // The same id in another connection is somebody else.
    const tower = connection('tower', { a: 'invited' })
    const { runner, journal, id } = begin(acme, tower)
    const run = await ended(runner, id)
    expect(verdicts(run)).toEqual(['acme a done', 'acme b skipped', 'tower a done'])
    expect(receiptOf(run).items.map(({ forecast }) => forecast)).toEqual([
      { openTasks: 1 },
      { openTasks: 1 },
      { openTasks: 2 },
    ])
    const read = await journal.read(id)
    expect(read.kept && read.found?.receipt.connections).toMatchObject({
      acme: { name: 'Acme' },
      tower: { name: 'Tower' },
    })
  })

  it('goes on in one while the other is down', async () => {
    const acme = connection('acme', { a: 'active', b: 'active' }, () => {
      throw unreachable
    })
    const tower = connection('tower', { a: 'active', b: 'active' })
    const { runner, id } = begin(acme, tower)
    expect(verdicts(await ended(runner, id))).toEqual([
      'acme a failed',
      'acme b failed',
      'tower a done',
      'tower b done',
    ])
    expect([...acme.truth.values(), ...tower.truth.values()]).toEqual([
      'active',
      'active',
      'deactivated',
      'deactivated',
    ])
  })

  it('ends in one that has signed out, and goes on in the other', async () => {
    const { open, opened } = gate()
    const begun = gate()
    const acme = connection('acme', { a: 'active', b: 'active' }, async call => {
      if (call !== 'deactivate a') return
      begun.open()
      await opened
    })
    const tower = connection('tower', { a: 'active', b: 'active' }, async call => {
      if (call === 'deactivate a') await opened
    })
    const { runner, id } = begin(acme, tower)
    await begun.opened
    runner.leave(id, 'acme')
    open()
    const run = await ended(runner, id)
    expect(verdicts(run)).toEqual(['acme a done', 'acme b skipped', 'tower a done', 'tower b done'])
    expect(acme.calls).not.toContain('deactivate b')
    // Somebody is still here whose run it is.
    expect(runner.getSnapshot()).toHaveLength(1)
    runner.leave(id, 'tower')
    expect(runner.getSnapshot()).toEqual([])
  })

  it('lets go of who has signed out also while it is paused', async () => {
    const acme = connection('acme', { a: 'active' })
    const tower = connection('tower', { a: 'active' })
    const { runner, id } = begin(acme, tower)
    runner.pause(id)
    runner.stop(id, ['acme'])
    const left = await until(runner, id, run => unfinishedIn([run], ['acme']).length === 0)
    expect(left.state).toBe('paused')
    expect(unfinishedIn([left], ['tower'])).toEqual([left])
    runner.goOn(id)
    expect(verdicts(await ended(runner, id))).toEqual(['acme a skipped', 'tower a done'])
  })
})

describe('before a run over two connections', () => {
  const preparing = (of: Connection, users: readonly Subject[] = of.known()) =>
    prepare({
      action: 'deactivate',
      provider: of.of.provider,
      users,
      listAdmins: { known: true, active: [] },
      onSeen: () => {},
    })

  it('one that does not answer keeps the other from nothing', async () => {
    const acme = connection('acme', { a: 'active' }, () => new Promise(() => {}))
    const tower = connection('tower', { a: 'active', b: 'deactivated' })
    const both = together([preparing(acme), preparing(tower)])
    const parts = () =>
      both
        .get()
        .flatMap((prepared, index) =>
          [acme, tower].slice(index, index + 1).map(({ of }) => partOf('deactivate', of, prepared)),
        )
    expect(sumOf('deactivate', parts(), '').obstacle).toBe('The users are being read again')
    const stop = both.begin()
    await vi.waitFor(() => expect(sumOf('deactivate', parts(), '').obstacle).toBeUndefined())
    stop()
    expect(severalSubtitle(parts())).toBe(
      'Acme: 1 goes ahead, 1 not read again yet · Tower: 1 goes ahead, 1 skipped',
    )
    expect(sumOf('deactivate', parts(), '').items).toHaveLength(3)
  })

  it('waits for who is known by id alone: of an undo nobody is left out unseen', async () => {
    let answer = () => {}
    const acme = connection(
      'acme',
      { a: 'active' },
      () => new Promise(resolve => (answer = resolve)),
    )
    const tower = connection('tower', { b: 'active' })
    const both = together([preparing(acme, [{ id: 'a', name: 'A' }]), preparing(tower)])
    const parts = () =>
      both
        .get()
        .map((prepared, at) => partOf('deactivate', at === 0 ? acme.of : tower.of, prepared))
    both.begin()
    await vi.waitFor(() => expect(parts()[1]?.preview.waiting).toBe(0))
    expect(sumOf('deactivate', parts(), '').obstacle).toBe('The users are being read again')
    answer()
    await vi.waitFor(() => expect(sumOf('deactivate', parts(), '').obstacle).toBeUndefined())
    expect(sumOf('deactivate', parts(), '').items).toHaveLength(2)
  })

  it('one that does not answer keeps back those of whom only the id is known, unless it gave up', async () => {
    let giveUp: () => void = () => {}
    const silence = new Promise<void>((_, reject) => {
      giveUp = () => reject(new FailureError({ kind: 'timeout', method: 'GET', path: '' }))
    })
    const acme = connection('acme', { a: 'active' }, () => silence)
    const tower = connection('tower', { a: 'active' })
    const both = together([preparing(acme, [{ id: 'a', name: 'Amara' }]), preparing(tower)])
    const sum = () => {
      const parts = both
        .get()
        .map((prepared, at) => partOf('deactivate', at === 0 ? acme.of : tower.of, prepared))
      return { ...sumOf('deactivate', parts, ''), stays: parts[0]?.preview.stays }
    }
    both.begin()
    await vi.waitFor(() => expect(sum().ready).toHaveLength(1))
    await new Promise(resolve => setTimeout(resolve))
    expect(sum().obstacle).toBe('The users are being read again')
    giveUp()
    await vi.waitFor(() => expect(sum().obstacle).toBeUndefined())
    expect(sum().stays).toMatchObject([{ name: 'Amara', reason: 'Could not be read' }])
  })

  it('the number of all has to be typed where they are many together', async () => {
    const users = (prefix: string) =>
      Object.fromEntries(
        Array.from({ length: 13 }, (_, at) => [`${prefix}${at}`, 'active' as const]),
      )
    const [acme, tower] = [connection('acme', users('a')), connection('tower', users('t'))]
    const both = together([preparing(acme), preparing(tower)])
    both.begin()
    const parts = () =>
      both
        .get()
        .map((prepared, at) => partOf('deactivate', at === 0 ? acme.of : tower.of, prepared))
    await vi.waitFor(() =>
      expect(sumOf('deactivate', parts(), '').obstacle).toBe('Type 26 to confirm'),
    )
    expect(sumOf('deactivate', parts(), '26').obstacle).toBeUndefined()
  })

  it('who changed since the list was read stays, also where they are the only one there', async () => {
    const tower = connection('tower', { a: 'active' })
    const listed = fakeUser({ id: 'a', status: 'active', role: 'User', isAdmin: true })
    const one = together([preparing(tower, [listed])])
    one.begin()
    const part = () => one.get().map(prepared => partOf('deactivate', tower.of, prepared))
    await vi.waitFor(() => expect(part()[0]?.preview.stays).toMatchObject([{ verdict: 'skipped' }]))
  })

  it('is asked for as one where there is anybody', () => {
    const { provider } = connection('acme', {}).of
    const part = (connectionId: string, ...ids: readonly string[]) => ({
      connectionId,
      provider,
      users: ids.map(id => ({ id, name: id })),
    })
    const rest = { action: 'deactivate' } as const
    expect(requestOver([part('acme'), part('tower')], rest)).toBeUndefined()
    expect(requestOver([part('acme'), part('tower', 'a')], rest)).toEqual({
      ...part('tower', 'a'),
      ...rest,
    })
    expect(requestOver([part('acme', 'b'), part('tower', 'a')], rest)?.also).toEqual([
      part('tower', 'a'),
    ])
  })
})
