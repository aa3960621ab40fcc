import { type Failure, failureOf, isPassing } from '../http/failure'
import type { Action, Provider, Summary, User } from '../providers/provider'
import { cutsAdmin, lastAdminGuard, moreThanForeseen, otherAdmins } from './beforehand'
import type { Clock } from './clock'
import {
  type Answer,
  answerOf,
  type Foreseen,
  type Intent,
  interruptedReason,
  type Planned,
  type Settled,
  type Sight,
  settled,
  stoppedReason,
} from './facts'
import { afterInterruption, afterWriting, beforeWriting } from './verdict'

/** What one user's action does to the world, and what holds it back. */
export type Ports = {
  readonly clock: Clock
  /** Stops before the next write. */
  readonly signal: AbortSignal
  /** Resolves when the next attempt may begin: the run is not paused and the pace allows it. */
  readonly clearance: () => Promise<void>
  /** Keeps, before each write, that it is about to be sent. */
  readonly intend: () => Promise<void>
  /** Sends the write once, as long as the look before it holds; a write under way is never aborted. */
  readonly write: (user: User, send: Send) => Promise<Summary | undefined>
  /** A read has seen this; `undefined`: the user is no longer there. */
  readonly onSeen: (user: User | undefined) => void
  /** The API asks to wait until then, in milliseconds since the epoch. */
  readonly onWait: (until: number) => void
  /** One at a time for this user, or for all admins, of the workspace: in all runs and tabs. */
  readonly alone: <T>(over: 'user' | 'admins', work: () => Promise<T>) => Promise<T>
}

/**
 * @param until aborted, it is not sent any more
 * @param choice the id of what was chosen with the action
 */
export type Send = (user: User, until: AbortSignal, choice?: string) => Promise<Summary | undefined>

/** Waits between looks that wait for a write to show, in milliseconds, and the time after which the next look is the last. */
const settleWaits = [300, 1_000, 3_000]
const settleWithin = 60_000
/** How often a write that was not processed is sent again, and the waits where the API names none. */
const repeats = 3
const backOff = [2_000, 5_000, 15_000]

/**
 * One user's action: look, write, look again. Never two writes without a look between.
 * @param before `wasSent`: a write was begun before an interruption, and its answer never came
 */
export async function perform(
  action: Action,
  planned: Planned,
  provider: Provider,
  ports: Ports,
  before: { readonly wasSent?: boolean; readonly foreseen?: Foreseen | undefined } = {},
): Promise<Settled> {
  const ability = provider.actions[action]
  if ('reason' in ability)
    // What was begun before is not undone by a right that is gone since.
    return before.wasSent
      ? lookOnly(action, planned, provider, ports, true)
      : settled('blocked', { reason: ability.reason })
  const work: Work = {
    intent: { action, rules: provider.rules[action], planned, vendor: provider.name },
    provider,
    ports,
    send: ability.run,
    foreseen: before.foreseen,
  }
  for (let attempt = 0; ; attempt += 1) {
    await ports.clearance()
    const once = () => tryOnce(work, before.wasSent === true && attempt === 0)
    // Another run may be about to do the same; and of two admins both would see that the other one stays.
    const outcome = await ports.alone('user', () =>
      cutsAdmin(work.intent) ? ports.alone('admins', once) : once(),
    )
    if (outcome.next === 'settled') return outcome.settled
    const { failure } = outcome
    if (attempt >= repeats) return lastLook(work, { answer: 'later', failure })
    // It was not even sent: what was seen before it is too old by now.
    if (failure.kind === 'aborted') continue
    const wait = failure.retryAfterMs ?? backOff[attempt] ?? settleWithin
    ports.onWait(ports.clock.now() + wait)
    await ports.clock.wait(wait, ports.signal)
  }
}

/** Says what became of a user of an interrupted run, without writing. */
export async function lookOnly(
  action: Action,
  planned: Planned,
  provider: Provider,
  ports: Pick<Ports, 'clock' | 'signal' | 'clearance' | 'onSeen'>,
  wasSent: boolean,
): Promise<Settled> {
  const intent = { action, rules: provider.rules[action], planned, vendor: provider.name }
  await ports.clearance()
  if (ports.signal.aborted)
    return wasSent
      ? settled('unknown', { reason: 'Interrupted before the answer, and not looked at since' })
      : settled('skipped', { reason: interruptedReason })
  return afterInterruption(intent, wasSent, await look(planned, provider, ports))
}

