import type { Failure } from '../http/failure'
import type { Action, ActionRules, RunOrder, Status, Summary, User } from '../providers/provider'
import type { Verdict } from './receipt'

/** A user as the operator saw them when they said yes. */
export type Planned = Pick<User, 'id' | 'name' | 'email' | 'status' | 'isAdmin' | 'kind'>

/** What the operator was told that the action will break, by figure key, and who goes along. */
export type Foreseen = {
  readonly figures: Readonly<Record<string, number | null>>
  readonly order: RunOrder
}

/** `notConfirmed`: the API said done, and reading again shows otherwise. */
export type RunFailure =
  | Failure
  | {
      readonly kind: 'notConfirmed'
      readonly description?: undefined
      readonly traceId?: undefined
    }

/** What came of one user's action. */
export type Settled = {
  readonly verdict: Verdict
  /** The status a read has seen; `undefined`: none has. */
  readonly after: Status | 'gone' | undefined
  /** When that read was, in milliseconds since the epoch. */
  readonly verifiedAt: number | undefined
  readonly summary: Summary | undefined
  readonly reason: string | undefined
  readonly failure: RunFailure | undefined
}

/** One look at a user. */
export type Sight =
  | { readonly saw: 'user'; readonly user: User; readonly at: number }
  | { readonly saw: 'gone'; readonly at: number }
  | { readonly saw: 'nothing'; readonly failure: Failure }

/** What came back of one write. */
export type Answer =
  | { readonly answer: 'ok'; readonly summary: Summary | undefined }
  /** Understood and not done: refused, not permitted, not there. */
  | { readonly answer: 'no'; readonly failure: Failure }
  /** Not processed, or not even sent, and may be sent again. */
  | { readonly answer: 'later'; readonly failure: Failure }
  /** Not processed: the session is over. */
  | { readonly answer: 'over'; readonly failure: Failure }
  /** Processed or not: nobody knows. */
  | { readonly answer: 'lost'; readonly failure: Failure }

/** The facts a verdict is made of, besides what was seen. */
export type Intent = {
  readonly action: Action
  readonly rules: ActionRules
  readonly planned: Planned
  /** The vendor's name, for sentences. */
  readonly vendor: string
}

export function answerOf(failure: Failure): Answer {
  switch (failure.kind) {
    case 'refused':
    case 'notPermitted':
    case 'notFound':
      return { answer: 'no', failure }
    case 'rateLimited':
      return { answer: 'later', failure }
    case 'expired':
      return { answer: 'over', failure }
    case 'unreachable':
    case 'timeout':
    case 'server':
    case 'unexpectedAnswer':
    case 'aborted':
      return { answer: 'lost', failure }
  }
}

/** Wanted, and not begun any more. */
export const stoppedReason = 'Stopped before this one'
export const interruptedReason = 'Not handled: the run was interrupted before this one'

export function settled(verdict: Verdict, facts: Partial<Omit<Settled, 'verdict'>> = {}): Settled {
  return {
    verdict,
    after: undefined,
    verifiedAt: undefined,
    summary: undefined,
    reason: undefined,
    failure: undefined,
    ...facts,
  }
}
