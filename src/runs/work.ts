import type { RunOrder, User } from '../providers/provider'
import type { Clock } from './clock'
import { type Settled, settled } from './facts'
import type { Journal } from './journal'
import type { Live, Lives } from './lives'
import type { Locks } from './locks'
import { type Pace, paceOf } from './pace'
import { lookOnly, type Ports, perform } from './perform'
import { type RunConnection, receiptOf, settledItem } from './run'
import type { PlannedItem } from './runRecord'

/** By index: whose write was begun before an interruption. */
export type Sent = ReadonlySet<number>

type World = {
  readonly clock: Clock
  readonly journal: Pick<Journal, 'end'>
  readonly locks: Locks
  readonly lives: Lives
  readonly report: (error: unknown) => void
}

/**
 * For how long what was seen of a user is good enough to write, in milliseconds: the API may ask to wait, or the operator
 * has to sign in again first.
 */
const lookHolds = 20_000

/** Works runs through, and never leaves a user without a verdict. */
export function createWork({ clock, journal, locks, lives, report }: World) {
  const paces = new Map<string, Pace>()

  /** Shared by all runs in a connection. */
  function paceFor({ id, provider }: RunConnection): Pace {
    const pace = paces.get(id) ?? paceOf(provider.pace.perSecond, clock)
    paces.set(id, pace)
    return pace
  }

  /** Of several that ask to wait, the one that asks for longest. */
  function showHeld(live: Live) {
    const [held] = live.run.connections
      .flatMap(by => {
        const until = paceFor(by).heldUntil()
        return until === undefined ? [] : [{ by, until }]
      })
      .sort((one, other) => other.until - one.until)
    const shown = live.run.held
    if (shown?.by !== held?.by || shown?.until !== held?.until) lives.change(live, { held })
  }

  function portsFor(
    live: Live,
    index: number,
    { user: { id: userId } }: PlannedItem,
    connection: RunConnection,
    seen: Seen,
  ): Ports {
    const pace = paceFor(connection)
    const signal = live.stops.get(connection.id)?.signal ?? AbortSignal.abort()
    const { choice } = live.run.record.connections[connection.id] ?? {}
    return {
      clock,
      signal,
      async clearance() {
        await opened(live, signal)
        await pace.next(signal)
        await opened(live, signal)
        lives.setStep(live, index, { at: 'underWay' })
      },
      intend: () => lives.note(live, index, { state: 'intended' }),
      async write(user, send) {
        seen.isWritten = true
        const until = AbortSignal.any([signal, AbortSignal.timeout(lookHolds)])
        const summary = await live.cache.write(connection.id, user.id, () =>
          send(user, until, choice?.id),
        )
        pace.ease()
        return summary
      },
      onSeen: user => {
        seen.last = { user }
      },
      onWait(until) {
        pace.slow(until)
        showHeld(live)
      },
      alone(over, work) {
        // Two connections may lead to one workspace.
        const { id, operator } = connection.provider
        const where = `${id}-${operator.workspace.id}`
        const whose = { user: `user-${where}-${userId}`, admins: `admins-${where}` }[over]
        return locks.hold(`rollcall-${whose}`, work)
      },
    }
  }

  async function actOn(
    live: Live,
    index: number,
    planned: PlannedItem,
    connection: RunConnection,
    order: RunOrder,
    sent: Sent,
  ): Promise<Settled> {
    const { action } = live.run.record
    const seen: Seen = { last: undefined, isWritten: sent.has(index) }
    const ports = portsFor(live, index, planned, connection, seen)
    const { provider } = connection
    const wasSent = sent.has(index)
    const outcome = await (live.run.does === 'act'
      ? perform(action, planned.user, provider, ports, {
          wasSent,
          foreseen: planned.forecast ? { figures: planned.forecast, order } : undefined,
        })
      : lookOnly(action, planned.user, provider, ports, wasSent)
    ).catch((error: unknown) => {
      report(error)
      return ownFailure(seen.isWritten)
    })
    // After an unknown outcome the last answer is from before the write: it would show as if it were still so.
    if (seen.last && outcome.verdict !== 'unknown')
      live.cache.seen(connection.id, planned.user.id, seen.last.user)
    return outcome
  }

  /** As many at once as the connection allows, in the order of the plan. */
  async function workThrough(live: Live, connection: RunConnection, sent: Sent) {
    const theirs = [...live.run.record.items.entries()].filter(
      ([, item]) => item.connection === connection.id && !item.settled,
    )
    const order = new Map(theirs.map(([index, { user }]) => [user.id, index]))
    const queue = theirs.filter(([index]) => live.run.steps[index]?.at === 'waiting')
    let isOver = false
    async function work() {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, planned] = next
        const outcome = isOver
          ? sessionOver(sent.has(index))
          : await actOn(live, index, planned, connection, order, sent)
        if (outcome.failure?.kind === 'expired') isOver = true
        await lives.settle(live, index, settledItem(planned, outcome, connection.provider.name))
        showHeld(live)
      }
    }
    await Promise.all(Array.from({ length: connection.provider.pace.atOnce }, work))
  }

  return async function drive(live: Live, sent: Sent) {
    await Promise.all(live.run.connections.map(connection => workThrough(live, connection, sent)))
    const endedAt = new Date(clock.now()).toISOString()
    const result = await journal.end(receiptOf({ ...live.run, endedAt }))
    lives.change(live, {
      state: 'ended',
      endedAt,
      held: undefined,
      notKept: result.kept ? undefined : result.reason,
    })
  }
}

/** The run is not paused, or nobody begins here any more. */
function opened(live: Live, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise(resolve => {
    const done = () => {
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
    live.gate.open.then(done)
  })
}

type Seen = { last: { readonly user: User | undefined } | undefined; isWritten: boolean }

const ownFailure = (isWritten: boolean): Settled =>
  isWritten
    ? settled('unknown', { reason: 'Rollcall itself failed before it could read what came of it' })
    : settled('failed', { reason: 'Rollcall itself failed before anything was done' })

const sessionOver = (wasSent: boolean): Settled =>
  wasSent
    ? settled('unknown', { reason: 'The session was over before the user could be read' })
    : settled('failed', {
        reason: 'The session was over before this one, so nothing was done',
        failure: { kind: 'expired', method: 'GET', path: '' },
      })
