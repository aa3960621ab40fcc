import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FailureError } from './failure'
import { fetchPatiently, request } from './request'

const fetched = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  fetched.mockReset()
})

const url = 'https://api.example/api/v1/users/7?token=secret'

async function failureOfRequest(options: Partial<Parameters<typeof request>[0]> = {}) {
  const error = await request({ method: 'GET', url, ...options }).catch(thrown => thrown)
  if (!(error instanceof FailureError)) throw new Error('expected a FailureError')
  return error.failure
}

/** Answers only when it is aborted, as `fetch` does. */
function silence(_: unknown, init?: RequestInit): Promise<Response> {
  return new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
  })
}

describe('request', () => {
  it('sends JSON, and no cookies, no referrer, to no other host', async () => {
    fetched.mockResolvedValue(Response.json({ ok: true }))
    const answer = await request({ method: 'POST', url, body: { isArchived: true } })
    expect(answer).toMatchObject({ status: 200, body: { ok: true }, text: undefined })
    const init = fetched.mock.calls[0]?.[1]
    expect(init).toMatchObject({
      method: 'POST',
      body: '{"isArchived":true}',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    })
    expect(new Headers(init?.headers).get('content-type')).toBe('application/json')
  })

  it('sends a form as a form', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }))
    const body = new URLSearchParams({ grant_type: 'refresh_token' })
    await request({ method: 'POST', url, body })
    expect(fetched.mock.calls[0]?.[1]?.body).toBe(body)
    expect(new Headers(fetched.mock.calls[0]?.[1]?.headers).has('content-type')).toBe(false)
  })

  it('sends no body and no content type where there is none', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }))
    const answer = await request({ method: 'POST', url })
    expect(answer).toMatchObject({ status: 204, body: undefined, text: undefined })
    expect(fetched.mock.calls[0]?.[1]).not.toHaveProperty('body')
  })

  it('answers with any status there is', async () => {
    for (const status of [400, 401, 404, 429, 500, 503]) {
      fetched.mockResolvedValueOnce(new Response('{}', { status }))
      expect((await request({ method: 'GET', url })).status).toBe(status)
    }
  })

  it('keeps what is not JSON as text', async () => {
    fetched.mockResolvedValue(new Response('<h1>Blocked</h1>', { status: 403 }))
    expect(await request({ method: 'GET', url })).toMatchObject({
      body: undefined,
      text: '<h1>Blocked</h1>',
    })
  })

  it('calls a refused connection unreachable, and keeps query and host out of it', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await failureOfRequest()).toEqual({
      kind: 'unreachable',
      method: 'GET',
      path: '/api/v1/users/7',
    })
  })

  it('calls a connection that is cut in the middle of the body unreachable', async () => {
    const body = new ReadableStream({ start: controller => controller.error(new TypeError('cut')) })
    fetched.mockResolvedValue(new Response(body))
    expect((await failureOfRequest()).kind).toBe('unreachable')
  })

  it('gives up after 30 seconds of silence', async () => {
    vi.useFakeTimers()
    fetched.mockImplementation(silence)
    const failing = failureOfRequest()
    await vi.advanceTimersByTimeAsync(29_999)
    const early = await Promise.race([failing, Promise.resolve('still waiting')])
    expect(early).toBe('still waiting')
    await vi.advanceTimersByTimeAsync(1)
    expect((await failing).kind).toBe('timeout')
  })

  it('waits for the whole body within the same time', async () => {
    vi.useFakeTimers()
    fetched.mockImplementation(async (_, init) => {
      const body = new ReadableStream({
        start: controller =>
          init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted'))),
      })
      return new Response(body)
    })
    const failing = failureOfRequest({ timeoutMs: 1000 })
    await vi.advanceTimersByTimeAsync(1000)
    expect((await failing).kind).toBe('timeout')
  })

  it('calls it aborted only when the caller cancelled', async () => {
    fetched.mockImplementation(silence)
    const controller = new AbortController()
    const failing = failureOfRequest({ signal: controller.signal })
    controller.abort()
    expect((await failing).kind).toBe('aborted')
    expect((await failureOfRequest({ signal: controller.signal })).kind).toBe('aborted')
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('says on what path a relative URL failed', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    expect((await failureOfRequest({ url: '/proxy/api/v1/me?x=1' })).path).toBe('/proxy/api/v1/me')
  })
})

describe('fetchPatiently', () => {
  it('leaves the request as the library wants it, but discreet', async () => {
    fetched.mockResolvedValue(new Response('{}'))
    await fetchPatiently(url, { method: 'POST', redirect: 'manual', body: 'a=b' })
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      method: 'POST',
      redirect: 'manual',
      body: 'a=b',
      credentials: 'omit',
      cache: 'no-store',
    })
  })

  it('waits no longer for a body that does not end than for an answer', async () => {
    vi.useFakeTimers()
    fetched.mockImplementation(async (_, init) => {
      const body = new ReadableStream({
        start(stream) {
          init?.signal?.addEventListener('abort', () => stream.error(new DOMException('Late')))
        },
      })
      return new Response(body)
    })
    const failing = fetchPatiently(url, { timeoutMs: 1_000 }).catch(thrown => thrown)
    await vi.advanceTimersByTimeAsync(1_000)
    expect((await failing).failure.kind).toBe('timeout')
  })

  it('hands over status, headers and body as they came', async () => {
    fetched.mockResolvedValue(
      Response.json({ error: 'x' }, { status: 400, headers: { 'x-a': 'b' } }),
    )
    const response = await fetchPatiently(url)
    expect(response.status).toBe(400)
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/json',
      'x-a': 'b',
    })
    expect(await response.json()).toEqual({ error: 'x' })
  })

  it('takes a 204 as it comes: an answer, with an empty body', async () => {
    const answer = Object.defineProperty(new Response(new Blob([])), 'status', { value: 204 })
    fetched.mockResolvedValue(answer)
    const response = await fetchPatiently(url)
    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
  })

  it('fails in our words', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    const error = await fetchPatiently(url).catch(thrown => thrown)
    expect(error).toBeInstanceOf(FailureError)
    expect(error.failure.kind).toBe('unreachable')
  })
})
