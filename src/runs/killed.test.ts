import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { FailureError } from '../http/failure'
import type { Provider, Status, User } from '../providers/provider'
import { fakeClock } from './fakeClock'
import { fakeProvider, fakeUser } from './fakeProvider'
import { type Journal, openJournal } from './journal'
import type { Cache } from './lives'
import { tabLocks } from './locks'
import { plan } from './plan'
import type { Receipt } from './receipt'
import { receiptOf } from './run'
import { createRunner } from './runner'

/** A tab: everything it does comes by here, and once it is dead nothing in it goes on. */
type Tab = {
  readonly steps: () => number
  /** Resolves when the tab has died, or has nothing left to do. */
  readonly over: Promise<unknown>
  /** One step before the work is done, and one before its answer is heard. */
  readonly pass: <T>(work: () => T | Promise<T>) => Promise<T>
}

/** @param lives how many steps; for ever unless given */
function openTab(lives = Number.POSITIVE_INFINITY): Tab {
  let steps = 0
  let die: () => void = () => {}
  const over = new Promise<void>(resolve => {
    die = resolve
  })
  const step = () => {
    steps += 1
    if (steps <= lives) return undefined
    die()
    return new Promise<never>(() => {})
  }
  return {
    steps: () => steps,
    over,
    async pass(work) {
      await step()
      const result = await work()
      await step()
      return result
    },
  }
}

/** Fifty people: some are so already, and one the system refuses. */
function system() {
  const truth = new Map<string, Status>()
  for (let n = 0; n < 50; n += 1)
    truth.set(`u${n}`, n % 20 === 7 ? 'deactivated' : n % 10 === 3 ? 'invited' : 'active')
  const calls = new Map<string, string>()
  const note = (id: string, letter: string) => calls.set(id, `${calls.get(id) ?? ''}${letter}`)

  const seenBy = (tab: Tab): Provider => ({
    ...fakeProvider(),
    user: id =>
      tab.pass(() => {
        note(id, 'R')
        const status = truth.get(id)
        return status && fakeUser({ id, status })
      }),
    actions: {
      ...fakeProvider().actions,
      deactivate: {
        run: (user: User) =>
          tab.pass(() => {
            note(user.id, 'W')
            if (user.id === 'u41')
              throw new FailureError({ kind: 'refused', method: 'POST', path: '/users/u41' })
            truth.set(user.id, 'deactivated')
            return undefined
          }),
      },
    },
  })
  const users = () => [...truth].map(([id, status]) => fakeUser({ id, status }))
  return { truth, calls, seenBy, users }
}

const cache: Cache = { write: (_connection, _user, send) => send(), seen: () => {} }

function runnerIn(tab: Tab, name: string) {
  const locks = tabLocks()
  const kept = openJournal({ name, locks })
  const journal: Journal = {
    ...kept,
    begin: record => tab.pass(() => kept.begin(record)),
    note: (...of) => tab.pass(() => kept.note(...of)),
    end: receipt => tab.pass(() => kept.end(receipt)),
  }
  const clock = fakeClock()
  const report = (error: unknown) => {
    throw error
  }
  let tell: (receipt: Receipt) => void = () => {}
  const ended = new Promise<Receipt>(resolve => {
    tell = resolve
  })
  const runner = createRunner({
    clock,
    journal,
    locks,
    keepTab: () => {},
    report,
    onEnd: run => tell(receiptOf(run)),
  })
  return { runner, journal, ended }
}

type World = ReturnType<typeof system>

const connectionsOf = (world: World, tab: Tab) => [
  { id: 'acme', name: 'Acme', provider: world.seenBy(tab) },
]

function begin(world: World, tab: Tab, name: string) {
  const { runner, ended } = runnerIn(tab, name)
  const connections = connectionsOf(world, tab)
  const id = runner.start({
    action: 'deactivate',
    reason: undefined,
    items: plan('deactivate', world.users(), {
      connection: 'acme',
      provider: fakeProvider(),
      admins: { known: true, active: [] },
    }),
    connections,
    forecastOf: () => undefined,
    cache,
  })
  return { id, ended }
}

const verdictsOf = ({ items }: Receipt) => items.map(({ userId, verdict }) => [userId, verdict])

describe('a run of fifty', () => {
  it('ends as if it had not been interrupted, killed at any of its steps', async () => {
    const whole = system()
    const tab = openTab()
    const unbroken = await begin(whole, tab, 'killed').ended
    expect(new Set(unbroken.items.map(({ verdict }) => verdict))).toEqual(
      new Set(['done', 'failed', 'skipped']),
    )
    expect(tab.steps()).toBeGreaterThan(400)

    for (let lives = 2; lives < tab.steps(); lives += 1) {
      const name = `killed-${lives}`
      const world = system()
      const dying = openTab(lives)
      const { id } = begin(world, dying, name)
      await dying.over

      const next = openTab()
      const { runner, journal, ended } = runnerIn(next, name)
      const read = await journal.read(id)
      const found = read.kept ? read.found : undefined
      // Its very last step is to hear that the receipt is kept.
      if (lives === tab.steps() - 1) {
        expect(found?.state).toBe('ended')
        expect(found && verdictsOf(found.receipt)).toEqual(verdictsOf(unbroken))
        continue
      }
      expect(found?.state).toBe('interrupted')
      const connections = connectionsOf(world, next)
      expect(await runner.resume(id, 'goOn', connections, cache)).toEqual({ resumed: true })
      const receipt = await ended

      expect(verdictsOf(receipt)).toEqual(verdictsOf(unbroken))
      expect([...world.truth]).toEqual([...whole.truth])
      for (const [user, calls] of world.calls) {
        expect([user, calls]).toEqual([user, expect.not.stringContaining('WW')])
        // Only who was refused may be tried again.
        if (user !== 'u41') expect(calls.replaceAll('R', '')).toBe('W')
      }
    }
  }, 120_000)
})
