import type { Action, Forecast } from '../providers/provider'
import type { Clock } from './clock'
import { type Journal, type Kept, lockOf } from './journal'
import { type Cache, closedGate, createLives, openGate } from './lives'
import type { Locks } from './locks'
import type { PlanItem } from './plan'
import type { Chosen, Receipt } from './receipt'
import { recheck } from './recheck'
import { connectionOf, type LiveStep, plannedItem, type Run, type RunConnection } from './run'
import type { RunRecord } from './runRecord'
import { createWork } from './work'

export type RunnerPorts = {
  readonly clock: Clock
  readonly journal: Journal
  readonly locks: Locks
  /** Something goes on that closing the tab would interrupt, or no longer does. */
  readonly keepTab: (busy: boolean) => void
  /** A programming error: told, because the run goes on without it. */
  readonly report: (error: unknown) => void
  readonly onEnd?: (run: Run) => void
}

export type Start = {
  readonly action: Action
  readonly reason: string | undefined
  readonly items: readonly PlanItem[]
  readonly connections: readonly RunConnection[]
  /** Where it was read. */
  readonly forecastOf: (item: PlanItem) => Forecast | undefined
  /** By connection id; where the action has no choice, nothing comes of it. */
  readonly choices?: Readonly<Record<string, Chosen>>
  readonly cache: Cache
}

export type Resumed =
  | { readonly resumed: true }
  | { readonly resumed: false; readonly reason: string }

export type Runner = ReturnType<typeof createRunner>