/** Settles by a later look what was unknown because the answer was lost. */
export async function lookAgain(
  action: Action,
  planned: Planned,
  provider: Provider,
  ports: Pick<Ports, 'clock' | 'onSeen'>,
  failure: Failure,
): Promise<Settled> {
  const intent = { action, rules: provider.rules[action], planned, vendor: provider.name }
  const sight = await look(planned, provider, ports)
  return afterWriting(intent, { answer: 'lost', failure }, sight, 'last')
}

type Work = {
  readonly intent: Intent
  readonly provider: Provider
  readonly ports: Ports
  readonly send: Send
  readonly foreseen: Foreseen | undefined
}

type Outcome =
  | { readonly next: 'settled'; readonly settled: Settled }
  | { readonly next: 'again'; readonly failure: Failure }

async function tryOnce(work: Work, wasSent: boolean): Promise<Outcome> {
  const { intent, provider, ports } = work
  const { planned } = intent
  if (ports.signal.aborted && !wasSent) return stopped
  const [admins, worse] = wasSent
    ? []
    : await Promise.all([otherAdmins(work), moreThanForeseen(work)])
  const before = await look(planned, provider, ports, wasSent ? undefined : ports.signal)
  if (wasSent) {
    const isAsBefore = before.saw === 'user' && before.user.status === planned.status
    if (!isAsBefore || ports.signal.aborted) return stop(afterInterruption(intent, true, before))
    // Nothing came of it: from here on it is a user like any other, looked at again right before the write.
    return tryOnce(work, false)
  }
  if (ports.signal.aborted) return stopped
  const decision = beforeWriting(intent, before, worse)
  if (decision.next === 'settled') return decision
  const refusal = admins && lastAdminGuard(decision.user, before, admins)
  if (refusal) return stop(refusal)

  await ports.intend()
  if (ports.signal.aborted) return stopped
  const answer = await ports.write(decision.user, work.send).then(ok, notOk)
  switch (answer.answer) {
    case 'later':
      return { next: 'again', failure: answer.failure }
    case 'over':
      return stop(settled('failed', { failure: answer.failure }))
    case 'no':
      return stop(await lastLook(work, answer))
    case 'ok':
    case 'lost':
      return stop(await lookUntilSettled(work, answer))
  }
}

/** One look is enough: the API said that it changed nothing. */
async function lastLook(work: Work, answer: Answer): Promise<Settled> {
  const sight = await look(work.intent.planned, work.provider, work.ports)
  return afterWriting(work.intent, answer, sight, 'last')
}

async function lookUntilSettled(work: Work, answer: Answer): Promise<Settled> {
  const { clock } = work.ports
  const deadline = clock.now() + settleWithin
  for (const wait of settleWaits) {
    const sight = await look(work.intent.planned, work.provider, work.ports)
    const verdict = afterWriting(work.intent, answer, sight, 'moreToCome')
    if (verdict) return verdict
    const isPointless = sight.saw === 'nothing' && !isPassing(sight.failure)
    if (isPointless || clock.now() + wait > deadline)
      return afterWriting(work.intent, answer, sight, 'last')
    await clock.wait(wait)
  }
  return lastLook(work, answer)
}

async function look(
  planned: Planned,
  provider: Provider,
  ports: Pick<Ports, 'clock' | 'onSeen'>,
  signal = new AbortController().signal,
): Promise<Sight> {
  try {
    const user = await provider.user(planned.id, signal)
    const at = ports.clock.now()
    ports.onSeen(user)
    if (!user) return { saw: 'gone', at }
    if (!user.unreadable) return { saw: 'user', user, at }
    const { endpoint, field } = user.unreadable
    return {
      saw: 'nothing',
      failure: { kind: 'unexpectedAnswer', method: 'GET', path: endpoint, field },
    }
  } catch (error) {
    return { saw: 'nothing', failure: failureOf(error) }
  }
}

const ok = (summary: Summary | undefined): Answer => ({ answer: 'ok', summary })
function notOk(error: unknown): Answer {
  const failure = failureOf(error)
  // An action is never aborted under way, so it was not even sent.
  return failure.kind === 'aborted' ? { answer: 'later', failure } : answerOf(failure)
}
const stop = (verdict: Settled): Outcome => ({ next: 'settled', settled: verdict })
const stopped = stop(settled('skipped', { reason: stoppedReason }))
