import type { Failure } from '../http/failure'
import { describeFailure } from '../http/words'
import type { SignInProblem, Step } from './problem'

export type Words = {
  readonly title: string
  readonly text: string
  /** What the other side said of itself. Hostile until shown as text. */
  readonly quote?: string | undefined
  /** What helps is a matter of how Rollcall was set up: a link to the set-up page belongs to it. */
  readonly help?: 'setup' | undefined
  readonly traceId?: string | undefined
}

const doing = {
  registration: 'asked for a client id',
  authorize: 'asked for your consent',
  token: 'asked for a token',
} as const satisfies Record<Step, string>

/** The words for everything that keeps somebody from signing in. `vendor`: "awork". */
export function problemWords(problem: SignInProblem, vendor: string): Words {
  switch (problem.kind) {
    case 'denied':
      return {
        title: 'You were not signed in',
        text: `The consent was declined at ${vendor}. Nothing was read or changed. To go on, sign in again and allow access.`,
        quote: problem.description,
      }
    case 'nothingToExchange':
      return {
        title: 'There is nothing to finish here',
        text: 'This page ends a sign-in. It was reloaded or opened by itself, and what it ends with is good only once. Sign in again.',
      }
    case 'stateMissing':
      return {
        title: 'This answer belongs to no sign-in',
        text: `It came without the mark (“state”) that Rollcall gives each sign-in, so it was not used. Sign in again.`,
      }
    case 'stateUnknown':
      return {
        title: 'This answer belongs to another sign-in',
        text: 'Its mark (“state”) was not given out in this tab, so it was not used: the sign-in was begun in another tab or too long ago, or the address was made up by somebody. Sign in again here.',
      }
    case 'stateUsed':
      return {
        title: 'This answer was used before',
        text: 'Each sign-in can be finished once, and this one already was: the address was opened a second time. Sign in again.',
      }
    case 'codeExpired':
      return {
        title: 'The sign-in took too long',
        text: `The code that ${vendor} gave has expired or was used before, so it got no token. Sign in again.`,
      }
    case 'refused':
      return {
        title: `${vendor} refused the sign-in`,
        text: `It said no when Rollcall ${doing[problem.step]}${told(problem)}. ${remedy(problem.step)}`,
        quote: problem.description,
        help: problem.step === 'authorize' ? undefined : 'setup',
        traceId: problem.traceId,
      }
    case 'nonsense':
      return {
        title: `${vendor} gave an answer that makes no sense`,
        text: `When Rollcall ${doing[problem.step]}, the answer ${
          problem.field ? `had no usable “${problem.field}”` : 'was not what OAuth describes'
        }. Try again; if it stays so, have the addresses in /config.json checked.`,
        help: 'setup',
      }
    case 'unreachable':
      return {
        title: `${vendor} could not be reached from this page`,
        text: `There was no answer when Rollcall ${doing[problem.step]}. You may be offline, the address in /config.json may be wrong, or ${vendor} does not allow this page’s address (CORS). Try again.`,
        help: 'setup',
      }
    case 'server':
      return {
        title: `${vendor} has trouble`,
        text: `It answered ${problem.status} when Rollcall ${doing[problem.step]}. Try again in a moment.`,
      }
    case 'noClient':
      return {
        title: 'Rollcall has no client id for this connection',
        text: `Neither a client id nor an address to get one from is configured. Whoever runs this page can add oauth.clientId to /config.json; until then, use a token.`,
        help: 'setup',
      }
    case 'insecurePage':
      return {
        title: 'This page must be opened over https',
        text: `Over http the browser does not offer what a safe sign-in needs. Open the same address with https, or use a token.`,
      }
    case 'notLoaded':
      return {
        title: 'A part of Rollcall did not arrive',
        text: 'You may be offline, or Rollcall was updated since this tab was opened. Try again, or reload the page.',
      }
    case 'popupBlocked':
      return {
        title: 'The browser did not open the window',
        text: `Allow pop-ups for this page and try again, or use a token instead.`,
      }
    case 'notAToken':
      return {
        title: 'This is not a token',
        text: 'It has spaces, or characters that no token has, such as curly quotation marks. Nothing was sent. Copy the token alone, without “Bearer” or quotation marks, and paste it again.',
      }
    case 'notIdentified':
      return identityWords(problem.failure, vendor)
    case 'somebodyElse':
      return {
        title: 'That is somebody else',
        text: `You signed in as ${problem.name}, but this page was opened by ${problem.expected}. Sign in as ${problem.expected}, or sign out to go on as somebody else.`,
      }
  }
}

function told({ status, code }: { status?: number | undefined; code?: string | undefined }) {
  const said = [status, code].filter(part => part !== undefined).join(', ')
  return said && ` (${said})`
}

function remedy(step: Step) {
  switch (step) {
    case 'registration':
      return 'An admin of the workspace can add an API client by hand and put its client id into /config.json; until then, use a token.'
    case 'authorize':
      return 'Sign in again, or have an admin check the API client of this page.'
    case 'token':
      return 'Sign in again; if it stays so, have the client id and the redirect address checked.'
  }
}

function identityWords(failure: Failure, vendor: string): Words {
  if (failure.kind === 'expired' || failure.kind === 'notPermitted') {
    return {
      title: `${vendor} does not accept this token`,
      text: 'It may be mistyped, cut off, revoked, expired, or of another workspace.',
      quote: failure.description,
      traceId: failure.traceId,
    }
  }
  const { title, explanation, hint, help, traceId } = describeFailure(failure, {
    provider: vendor,
    action: 'sign in',
  })
  const sentences = ['So it is not known whose token this is.', explanation, hint]
  return {
    title: title.replace(/\.$/, ''),
    text: sentences.filter(Boolean).join(' '),
    help,
    traceId,
  }
}
