import type { Failure } from '../http/failure'
import { whatCame } from '../http/words'
import type { FigureLabel, Forecast, User } from '../providers/provider'
import {
  type Answer,
  type Foreseen,
  type Intent,
  interruptedReason,
  type Planned,
  type Settled,
  type Sight,
  settled,
} from './facts'
import { figureLabel } from './figures'
import { targetsOf } from './guards'
import { listInWords, statusWords } from './words'

/**
 * Write, or what is said instead. The look must be the last thing before the write.
 * @param worse what the write would break by now beyond what was foreseen, in words
 */
export function beforeWriting(
  intent: Intent,
  sight: Sight,
  worse?: string,
):
  | { readonly next: 'write'; readonly user: User }
  | { readonly next: 'settled'; readonly settled: Settled } {
  const { planned } = intent
  if (sight.saw === 'nothing')
    return stop(
      settled('failed', {
        failure: sight.failure,
        reason: 'Could not be read, so nothing was done',
      }),
    )
  const word = seenWord(sight)
  if (isReached(intent, sight))
    return stop(
      settled('already', {
        ...seen(sight),
        reason: `Seen ${word} just before the write`,
      }),
    )
  if (sight.saw === 'gone')
    return stop(
      settled('failed', { ...seen(sight), failure: notThere(planned), reason: 'No longer there' }),
    )
  const drift = driftOf(planned, sight.user) ?? worse
  return drift === undefined
    ? { next: 'write', user: sight.user }
    : stop(settled('skipped', { ...seen(sight), reason: drift }))
}

/** What changed between the operator's yes and the write, in words. */
function driftOf(planned: Planned, now: User): string | undefined {
  if (now.status !== planned.status)
    return `Changed in between: was ${statusWords[planned.status].toLowerCase()}, is ${statusWords[now.status].toLowerCase()}`
  // An admin who was not known to be one was announced as such.
  if (planned.isAdmin === false && now.isAdmin === true)
    return 'Changed in between: is an admin now'
  if (planned.isAdmin === true && now.isAdmin === false)
    return 'Changed in between: is no longer an admin'
  return undefined
}

/** In words; `undefined`: nothing. What is not known, then or now, tells nothing. */
export function worseThanForeseen(
  { figures }: Foreseen,
  now: Forecast,
  labels: readonly FigureLabel[],
): string | undefined {
  const worse = Object.entries(now).flatMap(([key, figure]) => {
    const foreseen = figures[key] ?? undefined
    const label = labels.find(label => label.key === key)
    if (foreseen === undefined || label?.growsInRun) return []
    if (!figure.known || figure.value <= foreseen) return []
    const what =
      label?.counted?.[figure.value === 1 ? 0 : 1] ?? figureLabel(key, labels).toLowerCase()
    return [`${figure.value} ${what} (${foreseen} foreseen)`]
  })
  return worse.length === 0 ? undefined : `Changed in between: ${listInWords(worse)}`
}

