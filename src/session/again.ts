import { awaitAnswer, windowMark } from './answerWindow'
import type { Identity } from './identity'
import type { SignInProblem } from './problem'
import type { Session, Sessions } from './session'
import { beginSignIn, exchange } from './signIn'

/** Signing in again over the page, in a window of its own. */

export type Again =
  | { readonly state: 'signedIn' }
  | { readonly state: 'calledOff' }
  | { readonly state: 'failed'; readonly problem: SignInProblem }

/** `opened`: an empty window; a browser opens one only in answer to a click, so not in here. */
export async function signInAgain(
  sessions: Sessions,
  session: Session,
  opened: Pick<Window, 'close'> & { readonly location: Pick<Location, 'replace'> },
  signal: AbortSignal,
): Promise<Again> {
  const begun = await beginSignIn(sessions, session.connection, windowMark)
  if (signal.aborted) return { state: 'calledOff' }
  if ('problem' in begun) {
    opened.close()
    return { state: 'failed', problem: begun.problem }
  }
  const { transaction, url } = begun
  const answered = awaitAnswer(transaction.state, sessions.environment, signal)
  opened.location.replace(url)
  const answer = await answered
  if (!answer) return { state: 'calledOff' }
  const exchanged = await exchange(sessions, session.connection, transaction, answer)
  return 'problem' in exchanged
    ? { state: 'failed', problem: exchanged.problem }
    : resumeAs(sessions, session, exchanged.identity)
}

/** Goes on with the page, if it is the same person in the same workspace: what is open and selected is theirs. */
export function resumeAs(sessions: Sessions, session: Session, identity: Identity): Again {
  const { operator: expected, connection } = session
  const { operator } = identity
  if (operator.id !== expected.id || operator.workspace.id !== expected.workspace.id) {
    const problem = {
      kind: 'somebodyElse',
      name: operator.name,
      expected: expected.name,
    } as const
    return { state: 'failed', problem }
  }
  sessions.resume(connection.id, identity)
  return { state: 'signedIn' }
}
