import { idling, working } from '../../src/providers/testing/time.test.stage'
import { createSandbox } from '../../src/sandbox/sandbox'

/** What goes wrong with one call. */
type Mishap = { readonly kind: string; readonly status?: number; readonly [more: string]: unknown }

/** Every way the sandbox knows, and the statuses that mean something. */
const mishaps: readonly Mishap[] = [
  ...[400, 401, 403, 429, 500, 502, 503].map(status => ({ kind: 'status', status })),
  { kind: 'status', status: 500, processed: true },
  { kind: 'status', status: 429, headers: { 'ratelimit-reset': '3' } },
  { kind: 'html' },
  { kind: 'html', status: 404 },
  { kind: 'html', status: 504, processed: true },
  { kind: 'nonsense' },
  { kind: 'cut' },
  { kind: 'lost' },
  { kind: 'lie' },
  { kind: 'slow', delayMs: 8_000 },
  { kind: 'late', delayMs: 45_000 },
]

/** Somebody else does something to the user a call is about. */
const changes = (become: (isActive: boolean) => object): readonly Mishap[] =>
  [true, false].map(isActive => ({ kind: 'change', body: become(isActive) }))

export type SystemName = 'awork' | 'workfront'

const shapes = {
  awork: {
    apiUrl: '/sandbox/awork/api/v1',
    behind: '',
    user: /\/users\/([0-9a-f]{8}-[0-9a-f-]{27})/,
    become: (isActive: boolean) => ({ isDeactivated: !isActive }),
  },
  workfront: {
    apiUrl: '/sandbox/workfront/attask/api/v21.0',
    behind: '/workfront',
    user: /\/user\/([0-9a-f]{32})/,
    become: (isActive: boolean) => ({ isActive }),
  },
} as const satisfies Record<SystemName, object>

/** A sandbox in this process, behind `fetch`, that from `fail` on fails a share of all calls in every way it knows. */
export function faultySystem(name: SystemName, users: number) {
  const { apiUrl, behind, user, become } = shapes[name]
  const sandbox = createSandbox({ users, rateLimits: false, wait: idling })
  const aboutUsers = [...mishaps, ...changes(become)]
  const random = randomFrom(20_261_120)
  const counted = { calls: 0, failed: 0 }
  /** By user: what was sent, "RWR". */
  const sent = new Map<string, string>()
  const ownFetch = globalThis.fetch
  let share = 0

  const control = (method: string, path: string, body?: unknown) =>
    sandbox.fetch(
      new Request(`http://localhost/sandbox/workspaces/acme${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const path = pathname.slice(apiUrl.length)
    const userId = user.exec(pathname)?.[1]
    counted.calls += 1
    const ways = userId ? aboutUsers : mishaps
    const fault = random() < share ? ways[Math.floor(random() * ways.length)] : undefined
    if (fault) {
      const aim = { system: name, method: request.method, path, times: 1 }
      await control('POST', '/faults', { ...fault, ...aim, ...(userId && { userId }) })
      counted.failed += 1
    }
    // Whose token is turned away has had nothing done: the same is sent again with another.
    if (userId && fault?.status !== 401) {
      const letter = request.method === 'GET' ? 'R' : 'W'
      sent.set(userId, `${sent.get(userId) ?? ''}${letter}`)
    }
    return sandbox.fetch(request)
  }

  globalThis.fetch = (input, init) => {
    const request = new Request(new URL(`${input}`, 'http://localhost'), init)
    const cancelled = new Promise<never>((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    })
    return Promise.race([working(() => answer(request)), cancelled])
  }

  return {
    apiUrl,
    counted,
    sent,
    fail: (of: number) => {
      share = of
    },
    /** Past the API. */
    truth: async (id: string): Promise<'active' | 'deactivated' | 'gone'> => {
      const response = await control('GET', `${behind}/users/${id}`)
      const seen: unknown = await response.json()
      if (!response.ok || typeof seen !== 'object' || seen === null) return 'gone'
      const isOff =
        'isDeactivated' in seen ? seen.isDeactivated : 'isActive' in seen && !seen.isActive
      return isOff ? 'deactivated' : 'active'
    },
    close: () => {
      globalThis.fetch = ownFetch
    },
  }
}

/** The same numbers each time. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
