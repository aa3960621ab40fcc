import { type Failure, FailureError, type FailureKind } from '../../http/failure'
import { type Answer, pathOf, type RequestOptions, request } from '../../http/request'
import { retryRead } from '../../http/retry'
import { retryAfter } from '../../http/retryAfter'
import type { Ending } from '../ending'
import { limited, type Turnstile } from '../limit'
import type { Parsed } from '../parsing'
import type { Credentials } from '../provider'
import { toErrorBody } from './errors'

export type Call = Ending & {
  readonly method: RequestOptions['method']
  /** Below the API's base, beginning with a slash; ids already encoded. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** The right the call needs, for the words of a refusal. */
  readonly right?: string
}

export type Client = {
  /** Sends one request, once, and answers with a 2xx, or throws a `FailureError`. */
  readonly call: (call: Call) => Promise<Reply>
  /** A write whose answer is wanted: sent once, its answer parsed. */
  readonly write: <T>(call: Call, parse: (body: unknown) => Parsed<T>) => Promise<T>
  /** A GET, tried again while its failure may pass, its answer parsed. */
  readonly read: <T>(
    call: Omit<Call, 'method' | 'body' | keyof Ending> & { readonly signal: AbortSignal },
    parse: (body: unknown, sentAt: number) => Parsed<T>,
  ) => Promise<Read<T>>
}

/**
 * `sentAt`: milliseconds since the epoch at which the request left. What it tells is at least as new as that, and of
 * two answers the one asked for later holds: a page of a list may well arrive after what it tells was changed.
 */
type Reply = Answer & { readonly sentAt: number }

export type Read<T> = {
  readonly value: T
  /** `aw-totalitems`, where awork exposes it to other origins. */
  readonly total: number | undefined
}

/**
 * Half of what the least of the plans allows, 1,000 a minute and 50 a second: the limit is the workspace's, and its
 * other integrations live on it too. 16 requests at once ran into it and 4 did best for a public client of this API.
 * https://developers.awork.com/rate-limits
 */
const limit = {
  atOnce: 4,
  within: [
    { count: 500, ms: 60_000 },
    { count: 25, ms: 1_000 },
  ],
}

export function createClient(apiUrl: string, credentials: Credentials): Client {
  const base = apiUrl.replace(/\/+$/, '')
  const turn = limited(limit)

  const call = async (wanted: Call): Promise<Reply> => {
    const query = wanted.query ? `?${new URLSearchParams(wanted.query)}` : ''
    const url = `${base}${wanted.path}${query}`
    const send = async (token: string): Promise<Reply> => {
      const sentAt = Date.now()
      const answer = await request({
        method: wanted.method,
        url,
        headers: { authorization: `Bearer ${token}` },
        secret: token,
        body: wanted.body,
        signal: wanted.signal,
        until: wanted.until,
      })
      slowDown(turn, answer)
      return { ...answer, sentAt }
    }
    let token = ''
    const first = await turn(() => {
      token = credentials.token()
      return send(token)
    })
    if (first.status !== 401 || isAboutWho(first)) return accepted(first, wanted, url)
    // The token was turned away before anything was processed, so repeating is safe for a write too. A second 401
    // is taken for a missing right: awork uses 401 for both. https://developers.awork.com/error-handling
    const fresh = await credentials.renew(token)
    return accepted(await turn(() => send(fresh)), wanted, url)
  }

  const understood = <T>(parsed: Parsed<T>, answer: Reply, { method, path }: Call): T => {
    if (parsed.ok) return parsed.value
    throw new FailureError({
      kind: 'unexpectedAnswer',
      method,
      path: pathOf(`${base}${path}`),
      status: answer.status,
      field: parsed.field,
      traceId: traceIdOf(answer, undefined),
    })
  }

  const write: Client['write'] = async (wanted, parse) => {
    const answer = await call(wanted)
    return understood(parse(answer.body), answer, wanted)
  }

  const read: Client['read'] = (wanted, parse) =>
    retryRead(async () => {
      const asked = { ...wanted, method: 'GET' } as const
      const answer = await call(asked)
      const value = understood(parse(answer.body, answer.sentAt), answer, asked)
      return { value, total: totalOf(answer.headers) }
    }, wanted.signal)

  return { call, write, read }
}

