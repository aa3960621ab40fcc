import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { FailureError } from '../../http/failure'
import { describeFailure } from '../../http/words'
import type { Credentials } from '../provider'
import { createClient } from './client'
import { toCount } from './wire'

const never = new AbortController().signal
const json = (status: number, body: unknown) => Response.json(body, { status })
const html = (status: number) =>
  new Response('<html><body>Access Denied</body></html>', {
    status,
    headers: { 'content-type': 'text/html' },
  })

/** What comes of a write that is answered so, and the requests that were sent. */
async function written(
  answer: () => Response,
  { apiUrl = '/attask/api/v21.0', ...more }: Partial<Credentials> & { apiUrl?: string } = {},
) {
  const sent: Request[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push(new Request(new URL(url, 'http://localhost'), init))
    return answer()
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  const client = createClient(apiUrl, {
    token: () => 'secret',
    means: () => 'oauth',
    renew: async () => 'fresh',
    ...more,
  })
  const call = { method: 'PUT', path: '/user/1', body: { isActive: false }, signal: never } as const
  const outcome = await client.call({ ...call, right: 'Users: Edit' }).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof FailureError) return error.failure
      throw error
    },
  )
  return { failure: outcome, sent }
}

const error = (message: string, more: object = {}) => ({ error: { message, ...more } })

describe('what Workfront answers', () => {
  it.each([
    ['with 422', json(422, error('No.')), { kind: 'refused', description: 'No.', code: 'error' }],
    [
      'with its class',
      json(400, error('No.', { class: 'com.attask.common.ProjectStatusViolationException' })),
      { kind: 'refused', code: 'ProjectStatusViolationException' },
    ],
    ['with 200 and an error', json(200, error('No.')), { kind: 'refused', status: 200 }],
    [
      'with every field of an error',
      json(
        422,
        error('No.', { title: null, msgKey: 'exception.attask', attributes: [''], code: 0 }),
      ),
      { kind: 'refused', description: 'No.', code: 'exception.attask' },
    ],
    ['with an error without words', json(422, { error: {} }), { kind: 'refused', code: 'error' }],
    ['with 403', json(403, error('No.')), { kind: 'notPermitted', right: 'Users: Edit' }],
    ['with 403 from its edge', html(403), { kind: 'notPermitted', right: undefined }],
    ['with 404', json(404, error('No.')), { kind: 'notFound', code: 'error' }],
    ['with 404 from a proxy', html(404), { kind: 'notFound', code: undefined }],
    [
      'in words about a missing object',
      json(422, error('User with primary key value(s) "1" not found')),
      { kind: 'notFound' },
    ],
    [
      'in words about something else that is missing',
      json(422, error('AccessLevel with primary key value(s) "7" not found')),
      { kind: 'refused' },
    ],
    ['with 414', html(414), { kind: 'refused', code: 'HTTP 414' }],
    ['with 429', json(429, error('Too many.')), { kind: 'rateLimited', description: 'Too many.' }],
    [
      'with 429 and how long to wait',
      new Response('', { status: 429, headers: { 'retry-after': '7' } }),
      { kind: 'rateLimited', retryAfterMs: 7000 },
    ],
    ['with 500', json(500, error('Oh.')), { kind: 'server', description: 'Oh.' }],
    ['with 502 from a gateway', html(502), { kind: 'server', description: undefined }],
    ['with 408', html(408), { kind: 'timeout' }],
  ])('%s is understood', async (_, answer, expected) => {
    const { failure, sent } = await written(() => answer)
    expect(failure).toMatchObject({ method: 'PUT', path: '/attask/api/v21.0/user/1', ...expected })
    expect(sent).toHaveLength(1)
  })

  it('names the version that is gone, and the one to take', async () => {
    const gone = () => json(410, error('no longer available in this API version'))
    const { failure } = await written(gone, { apiUrl: '/workfront/attask/api/v15.0' })
    if (!failure) throw new Error('expected a failure')
    const words = describeFailure(failure, { provider: 'Workfront' })
    expect(words).toMatchObject({
      explanation: '“no longer available in this API version”',
      help: 'setup',
    })
    expect(words.hint).toContain('version v15.0')
    expect(words.hint).toContain('/attask/api/v21.0')
  })

  it('names no version that is gone as the one to take', async () => {
    const { failure } = await written(() => json(410, error('Gone.')))
    expect(failure?.remedy).toContain('version v21.0, which')
    expect(failure?.remedy).toContain('change it to name a newer one')
  })

  it.each([
    ['404', 404, 'Workfront has nothing at this address.'],
    ['the page itself', 200, 'Workfront answered not as documented.'],
  ])(
    'from a server that does not forward, with %s, leads to the set-up',
    async (_, status, title) => {
      vi.stubGlobal('fetch', async () => html(status))
      onTestFinished(() => {
        vi.unstubAllGlobals()
      })
      const client = createClient('/workfront/attask/api/v21.0', {
        token: () => 'secret',
        means: () => 'pasted',
        renew: async () => 'fresh',
      })
      const asked = { path: '/user/search', signal: never, right: 'Users: View' }
      const refused = await client.read(asked, toCount).catch((thrown: unknown) => thrown)
      if (!(refused instanceof FailureError)) throw new Error('expected a failure')
      const words = describeFailure(refused.failure, { provider: 'Workfront' })
      expect(words).toMatchObject({ title, help: 'setup' })
      expect(words.hint).toContain('may not forward this path')
    },
  )

  it('reads out no web page, and says which right is missing', async () => {
    const edge = await written(() => html(403))
    const own = await written(() => json(403, error('No.')))
    if (!edge.failure || !own.failure) throw new Error('expected failures')
    const words = [edge.failure, own.failure].map(
      failure => describeFailure(failure, { provider: 'Workfront' }).hint,
    )
    expect(words).toEqual([
      'Something in front of Workfront blocked the request; its support can tell why by the trace id.',
      'Needs Users: Edit. An admin has it.',
    ])
  })
})

