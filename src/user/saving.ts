import { type Failure, failureOf } from '../http/failure'
import { answerOf } from '../runs/facts'

/** What came of a write, as far as a read afterwards shows. */
export type Outcome =
  /** `failure`: there was no good answer, and yet it is so. */
  | { readonly state: 'saved'; readonly failure: Failure | undefined }
  /** `lost` and `notConfirmed`: a read afterwards shows it as it was. */
  | {
      readonly state: 'notSaved'
      readonly why: 'refused' | 'lost' | 'notConfirmed'
      readonly failure: Failure | undefined
    }
  /** Written or not: it could not be read afterwards. */
  | { readonly state: 'notKnown'; readonly failure: Failure }

/**
 * Writes once and claims only what a read afterwards shows. A lost answer is settled by that read, too.
 * @param shows whether the write is to be seen, by a read begun after it
 */
export async function settleWrite(
  write: () => Promise<void>,
  shows: () => Promise<boolean>,
): Promise<Outcome> {
  const failure = await failureFrom(write())
  if (failure) {
    const { answer } = answerOf(failure)
    if (answer !== 'lost') return { state: 'notSaved', why: 'refused', failure }
  }
  try {
    const isSo = await shows()
    if (isSo) return { state: 'saved', failure }
    return { state: 'notSaved', why: failure ? 'lost' : 'notConfirmed', failure }
  } catch (error) {
    return { state: 'notKnown', failure: failureOf(error) }
  }
}

async function failureFrom(work: Promise<void>): Promise<Failure | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    return failureOf(error)
  }
}
