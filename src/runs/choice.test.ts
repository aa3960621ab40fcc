import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Action, actions, type Provider, type Status, type User } from '../providers/provider'
import { fakeClock } from './fakeClock'
import { fakeProvider, fakeRules, fakeUser } from './fakeProvider'
import { type Journal, openJournal } from './journal'
import { tabLocks } from './locks'
import { plan } from './plan'
import type { Chosen, Receipt } from './receipt'
import { receiptOf } from './run'
import { createRunner } from './runner'

const work: Chosen = { label: 'Access level', id: 'level-2', name: 'Work' }
const ids = ['a', 'b', 'c'] as const

/** Three users, and what was chosen with each write to them. */
function system(status: Status) {
  const truth = new Map<string, Status | 'gone'>(ids.map(id => [id, status]))
  const sent: (readonly [Action, string | undefined])[] = []
  const write = (action: Action) => ({
    async run(user: User, _signal: AbortSignal, choice?: string) {
      sent.push([action, choice])
      truth.set(user.id, fakeRules[action].to)
      return undefined
    },
  })
  const provider: Provider = {
    ...fakeProvider({ pace: { perSecond: 1_000, atOnce: 4 } }),
    async user(id) {
      const now = truth.get(id)
      return now === undefined || now === 'gone' ? undefined : fakeUser({ id, status: now })
    },
    actions: {
      activate: write('activate'),
      deactivate: write('deactivate'),
      archive: write('archive'),
      unarchive: write('unarchive'),
      delete: write('delete'),
    },
  }
  return { connections: [{ id: 'acme', name: 'Acme', provider }], provider, sent }
}

let count = 0
const newName = () => {
  count += 1
  return `choice-${count}`
}

function tab(journal: Journal) {
  const runner = createRunner({
    clock: fakeClock(),
    journal,
    locks: tabLocks(),
    keepTab: () => undefined,
    report: error => expect.unreachable(String(error)),
  })
  const ended = (id: string) =>
    new Promise<Receipt>(resolve => {
      const look = () => {
        const run = runner.getSnapshot().find(({ record }) => record.id === id)
        if (run?.state === 'ended') resolve(receiptOf(run))
      }
      runner.subscribe(look)
      look()
    })
  return { runner, ended }
}

const cache = {
  write: <T>(_connection: string, _userId: string, send: () => Promise<T>) => send(),
  seen: () => undefined,
}

function begin(of: ReturnType<typeof system>, action: Action, status: Status, journal: Journal) {
  const { runner, ended } = tab(journal)
  const users = ids.map(id => fakeUser({ id, status }))
  const admins = { known: true, active: [] } as const
  const id = runner.start({
    action,
    reason: undefined,
    items: plan(action, users, { connection: 'acme', provider: of.provider, admins }),
    connections: of.connections,
    forecasts: new Map(),
    choices: { acme: work },
    cache,
  })
  return { id, ended: () => ended(id) }
}

/** A journal whose tab dies: from then on nothing is kept, and nothing goes on. */
function dying(journal: Journal, after: number): Journal {
  let writes = 0
  const or =
    <Args extends unknown[], T>(keep: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      writes += 1
      return writes > after ? new Promise<T>(() => {}) : keep(...args)
    }
  return { ...journal, begin: or(journal.begin), note: or(journal.note), end: or(journal.end) }
}

describe('what is chosen with an action', () => {
  it('goes with the writes of that action, and with no other', async () => {
    const actionFrom = fc.constantFrom(...actions).chain(action =>
      fc.record({
        action: fc.constant(action),
        from: fc.constantFrom(...fakeRules[action].from),
      }),
    )
    await fc.assert(
      fc.asyncProperty(actionFrom, async ({ action, from }) => {
        const acme = system(from)
        const run = begin(acme, action, from, openJournal({ name: newName(), locks: tabLocks() }))
        const { connections } = await run.ended()
        const chosen = action === 'activate' ? work : undefined
        expect(acme.sent).toEqual(ids.map(() => [action, chosen?.id]))
        expect(connections['acme']?.choice).toEqual(chosen)
      }),
      { numRuns: 40 },
    )
  })

  // One record, and an intent and a verdict for each: killed between any two of them.
  it.each([1, 2, 3, 4, 5, 6, 7])(
    'is the same after a resume, killed after %i writes to the journal',
    async after => {
      const name = newName()
      const acme = system('deactivated')
      const journal = dying(openJournal({ name, locks: tabLocks() }), after)
      const { id } = begin(acme, 'activate', 'deactivated', journal)
      for (let turn = 0; turn < 50; turn += 1) await new Promise(resolve => setTimeout(resolve))

      const { runner, ended } = tab(openJournal({ name, locks: tabLocks() }))
      expect(await runner.resume(id, 'goOn', acme.connections, cache)).toEqual({ resumed: true })
      const receipt = await ended(id)
      expect(receipt.items.map(({ verdict }) => verdict)).toEqual(['done', 'done', 'done'])
      expect(acme.sent).toEqual(ids.map(() => ['activate', 'level-2']))
      expect(receipt.connections['acme']?.choice).toEqual(work)
    },
  )
})
