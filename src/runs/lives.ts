import type { Summary, User } from '../providers/provider'
import type { Clock } from './clock'
import type { Journal } from './journal'
import { rateOver } from './progress'
import type { ReceiptItem } from './receipt'
import type { LiveStep, Run, RunConnection } from './run'
import type { RunRecord, Step } from './runRecord'

/** Where writes are sent through and verified users go to. */
export type Cache = {
  readonly write: (
    connection: string,
    userId: string,
    send: () => Promise<Summary | undefined>,
  ) => Promise<Summary | undefined>
  /** @param user `undefined`: no longer there */
  readonly seen: (connection: string, userId: string, user: User | undefined) => void
}

/** A run under way, with what drives it. */
export type Live = {
  run: Run
  readonly cache: Cache
  /** By connection id. */
  readonly stops: ReadonlyMap<string, AbortController>
  gate: Gate
}

type Gate = {
  /** Resolves while the run is not paused. */
  readonly open: Promise<void>
  readonly release: () => void
}

export const openGate: Gate = { open: Promise.resolve(), release: () => undefined }

export function closedGate(): Gate {
  let release: () => void = () => undefined
  const open = new Promise<void>(resolve => {
    release = resolve
  })
  return { open, release }
}

export type Lives = ReturnType<typeof createLives>

/** The runs of this tab, as a store: each change makes a new snapshot. */
export function createLives(
  clock: Clock,
  journal: Pick<Journal, 'note'>,
  keepTab: (busy: boolean) => void,
) {
  const lives = new Map<string, Live>()
  const listeners = new Set<() => void>()
  let snapshot: readonly Run[] = []

  function changed() {
    snapshot = [...lives.values()].map(live => live.run)
    for (const listener of listeners) listener()
  }

  function change(live: Live, values: Partial<Run>) {
    live.run = { ...live.run, ...values }
    changed()
    if (values.state) keepTab(snapshot.some(run => run.state !== 'ended'))
  }

  async function note(live: Live, index: number, step: Step) {
    const result = await journal.note(live.run.record.id, index, step)
    if (!result.kept && live.run.notKept === undefined) change(live, { notKept: result.reason })
  }

  function setStep(live: Live, index: number, step: LiveStep) {
    change(live, { steps: live.run.steps.with(index, step) })
  }

  return {
    get: (id: string) => lives.get(id),
    getSnapshot: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    change,
    note,
    setStep,
    async settle(live: Live, index: number, item: ReceiptItem) {
      const settled = { connection: item.connection, at: clock.now() }
      const lately = [...live.run.lately, settled].slice(-rateOver * live.run.connections.length)
      change(live, { steps: live.run.steps.with(index, { at: 'settled', item }), lately })
      await note(live, index, { state: 'settled', item })
    },
    begin(
      record: RunRecord,
      steps: readonly LiveStep[],
      connections: readonly RunConnection[],
      cache: Cache,
      does: Run['does'],
    ): Live {
      const run: Run = {
        record,
        connections,
        steps,
        does,
        state: 'going',
        endedAt: undefined,
        notKept: undefined,
        held: undefined,
        lately: [],
      }
      const live: Live = {
        run,
        cache,
        stops: new Map(connections.map(({ id }) => [id, new AbortController()])),
        gate: openGate,
      }
      lives.set(record.id, live)
      change(live, { state: 'going' })
      return live
    },
    forget(id: string) {
      lives.delete(id)
      changed()
    },
  }
}
