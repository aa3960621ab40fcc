import type { Failure } from '../http/failure'
import { describeFailure, type FailureWords, whatCame } from '../http/words'
import type { Outcome } from './saving'

export type OutcomeWords = {
  readonly title: string
  readonly detail: string | undefined
  readonly traceId: string | undefined
  /** A link to the set-up page belongs to it. */
  readonly help: FailureWords['help']
}

type Unsettled = Exclude<Outcome, { readonly state: 'saved' }>

/** @param said that it is done: "Contact added" */
export function savedWords(
  said: string,
  { failure }: Extract<Outcome, { readonly state: 'saved' }>,
  provider: string,
): string {
  if (!failure) return said
  return `${said}: ${whatCame(failure, provider) ?? 'the answer was lost'}, and a read afterwards shows it`
}

/**
 * Why it is not saved, or not known to be.
 * @param action as it goes on after "refused to"
 * @param fields of the form: what was refused about one of them stands there, what about none is said here
 * @param done what it would be if all were well
 */
export function outcomeWords(
  outcome: Unsettled,
  provider: string,
  action: string,
  fields: readonly string[] = [],
  done: 'saved' | 'deleted' = 'saved',
): OutcomeWords {
  const { failure } = outcome
  const words = failure && describeFailure(withoutFields(failure, fields), { provider, action })
  const help = words?.help
  const said = words && [words.title, words.explanation].filter(Boolean).join(' ')
  const traceId = words?.traceId
  const came = failure && whatCame(failure, provider)
  if (outcome.state === 'notKnown')
    return {
      title: `Whether it was ${done} is not known: it could not be read afterwards.`,
      detail: [said, 'Try again when it can be read: it is looked at before anything is written.']
        .filter(Boolean)
        .join(' '),
      traceId,
      help,
    }
  switch (outcome.why) {
    case 'lost':
      return {
        title: `Not ${done}: ${came ?? 'the answer was lost'}, and a read afterwards shows it as it was.`,
        detail:
          [came ? words?.explanation : said, mayFollow(failure) && 'It may still be carried out.']
            .filter(Boolean)
            .join(' ') || undefined,
        traceId,
        help,
      }
    case 'notConfirmed':
      return {
        title: `Not ${done}: ${provider} answered that it is done, and a read afterwards shows otherwise.`,
        detail: undefined,
        traceId,
        help,
      }
    case 'refused':
      return {
        title: `Not ${done}. ${words?.title ?? ''}`,
        detail: [words?.explanation, words?.hint].filter(Boolean).join(' ') || undefined,
        traceId,
        help,
      }
  }
}

/** Rights can be lost while a form is open. */
export const notSaved = (
  reason: string,
  { done = 'saved', detail }: { done?: 'saved' | 'deleted'; detail?: string } = {},
): OutcomeWords => ({
  title: `Not ${done}. ${reason}`,
  detail,
  traceId: undefined,
  help: undefined,
})

function withoutFields(failure: Failure, fields: readonly string[]): Failure {
  const fieldErrors = failure.fieldErrors?.filter(({ field }) => !fields.includes(field)) ?? []
  return { ...failure, fieldErrors }
}

/** Who did not answer in time, or was cut off, may still be at it. */
const mayFollow = (failure: Failure | undefined) =>
  failure?.kind === 'timeout' || failure?.kind === 'unreachable'