/** Carries runs out. Lives outside React: a run survives navigation and the renewal of a session. */
export function createRunner({ clock, journal, locks, keepTab, report, onEnd }: RunnerPorts) {
  const lives = createLives(clock, journal, keepTab)
  const work = createWork({ clock, journal, locks, lives, report })
  /** By run: the connections whose operator has signed out. */
  const left = new Map<string, Set<string>>()

  async function drive(...[live, sent]: Parameters<typeof work>) {
    await work(live, sent)
    onEnd?.(live.run)
    forgetIfLeft(live.run)
  }

  /** Of who has signed out of all of it, no trace but the receipt is left. */
  function forgetIfLeft({ record: { id }, connections, state }: Run) {
    if (state !== 'ended' || (left.get(id)?.size ?? 0) < connections.length) return
    left.delete(id)
    lives.forget(id)
  }

  function stop(id: string, connectionIds?: readonly string[]) {
    const live = lives.get(id)
    if (!live || live.run.state === 'ended') return
    for (const [connectionId, controller] of live.stops)
      if (connectionIds?.includes(connectionId) ?? true) controller.abort()
    if (![...live.stops.values()].every(({ signal }) => signal.aborted)) return
    live.gate.release()
    live.gate = openGate
    lives.change(live, { state: 'stopping' })
  }

  return {
    subscribe: lives.subscribe,
    getSnapshot: lives.getSnapshot,

    /** @returns the id of the run, which goes on by itself */
    start({ action, reason, items, connections, forecastOf, choices, cache }: Start): string {
      const record: RunRecord = {
        id: newId(),
        action,
        reason: reason?.trim() || null,
        operator: byId(connections, ({ provider: { operator } }) => ({
          id: operator.id,
          name: operator.name,
        })),
        connections: byId(connections, of => connectionOf(of, action, choices?.[of.id])),
        startedAt: new Date(clock.now()).toISOString(),
        items: items.map(item => plannedItem(item, forecastOf(item))),
      }
      const steps = record.items.map(
        ({ settled: item }): LiveStep => (item ? { at: 'settled', item } : { at: 'waiting' }),
      )
      const live = lives.begin(record, steps, connections, cache, 'act')
      locks
        .tryHold(lockOf(record.id), async () => {
          const result = await journal.begin(record)
          if (!result.kept) lives.change(live, { notKept: result.reason })
          await drive(live, new Set())
        })
        .catch(report)
      return record.id
    },

    /**
     * Goes on with an interrupted run, or only looks what became of it. Looks before it does anything.
     * @returns as soon as it is under way, or why it is not
     */
    async resume(
      id: string,
      how: 'goOn' | 'lookOnly',
      connections: readonly RunConnection[],
      cache: Cache,
    ): Promise<Resumed> {
      return new Promise((resolve, reject) => {
        locks
          .tryHold(lockOf(id), async () => {
            // Read only once the lock is ours: whoever held it before may just have ended the run.
            const result = await journal.unfinished(id)
            if (!result.kept) return result.reason
            if (!result.found) return 'This run has ended by now'
            const { record, steps } = result.found
            const live = record.items.map((item, index): LiveStep => {
              const step = steps.get(index)
              const known = item.settled ?? (step?.state === 'settled' ? step.item : undefined)
              return known ? { at: 'settled', item: known } : { at: 'waiting' }
            })
            const obstacle = whyNotResumed(record, live, how, connections)
            if (obstacle !== undefined) return obstacle
            const sent = new Set(
              [...steps].flatMap(([index, step]) => (step.state === 'intended' ? [index] : [])),
            )
            const does = how === 'goOn' ? 'act' : 'look'
            const run = lives.begin(record, live, connections, cache, does)
            resolve({ resumed: true })
            await drive(run, sent)
            return undefined
          })
          .then(lock => {
            const reason = lock.held ? lock.value : 'Another tab is working on this run'
            if (reason !== undefined) resolve({ resumed: false, reason })
          })
          .catch((error: unknown) => {
            report(error)
            reject(error)
          })
      })
    },

    /** Reads again who is unknown on an ended run, and keeps what that shows, where it can be kept. */
    async recheck(
      receipt: Receipt,
      connections: readonly RunConnection[],
      cache: Cache,
    ): Promise<{ readonly receipt: Receipt; readonly kept: Kept }> {
      const rechecked = await recheck(receipt, connections, cache, { clock, journal })
      const { receipt: now, kept } = rechecked
      const live = lives.get(receipt.id)
      if (live?.run.state === 'ended')
        lives.change(live, {
          steps: now.items.map((item): LiveStep => ({ at: 'settled', item })),
          notKept: kept.kept ? undefined : kept.reason,
        })
      return rechecked
    },

    /** Nobody new begins; the ones under way are finished. */
    pause(id: string) {
      const live = lives.get(id)
      if (live?.run.state !== 'going') return
      live.gate = closedGate()
      lives.change(live, { state: 'paused' })
    },

    goOn(id: string) {
      const live = lives.get(id)
      if (live?.run.state !== 'paused') return
      live.gate.release()
      live.gate = openGate
      lives.change(live, { state: 'going' })
    },

    /** Nobody after the ones under way: everywhere, or in these connections alone while the others go on. */
    stop,

    /**
     * The operator has signed out of a connection: nobody there after the ones under way. Once that is so in all of
     * them, no trace but the receipt.
     */
    leave(id: string, connectionId: string) {
      const live = lives.get(id)
      if (!live) return
      left.set(id, (left.get(id) ?? new Set()).add(connectionId))
      stop(id, [connectionId])
      forgetIfLeft(live.run)
    },

    /** Forgets a run that has ended; its receipt stays, if it could be kept. */
    dismiss(id: string) {
      if (lives.get(id)?.run.state === 'ended') lives.forget(id)
    },
  }
}

function whyNotResumed(
  record: RunRecord,
  steps: readonly LiveStep[],
  how: 'goOn' | 'lookOnly',
  connections: readonly RunConnection[],
): string | undefined {
  for (const [index, item] of record.items.entries()) {
    if (steps[index]?.at === 'settled') continue
    const connection = connections.find(({ id }) => id === item.connection)
    if (!connection)
      return `Sign in to ${record.connections[item.connection]?.name ?? item.connection} first`
    const began = record.operator[item.connection]
    if (how === 'goOn' && began && began.id !== connection.provider.operator.id)
      return `Begun by ${began.name}, so only they can go on with it`
  }
  return undefined
}

function byId<T>(connections: readonly RunConnection[], value: (of: RunConnection) => T) {
  return Object.fromEntries(connections.map(connection => [connection.id, value(connection)]))
}

/** Also where there is no https and so no `crypto.randomUUID`. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
