import type { Failure } from '../http/failure'
import { describeFailure, type FailureWords, whatCame } from '../http/words'
import { nameInWords } from '../ui/nameInWords'
import type { Outcome } from './saving'

export type OutcomeWords = {
  readonly title: string
  readonly detail: string | undefined
  readonly traceId: string | undefined
  /** A link to the set-up page belongs to it. */
  readonly help: FailureWords['help']
}

type Unsaved = Exclude<Outcome, { readonly came: 'saved' | 'conflict' }>

/**
 * Why it is not saved, or not known to be.
 * @param action as it goes on after "refused to"
 * @param fields of the form: what was refused about one of them stands there, what about none is said here
 */
export function outcomeWords(
  outcome: Unsaved,
  provider: string,
  action: string,
  fields: readonly string[],
): OutcomeWords {
  const describe = (failure: Failure | undefined) =>
    failure && describeFailure(withoutFields(failure, fields), { provider, action })
  const came = (failure: Failure | undefined) =>
    (failure && whatCame(failure, provider)) ?? 'the answer was lost'
  switch (outcome.came) {
    case 'refused': {
      const words = describe(outcome.failure)
      return worded(`Not saved. ${words?.title ?? ''}`, words, [words?.explanation, words?.hint])
    }
    case 'notDone': {
      const words = describe(outcome.failure)
      if (!words)
        return worded(
          `Not saved: ${provider} answered that it is done, and a read afterwards shows otherwise.`,
        )
      const { kind } = outcome.failure ?? {}
      const mayFollow = kind === 'timeout' || kind === 'unreachable'
      return worded(
        `Not saved: ${came(outcome.failure)}, and a read afterwards shows nothing of it.`,
        words,
        [
          outcome.failure && whatCame(outcome.failure, provider) ? words.explanation : words.title,
          mayFollow
            ? 'It may still be carried out: refresh the list before you try again.'
            : undefined,
        ],
      )
    }
    case 'notKnown': {
      const answer = describe(outcome.answer)
      const reading = describe(outcome.reading)
      return worded(
        outcome.answer
          ? `Whether it was saved is not known: ${came(outcome.answer)}, and it could not be read afterwards.`
          : `${provider} answered that it is saved, but it could not be read afterwards.`,
        { traceId: answer?.traceId ?? reading?.traceId, help: answer?.help ?? reading?.help },
        [reading?.title, 'Look again: nothing is written by that.'],
      )
    }
    case 'otherwise': {
      const { name, role, clientId } = outcome.apiUser
      return worded('Saved, but not as it was entered.', undefined, [
        `It is now called ${nameInWords(name)}, has the role ${nameInWords(role ?? 'not known')} and ${clientId ? `belongs to ${nameInWords(outcome.apiUser.client ?? clientId)}` : 'no client application'}.`,
      ])
    }
    case 'gone':
      return worded('Not saved: the API user is no longer there.')
  }
}

const worded = (
  title: string,
  words?: Partial<Pick<OutcomeWords, 'traceId' | 'help'>>,
  details: readonly (string | undefined)[] = [],
): OutcomeWords => ({
  title,
  detail: details.filter(Boolean).join(' ') || undefined,
  traceId: words?.traceId,
  help: words?.help,
})

function withoutFields(failure: Failure, fields: readonly string[]): Failure {
  const fieldErrors = failure.fieldErrors?.filter(({ field }) => !fields.includes(field)) ?? []
  return { ...failure, fieldErrors }
}