/** The verdict after a write and a look; `undefined`: look again. After the last look there is always one. */
export function afterWriting(intent: Intent, answer: Answer, sight: Sight, looks: 'last'): Settled
export function afterWriting(
  intent: Intent,
  answer: Answer,
  sight: Sight,
  looks: 'moreToCome',
): Settled | undefined
export function afterWriting(
  intent: Intent,
  answer: Answer,
  sight: Sight,
  looks: 'last' | 'moreToCome',
): Settled | undefined {
  const reached = isReached(intent, sight)
  const last = looks === 'last'
  switch (answer.answer) {
    case 'ok': {
      if (reached) return settled('done', { ...seen(sight), summary: answer.summary })
      if (!last) return undefined
      if (sight.saw === 'nothing')
        return settled('unknown', {
          summary: answer.summary,
          failure: sight.failure,
          reason: `${intent.vendor} answered that it is done, but the user could not be read since`,
        })
      // What it says it did, it has not: the summary is worth as little.
      return settled('failed', {
        ...seen(sight),
        failure: { kind: 'notConfirmed' },
        reason: `${intent.vendor} answered that it is done, but reading again shows ${shown(sight)}${byOthers(intent, sight)}`,
      })
    }
    case 'lost': {
      const { failure } = answer
      const came = whatCame(failure, intent.vendor)
      if (reached)
        return settled('done', {
          ...seen(sight),
          reason: `${came ?? 'Answer lost'}, seen ${seenWord(sight)} afterwards`,
        })
      if (!last) return undefined
      if (sight.saw === 'nothing')
        return settled('unknown', {
          failure,
          reason: `${came ?? 'The answer was lost'}, and the user could not be read since`,
        })
      return settled('failed', {
        ...seen(sight),
        failure,
        reason: `${came ?? 'The answer was lost'}, and reading again shows ${shown(sight)}${byOthers(intent, sight)}${mayFollow(failure)}`,
      })
    }
    case 'no':
    case 'later': {
      const { failure } = answer
      if (reached)
        return settled('already', {
          ...seen(sight),
          reason: `${intent.vendor} did not do it, but it is seen ${seenWord(sight)}: somebody else did`,
        })
      const notSent =
        failure.kind === 'aborted'
          ? 'Not sent: each time it had to wait too long after the look'
          : undefined
      return settled('failed', { ...seen(sight), failure, reason: notSent })
    }
    case 'over':
      return settled('failed', { failure: answer.failure })
  }
}

/** What a look says of a write whose answer this page never got, because the run was interrupted. */
export function afterInterruption(intent: Intent, wasSent: boolean, sight: Sight): Settled {
  const reached = isReached(intent, sight)
  if (reached)
    return wasSent
      ? settled('done', {
          ...seen(sight),
          reason: `Interrupted before the answer, seen ${seenWord(sight)} afterwards`,
        })
      : settled('already', {
          ...seen(sight),
          reason: `Seen ${seenWord(sight)} already`,
        })
  if (!wasSent) return settled('skipped', { ...seen(sight), reason: interruptedReason })
  if (sight.saw === 'nothing')
    return settled('unknown', {
      failure: sight.failure,
      reason: 'Interrupted before the answer, and the user could not be read since',
    })
  return settled('failed', {
    ...seen(sight),
    reason: `Interrupted before the answer, and reading again shows ${shown(sight)}`,
  })
}

function isReached(intent: Intent, sight: Sight): boolean {
  if (sight.saw === 'nothing') return false
  return targetsOf(intent.rules).includes(sight.saw === 'gone' ? 'gone' : sight.user.status)
}

function seen(sight: Sight): Pick<Settled, 'after' | 'verifiedAt'> {
  if (sight.saw === 'nothing') return { after: undefined, verifiedAt: undefined }
  return { after: sight.saw === 'gone' ? 'gone' : sight.user.status, verifiedAt: sight.at }
}

const seenWord = (sight: Sight) =>
  sight.saw === 'user' ? statusWords[sight.user.status].toLowerCase() : 'gone'

const shown = (sight: Sight) =>
  sight.saw === 'user' ? statusWords[sight.user.status] : 'that the user is no longer there'

/** Neither what it was nor what it should be: a third hand is likely, or one is still missing. */
function byOthers(intent: Intent, sight: Sight): string {
  if (sight.saw === 'user' && sight.user.status === 'pendingApproval')
    return ': somebody has to approve it'
  const unchanged = sight.saw === 'user' && sight.user.status === intent.planned.status
  return unchanged ? '' : ': somebody else may have changed it'
}

/** Who did not answer in time, or was cut off, may still be at it. */
const mayFollow = ({ kind }: Failure) =>
  kind === 'timeout' || kind === 'unreachable' ? '. It may still be carried out' : ''

const notThere = (planned: Planned): Failure => ({
  kind: 'notFound',
  method: 'GET',
  path: `/users/${planned.id}`,
})

const stop = (result: Settled) => ({ next: 'settled', settled: result }) as const
