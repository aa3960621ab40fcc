import { envelope } from './envelope'

/** The statuses that Adobe's OpenAPI document names. https://developer.adobe.com/workfront-apis/api/ */
const problems = {
  notSupported: { status: 400, class: 'com.attask.common.UnsupportedOperationException' },
  notAuthenticated: { status: 401, class: 'com.attask.common.AuthenticationException' },
  forbidden: { status: 403, class: 'com.attask.common.SecurityException' },
  notFound: { status: 404, class: 'com.attask.common.ObjectNotFoundException' },
  retired: { status: 410, class: 'com.attask.common.ResourceGoneException' },
  invalid: { status: 422, class: 'java.lang.IllegalArgumentException' },
  tooMany: { status: 429, class: 'com.attask.common.TooManyRequestsException' },
  failed: { status: 500, class: 'java.lang.RuntimeException' },
} as const

export type ProblemKind = keyof typeof problems

/** Ends a call with Workfront's error. */
export class Problem extends Error {
  readonly kind: ProblemKind

  constructor(kind: ProblemKind, message: string) {
    super(message)
    this.kind = kind
  }

  get status(): number {
    return problems[this.kind].status
  }

  get body() {
    return envelope(problems[this.kind].class, this.message)
  }
}

/** Also what a fault of the switch answers that has no words of its own. */
export function wordsOf(status: number): { readonly class: string; readonly message: string } {
  const found = Object.values(problems).find(problem => problem.status === status)
  return {
    class: found?.class ?? problems.failed.class,
    message: words[status] ?? 'An unexpected error occurred.',
  }
}

const words: Readonly<Record<number, string>> = {
  400: 'The operation is not supported.',
  401: 'You are not currently logged in.',
  403: 'The user does not have permission to perform the operation.',
  404: 'The requested resource was not found.',
  410: 'The requested resource is no longer available in this API version.',
  422: 'The request contains invalid data.',
  429: 'Too many concurrent API requests for the given customer.',
}

/** The words of Adobe's OpenAPI document, where no better ones are known. */
export function problem(kind: ProblemKind, message?: string): Problem {
  return new Problem(kind, message ?? wordsOf(problems[kind].status).message)
}
