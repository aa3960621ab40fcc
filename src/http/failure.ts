/**
 * Everything that can go wrong between Rollcall and an API, by what the caller does about it.
 *
 * - `unreachable`: no answer and no status: offline, DNS, a cut connection, or CORS (a browser tells none of these apart)
 * - `timeout`: no answer within the time we wait
 * - `expired`: the session is over and could not be renewed
 * - `notPermitted`: the operator lacks a right
 * - `notFound`: the object is not (or no longer) there
 * - `refused`: the API understood and said no, with its own reason
 * - `rateLimited`: not processed; try again after `retryAfterMs`
 * - `server`: 5xx; whether a write was processed is not known
 * - `unexpectedAnswer`: an answer that is not as documented, `field` says where
 * - `aborted`: we cancelled it ourselves
 */
export const failureKinds = [
  'unreachable',
  'timeout',
  'expired',
  'notPermitted',
  'notFound',
  'refused',
  'rateLimited',
  'server',
  'unexpectedAnswer',
  'aborted',
] as const
export type FailureKind = (typeof failureKinds)[number]

export type Failure = {
  readonly kind: FailureKind
  readonly method: string
  /** Path without origin and without query: it may be shown and kept. */
  readonly path: string
  readonly status?: number | undefined
  /** The API's own error code, e.g. `insufficient-seats`. */
  readonly code?: string | undefined
  /** The API's own words. Hostile until shown as text. */
  readonly description?: string | undefined
  readonly traceId?: string | undefined
  /** `rateLimited`: how long the API asks us to wait. */
  readonly retryAfterMs?: number | undefined
  /** `notPermitted`: the right that is missing, in the vendor's words. */
  readonly right?: string | undefined
  /** What whoever runs Rollcall can do about it, in a sentence, where it is a matter of how it was set up. */
  readonly remedy?: string | undefined
  /** `unexpectedAnswer`: the field that is not as documented. */
  readonly field?: string | undefined
  /** `refused`: messages per field of what was sent. */
  readonly fieldErrors?: readonly { readonly field: string; readonly message: string }[] | undefined
}

/** A failure on its way up: thrown, because TanStack Query and async iteration want it thrown. */
export class FailureError extends Error {
  override readonly name = 'FailureError'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(`${failure.kind}: ${failure.method} ${failure.path}`)
    this.failure = failure
  }
}

/** The failure inside an unknown error; a programming error is thrown on, never shown as a failure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  throw error
}

/** Failures of a read that are worth another try. */
export function isPassing(failure: Failure): boolean {
  switch (failure.kind) {
    case 'unreachable':
    case 'timeout':
    case 'rateLimited':
    case 'server':
      return true
    case 'expired':
    case 'notPermitted':
    case 'notFound':
    case 'refused':
    case 'unexpectedAnswer':
    case 'aborted':
      return false
  }
}
