import { onTestFinished, vi } from 'vitest'
import { createSandbox } from '../../sandbox/sandbox'
import type { Credentials, Provider, User } from '../provider'
import { workfront } from './workfront'

export const never = new AbortController().signal

type Who = 'admin' | 'manager' | 'support' | 'guest'
export type Stage = ReturnType<typeof createStage>

const base = '/sandbox/workfront'
const apiUrl = `${base}/attask/api/v21.0`

/** A sandbox of its own per test, behind the platform's `fetch`. */
export function createStage(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox({ users: 300, rateLimits: false, ...options })
  const asked: string[] = []

  const pretended = async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(new URL(`${input}`, 'http://localhost'), init)
    const { pathname, searchParams } = new URL(request.url)
    const query = [...searchParams]
      .filter(([name]) => name !== 'fields')
      .map(pair => pair.join('='))
    const shown = query.length > 0 ? `?${query.join('&')}` : ''
    asked.push(`${request.method} ${pathname.replace(/^.*\/api\/v21\.0/, '')}${shown}`)
    const cancelled = new Promise<never>((_, reject) => {
      const cancel = () => reject(new DOMException('', 'AbortError'))
      if (init?.signal?.aborted) cancel()
      init?.signal?.addEventListener('abort', cancel)
    })
    return Promise.race([sandbox.fetch(request), cancelled])
  }
  vi.stubGlobal('fetch', pretended)
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })

  /** From behind the API. */
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const url = `http://localhost/sandbox/workspaces/acme${path}`
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const answer = await sandbox.fetch(new Request(url, init))
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
    return text === '' ? undefined : JSON.parse(text)
  }

  const credentialsOf = (who: Who, more: Partial<Credentials> = {}): Credentials => ({
    token: () => `sandbox-${who}-acme`,
    means: () => 'pasted',
    renew: () => Promise.reject(new Error('nobody should need a new token')),
    ...more,
  })
  const connect = async (who: Who, more: Partial<Credentials> = {}): Promise<Provider> => {
    const credentials = credentialsOf(who, more)
    const operator = await workfront.identify(apiUrl, credentials, never)
    const connection = { apiUrl, clientId: undefined, siteUrl: 'https://acme.my.workfront.com' }
    return workfront.connect(connection, credentials, operator)
  }

  const idOf = async (name: string): Promise<string> => {
    const found = await control('GET', `/workfront/users?name=${encodeURIComponent(name)}`)
    const ids = Array.isArray(found) ? found.map(({ id }) => String(id)) : []
    const [id] = ids
    if (ids.length !== 1 || id === undefined) throw new Error(`${ids.length} users named ${name}`)
    return id
  }

  return {
    asked,
    connect,
    credentialsOf,
    idOf,
    set: (settings: object) => control('PUT', '/workfront', settings),
    fault: (fault: object) => control('POST', '/faults', { system: 'workfront', ...fault }),
    change: (id: string, change: object) => control('PATCH', `/workfront/users/${id}`, change),
    seen: (id: string) => control('GET', `/workfront/users/${id}`),
  }
}

export async function userNamed(stage: Stage, provider: Provider, name: string): Promise<User> {
  const user = await provider.user(await stage.idOf(name), never)
  if (!user) throw new Error(`${name} is not there`)
  return user
}