function accepted(answer: Reply, call: Call, url: string): Reply {
  if (answer.status >= 200 && answer.status < 300) return answer
  throw new FailureError(failureFrom(answer, call, url, kindOf(answer.status)))
}

/** A 401 that no other token for the same person would change. https://developers.awork.com/error-handling */
function isAboutWho(answer: Answer): boolean {
  const { code } = toErrorBody(answer)
  return code === 'unauthorized' || code === 'deactivated-user'
}

function kindOf(status: number): FailureKind {
  if (status === 401 || status === 403) return 'notPermitted'
  if (status === 404) return 'notFound'
  if (status === 408) return 'timeout'
  if (status === 429) return 'rateLimited'
  if (status >= 500) return 'server'
  if (status >= 400) return 'refused'
  return 'unexpectedAnswer'
}

function failureFrom(answer: Answer, call: Call, url: string, kind: FailureKind): Failure {
  const { code, description, traceId, fieldErrors } = toErrorBody(answer)
  return {
    kind,
    method: call.method,
    path: pathOf(url),
    status: answer.status,
    code,
    description,
    traceId: traceIdOf(answer, traceId),
    retryAfterMs: kind === 'rateLimited' ? retryAfter(answer.headers, waits) : undefined,
    // A 403 is the edge's, which knows no rights: it blocks what it takes for an attack.
    right: answer.status === 401 && code !== 'deactivated-user' ? call.right : undefined,
    field: kind === 'unexpectedAnswer' ? 'status' : undefined,
    fieldErrors,
  }
}

/**
 * What awork's support asks for. Headers are readable only where awork exposes them to other origins.
 * https://developers.awork.com/support
 */
function traceIdOf({ status, headers }: Answer, fromBody: string | undefined): string | undefined {
  // What was blocked at the edge never came to where traces are.
  const names = status === 403 ? ['x-edge-ref', 'trace-id'] : ['trace-id', 'x-edge-ref']
  return fromBody ?? names.map(name => headers.get(name)).find(id => id) ?? undefined
}

/** Both count seconds. https://developers.awork.com/rate-limits */
const waits = ['ratelimit-reset', 'retry-after']

/** For how long nobody begins after a 429 that does not say it, and at most: awork counts by the minute. */
const pause = 2_000
const longest = 60_000

/**
 * What awork says of the limit where its headers can be read: it is the workspace's, and as soon as others have used more
 * than their half of it, we go half as fast as what is left would allow until it is reset.
 * https://developers.awork.com/rate-limits
 */
function slowDown(turn: Turnstile, { status, headers }: Answer): void {
  const reset = Math.min(retryAfter(headers, waits) ?? pause, longest)
  if (status === 429) turn.hold(reset)
  const [limit, left, perSecond] = [
    'ratelimit-limit',
    'ratelimit-remaining',
    'x-ratelimit-limit-second',
  ].map(name => countIn(headers, name))
  // Of a second's limit, awork's own example says that it is reset in 47 seconds.
  const until = limit === perSecond ? 1_000 : reset
  const isScarce = limit !== undefined && left !== undefined && left < limit / 2
  turn.space(isScarce ? (2 * until) / Math.max(2, left) : 0)
}

function countIn(headers: Headers, name: string): number | undefined {
  const value = headers.get(name)?.trim()
  return value && /^\d+$/.test(value) ? Number(value) : undefined
}

/** https://developers.awork.com/pagination */
const totalOf = (headers: Headers) => countIn(headers, 'aw-totalitems')
