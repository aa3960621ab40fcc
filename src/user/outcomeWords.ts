import type { Failure } from '../http/failure'
import { describeFailure } from '../http/words'
import type { Outcome } from './saving'

export type OutcomeWords = {
  readonly title: string
  readonly detail: string | undefined
  readonly traceId: string | undefined
}

type Unsettled = Exclude<Outcome, { readonly state: 'saved' }>

/** Why it is not saved, or not known to be. @param action as it goes on after "refused to" */
export function outcomeWords(outcome: Unsettled, provider: string, action: string): OutcomeWords {
  const { failure } = outcome
  const words = failure && describeFailure(withoutFields(failure), { provider, action })
  const said = words && [words.title, words.explanation].filter(Boolean).join(' ')
  const traceId = words?.traceId
  if (outcome.state === 'notKnown')
    return {
      title: `Whether it was saved is not known: it could not be read afterwards.`,
      detail: [said, 'Try again when it can be read: it is looked at before anything is written.']
        .filter(Boolean)
        .join(' '),
      traceId,
    }
  switch (outcome.why) {
    case 'lost':
      return {
        title: 'Not saved: the answer was lost, and a read afterwards shows it as it was.',
        detail: said,
        traceId,
      }
    case 'notConfirmed':
      return {
        title: `Not saved: ${provider} answered that it is done, and a read afterwards shows otherwise.`,
        detail: undefined,
        traceId,
      }
    case 'refused':
      return {
        title: `Not saved. ${words?.title ?? ''}`,
        detail: [words?.explanation, words?.hint].filter(Boolean).join(' ') || undefined,
        traceId,
      }
  }
}

/** Rights can be lost while a form is open. */
export const notSaved = (reason: string): OutcomeWords => ({
  title: `Not saved. ${reason}`,
  detail: undefined,
  traceId: undefined,
})

/** They stand at their fields. */
function withoutFields({ fieldErrors: _, ...failure }: Failure): Failure {
  return failure
}
