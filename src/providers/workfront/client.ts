import { type Failure, FailureError, type FailureKind } from '../../http/failure'
import { type Answer, pathOf, type RequestOptions, request } from '../../http/request'
import { retryRead } from '../../http/retry'
import { retryAfter } from '../../http/retryAfter'
import type { Ending } from '../ending'
import { limited } from '../limit'
import type { Parsed } from '../parsing'
import type { Credentials } from '../provider'
import { kindOf, remedyFor, toErrorBody } from './errors'

export type Call = Ending & {
  readonly method: 'GET' | 'PUT'
  /** Below the API's base, beginning with a slash; ids already encoded. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** The right the call needs, for the words of a refusal. */
  readonly right: string
}

export type Client = {
  /** Sends one request, once, and answers with what Workfront took, or throws a `FailureError`. */
  readonly call: (call: Call) => Promise<Answer>
  /** A GET, tried again while its failure may pass, its answer parsed. */
  readonly read: <T>(
    call: Omit<Call, 'method' | 'body' | keyof Ending> & { readonly signal: AbortSignal },
    parse: (body: unknown, sentAt: number) => Parsed<T>,
  ) => Promise<T>
}

/** `sentAt`: when the request left, in milliseconds since the epoch; what it tells is at least as new as that. */
type Reply = Answer & { readonly sentAt: number }

/**
 * Workfront counts requests at once, not per minute, and for the whole customer: ten when it still said how many.
 * https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-basics
 */
export const atOnce = 4

/** Its edge takes no address longer than 8,892 bytes; what stands before our path is not known where it is forwarded. */
const longest = 8_000

export function createClient(apiUrl: string, credentials: Credentials): Client {
  const base = apiUrl.replace(/\/+$/, '')
  const turn = limited({ atOnce })

  const call = async (wanted: Call): Promise<Reply> => {
    const url = `${base}${wanted.path}`
    const send = async (token: string): Promise<Reply> => {
      const sentAt = Date.now()
      const answer = await request({
        ...addressed(wanted, url),
        headers: headersFor(token),
        secret: token,
        signal: wanted.signal,
        until: wanted.until,
      })
      return { ...answer, sentAt }
    }
    const headersFor = (token: string) => ({
      // A key in the place of a session is "not currently logged in", and neither belongs into an address.
      [credentials.means() === 'oauth' ? 'sessionID' : 'apiKey']: token,
      'x-requested-with': 'XMLHttpRequest',
    })
    let token = ''
    const first = await turn(() => {
      token = credentials.token()
      return send(token)
    })
    const kind = kindOf(first, toErrorBody(first), wanted.path)
    if (kind === undefined) return first
    if (kind !== 'expired') throw failed(first, wanted, url, kind)
    // The token was turned away before anything was processed, so repeating is safe for a write too.
    const fresh = await credentials.renew(token)
    const second = await turn(() => send(fresh))
    const again = kindOf(second, toErrorBody(second), wanted.path)
    if (again === undefined) return second
    throw failed(second, wanted, url, again)
  }

  const read: Client['read'] = (wanted, parse) =>
    retryRead(async () => {
      const asked = { ...wanted, method: 'GET' } as const
      const answer = await call(asked)
      const result = parse(answer.body, answer.sentAt)
      if (result.ok) return result.value
      const path = pathOf(`${base}${wanted.path}`)
      throw new FailureError({
        kind: 'unexpectedAnswer',
        method: 'GET',
        path,
        status: answer.status,
        field: result.field,
        ...remedyFor(answer, path),
      })
    }, wanted.signal)

  return { call, read }
}

type Addressed = Pick<RequestOptions, 'method' | 'url' | 'body'>

/** Where the address would be too long, a read goes as a form that says which method it stands for. */
function addressed({ method, query, body }: Call, url: string): Addressed {
  const parameters = new URLSearchParams(query)
  const whole = parameters.size > 0 ? `${url}?${parameters}` : url
  if (method !== 'GET' || whole.length <= longest) return { method, url: whole, body }
  parameters.set('method', 'GET')
  return { method: 'POST', url, body: parameters }
}

function failed(answer: Answer, call: Call, url: string, kind: FailureKind): FailureError {
  const { status } = answer
  const { isWorkfronts, code, description } = toErrorBody(answer)
  const path = pathOf(url)
  const failure: Failure = {
    kind,
    method: call.method,
    path,
    status,
    code: code ?? (isWorkfronts ? 'error' : codeWithout(kind, status)),
    description,
    // Workfront documents none, but what stands before it may say how long.
    retryAfterMs: kind === 'rateLimited' ? retryAfter(answer.headers) : undefined,
    // Of what the edge blocked only the edge knows.
    traceId: isWorkfronts ? undefined : (answer.headers.get('x-reference-error') ?? undefined),
    // Another 403 is the edge's, which knows no rights.
    right: kind === 'notPermitted' && isWorkfronts ? call.right : undefined,
    field: kind === 'unexpectedAnswer' ? 'status' : undefined,
    ...remedyFor(answer, path),
  }
  return new FailureError(failure)
}

/** Where nothing else says why. */
function codeWithout(kind: FailureKind, status: number): string | undefined {
  return kind === 'refused' ? `HTTP ${status}` : undefined
}