it('does not repeat the token with an answer that does', async () => {
  const token = '1b2c3d4e5f60718293a4b5c6d7e8f901'
  const answer = () => json(400, error(`Nothing for ${token}`))
  const { failure } = await written(answer, { token: () => token })
  expect(failure?.description).toBe('Nothing for …')
})

describe('a session', () => {
  it.each([
    ['401', () => json(401, error('No.'))],
    ['words in another status', () => json(200, error('You are not currently logged in.'))],
    [
      'a class in another status',
      () => json(400, error('{0}', { class: 'com.attask.common.AuthenticationException' })),
    ],
  ])('that is over by %s is renewed, and the call repeated once', async (_, over) => {
    const answers = [over(), json(200, { data: {} })]
    const { failure, sent } = await written(() => answers.shift() ?? json(500, {}))
    expect(failure).toBeUndefined()
    expect(sent.map(request => request.headers.get('sessionid'))).toEqual(['secret', 'fresh'])
  })

  it('is over where a new token does not help either', async () => {
    const { failure, sent } = await written(() => json(401, error('No.')))
    expect(failure).toMatchObject({ kind: 'expired' })
    expect(sent).toHaveLength(2)
  })
})

describe('a token', () => {
  it.each([
    ['oauth', 'sessionid', 'apikey'],
    ['pasted', 'apikey', 'sessionid'],
  ] as const)('of %s goes in the header %s, and into no address', async (means, header, other) => {
    const { sent } = await written(() => json(200, { data: {} }), { means: () => means })
    const [request] = sent
    expect(request?.headers.get(header)).toBe('secret')
    expect(request?.headers.get(other)).toBeNull()
    expect(request?.headers.get('authorization')).toBeNull()
    expect(request?.headers.get('x-requested-with')).toBe('XMLHttpRequest')
    expect(request?.url).not.toContain('secret')
  })
})

describe('an address', () => {
  it('that would be too long becomes a form', async () => {
    const sent: Request[] = []
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      sent.push(new Request(new URL(url, 'http://localhost'), init))
      return json(200, { data: { count: 3 } })
    })
    onTestFinished(() => {
      vi.unstubAllGlobals()
    })
    const client = createClient('/attask/api/v21.0', {
      token: () => 'secret',
      means: () => 'oauth',
      renew: async () => 'fresh',
    })
    const call = { path: '/user/count', signal: never, right: 'Users: View' }
    expect(await client.read({ ...call, query: { name: 'short' } }, toCount)).toBe(3)
    expect(await client.read({ ...call, query: { name: 'x'.repeat(9000) } }, toCount)).toBe(3)
    const [short, long] = sent
    expect(short).toMatchObject({ method: 'GET' })
    expect(long).toMatchObject({ method: 'POST' })
    expect(long?.url.length).toBeLessThan(100)
    expect(Object.fromEntries(new URLSearchParams(await long?.text()))).toMatchObject({
      method: 'GET',
      name: 'x'.repeat(9000),
    })
  })
})

it('never has more than four requests under way', async () => {
  let underWay = 0
  let most = 0
  vi.stubGlobal('fetch', async () => {
    underWay += 1
    most = Math.max(most, underWay)
    await new Promise(resolve => setTimeout(resolve, 1))
    underWay -= 1
    return json(200, { count: 1 })
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  const client = createClient('/attask/api/v21.0', {
    token: () => 'secret',
    means: () => 'oauth',
    renew: async () => 'fresh',
  })
  const call = { path: '/user/count', signal: never, right: 'Users: View' }
  const counts = await Promise.all(Array.from({ length: 30 }, () => client.read(call, toCount)))
  expect(counts).toHaveLength(30)
  expect(most).toBe(4)
})
