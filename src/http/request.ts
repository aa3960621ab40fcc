import { FailureError, type FailureKind } from './failure'

export type RequestOptions = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Absolute, or relative to the page. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** A token among the headers: an answer that repeats it is heard without it, because words of the API are shown and kept. */
  readonly secret?: string
  /** A `URLSearchParams` is sent as a form, everything else as JSON. */
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /** Aborted before, nothing is sent; what is under way then goes on. */
  readonly until?: AbortSignal | undefined
  readonly timeoutMs?: number
}

export type Answer = {
  readonly status: number
  readonly headers: Headers
  /** The parsed JSON; `undefined` where the answer had no body, or one that is not JSON. */
  readonly body: unknown
  /** The body as it came where it is not JSON, e.g. a gateway's error page. */
  readonly text: string | undefined
}

/** A gateway's plain words; of a web page nothing is fit to be read out. */
export function plainWords({ text }: Pick<Answer, 'text'>): string | undefined {
  const words = text?.trim()
  return words && !words.startsWith('<') ? words.slice(0, 300) : undefined
}

const patience = 30_000

/**
 * Every answer with a status is an `Answer`, whatever the status says: what it means is the vendor's affair.
 * @throws FailureError of kind `unreachable`, `timeout` or `aborted`
 */
export async function request(options: RequestOptions): Promise<Answer> {
  const { method, url, secret, body, signal, until, timeoutMs } = options
  const headers = new Headers(options.headers)
  if (!headers.has('accept')) headers.set('accept', 'application/json')
  const isForm = body instanceof URLSearchParams
  if (body !== undefined && !isForm) headers.set('content-type', 'application/json')

  return withPatience({ method, url, signal, until, timeoutMs }, async given => {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      signal: given,
      // A redirect could carry the request to another host; no API we speak to sends one.
      redirect: 'error',
      ...discreet,
    })
    const text = without(secret, await response.text())
    const json = text === '' ? undefined : parsed(text)
    return {
      status: response.status,
      headers: response.headers,
      body: json?.value,
      text: text !== '' && json === undefined ? text : undefined,
    }
  })
}

/**
 * `fetch` for a library that brings its own idea of a request, with our patience, discretion and failures.
 * The body has arrived with it: one that never ended would hold up whoever waits for a token.
 * @throws FailureError of kind `unreachable`, `timeout` or `aborted`
 */
export async function fetchPatiently(
  url: string,
  init: RequestInit & { readonly timeoutMs?: number } = {},
): Promise<Response> {
  const { timeoutMs, signal, ...rest } = init
  return withPatience(
    { method: init.method ?? 'GET', url, signal: signal ?? undefined, timeoutMs },
    async given => {
      const response = await fetch(url, { ...rest, signal: given, ...discreet })
      if (!response.body) return response
      const body = await response.blob()
      // A browser gives a 204 a body, an empty one, but lets nobody else do so.
      return new Response(body.size > 0 ? body : null, response)
    },
  )
}

/** The path of a URL without origin and query: it may be shown and kept. */
export function pathOf(url: string): string {
  return new URL(url, pageUrl()).pathname
}

/** No cookies, no cached people, no referrer that tells the API which user page is open. */
const discreet = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const

type Attempt = {
  readonly method: string
  readonly url: string
  readonly signal: AbortSignal | undefined
  readonly until?: AbortSignal | undefined
  readonly timeoutMs: number | undefined
}

async function withPatience<T>(
  attempt: Attempt,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, until } = attempt
  const path = pathOf(attempt.url)
  const failed = (kind: FailureKind) => new FailureError({ kind, method: attempt.method, path })
  if (signal?.aborted || until?.aborted) throw failed('aborted')

  const controller = new AbortController()
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    controller.abort()
  }, attempt.timeoutMs ?? patience)
  const cancel = () => controller.abort()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await send(controller.signal)
  } catch {
    // A browser tells offline, DNS, a cut connection and CORS apart in its console only: all of them are a TypeError.
    if (signal?.aborted) throw failed('aborted')
    throw failed(isLate ? 'timeout' : 'unreachable')
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
  }
}

/** What is as short as a word of the answer is nobody's token. */
const without = (secret: string | undefined, text: string) =>
  secret && secret.length > 8 ? text.replaceAll(secret, '…') : text

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function pageUrl(): string {
  return typeof location === 'undefined' ? 'http://localhost' : location.href
}
