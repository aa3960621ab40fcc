import { type Failure, isPassing } from './failure'

export type FailureWords = {
  /** What happened, in one sentence. */
  readonly title: string
  /** Why, as far as it is known; what the API said is in quotation marks. */
  readonly explanation?: string
  /** What the operator can do. */
  readonly hint?: string
  /** To be shown with a copy button: the API's support asks for it. */
  readonly traceId?: string
  /** Trying again may help, and does no harm. */
  readonly retry: boolean
  /** What helps is a matter of how Rollcall was set up: a link to the set-up page belongs to it. */
  readonly help?: 'setup'
}

export type Context = {
  /** The vendor's name as it is written: "awork". */
  readonly provider: string
  /** What was tried, as it goes on after "not permitted to": "deactivate users". */
  readonly action?: string
}

/** The words for everything that can go wrong. What comes from the API is hostile until it is shown as text. */
export function describeFailure(failure: Failure, context: Context): FailureWords {
  const { remedy } = failure
  const words = wordsFor(failure, context)
  const { title, explanation, hint = remedy, help = remedy && ('setup' as const) } = words
  return {
    title,
    ...(explanation ? { explanation } : {}),
    ...(hint ? { hint } : {}),
    ...(failure.traceId ? { traceId: failure.traceId } : {}),
    retry: failure.method === 'GET' && isPassing(failure),
    ...(help ? { help } : {}),
  }
}

/** One sentence on why something is not known or not offered: the missing right rather than that one is missing. */
export function reasonFor(failure: Failure, context: Context): string {
  const { title, explanation, hint } = wordsFor(failure, context)
  if (failure.kind === 'notPermitted') return hint ?? title
  return [title, explanation].filter(Boolean).join(' ')
}

/** An answer to a write that does not tell whether it was done; `undefined`: there was none. */
export function whatCame({ kind, status }: Failure, provider: string): string | undefined {
  if (kind === 'unexpectedAnswer') return `${provider}’s answer was not as documented`
  return kind === 'server' && status !== undefined ? `${provider} failed with ${status}` : undefined
}

type Words = {
  readonly title: string
  readonly explanation?: string | undefined
  readonly hint?: string | undefined
  readonly help?: 'setup'
}

function wordsFor(failure: Failure, { provider, action }: Context): Words {
  const said = failure.description === undefined ? undefined : `“${failure.description}”`
  const again =
    failure.method === 'GET'
      ? 'Try again.'
      : 'Whether it was done is not known: look before you try again.'
  switch (failure.kind) {
    case 'unreachable':
      return {
        title: `${provider} could not be reached from this page.`,
        explanation: `Likely causes: this device is offline, something on the way blocks the call, ${provider} is down, or it does not allow calls from this page’s address (CORS).`,
        hint: again,
        help: 'setup',
      }
    case 'timeout':
      return { title: `${provider} did not answer in time.`, explanation: said, hint: again }
    case 'expired':
      return { title: `You are no longer signed in to ${provider}.`, hint: 'Sign in again.' }
    case 'notPermitted':
      return {
        title: `You are not permitted to ${action ?? 'do this'}.`,
        explanation: said,
        hint: permissionHint(failure, provider),
      }
    case 'notFound':
      return {
        title: failure.remedy
          ? `${provider} has nothing at this address.`
          : /\/users?\/[^/]+/.test(failure.path)
            ? 'The user is no longer there.'
            : `${provider} no longer has what was asked for.`,
        explanation: said,
      }
    case 'refused':
      return {
        title: action ? `${provider} refused to ${action}.` : `${provider} refused this.`,
        explanation: [said ?? failure.code, ...fieldWords(failure)].filter(Boolean).join(' '),
      }
    case 'rateLimited':
      return {
        title: `${provider} asks us to wait.`,
        explanation: said,
        hint: failure.retryAfterMs
          ? `Try again in ${Math.ceil(failure.retryAfterMs / 1000)} s.`
          : 'Try again in a minute.',
      }
    case 'server':
      return {
        title: `${provider} failed${failure.status ? ` with ${failure.status}` : ''}.`,
        explanation: said,
        hint: again,
      }
    case 'unexpectedAnswer':
      return {
        title: `${provider} answered not as documented.`,
        explanation: `${failure.method} ${failure.path}${failure.field ? `: ${failure.field}` : ''}`,
      }
    case 'aborted':
      return { title: 'Cancelled.' }
  }
}

function permissionHint({ right, status, description }: Failure, provider: string): string {
  if (right) return `Needs ${right.replace(/:(?! )/, ': ')}. An admin has it.`
  if (status === 403) {
    return `Something in front of ${provider} blocked the request; its support can tell why by the trace id.`
  }
  return description ? 'Ask an admin.' : 'Which right is missing is not known. An admin has it.'
}

function fieldWords({ fieldErrors = [] }: Failure): readonly string[] {
  return fieldErrors.map(({ field, message }) =>
    field ? `${field}: “${message}”` : `“${message}”`,
  )
}
