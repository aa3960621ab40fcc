import { expect, onTestFinished, vi } from 'vitest'
import { type Failure, FailureError } from '../../http/failure'
import { checkRequest } from '../../sandbox/openapi'
import { createSandbox } from '../../sandbox/sandbox'
import type { Administration, ApiUserAdministration, UserRecord } from '../administration'
import type {
  Ability,
  Action,
  Credentials,
  DirectoryUpdate,
  Operator,
  Provider,
  User,
} from '../provider'
import { awork } from './awork'

export const never = new AbortController().signal

/** Waits of seconds pass in milliseconds; how long they would have been is tested where they are made. */
export function hurry() {
  const { setInterval, clearInterval } = globalThis
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const hand = setInterval(() => void vi.advanceTimersByTimeAsync(1000), 1)
  onTestFinished(() => {
    clearInterval(hand)
    vi.useRealTimers()
  })
}

type Who = 'admin' | 'manager' | 'support' | 'guest' | 'apikey'
export type Stage = ReturnType<typeof createStage>

/** A sandbox of its own per test, behind the platform's `fetch`. What awork does not document fails the test. */
export function createStage(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox({ users: 1100, rateLimits: false, ...options })
  const asked: string[] = []
  const undocumented: string[] = []
  const workspace = 'acme'

  const pretended = async (
    input: string | URL | Request,
    init?: RequestInit,
  ): Promise<Response> => {
    const request = new Request(new URL(`${input}`, 'http://localhost'), init)
    const { pathname, searchParams } = new URL(request.url)
    const query =
      searchParams.size > 0 ? `?${[...searchParams].map(pair => pair.join('=')).join('&')}` : ''
    asked.push(`${request.method} ${pathname.replace(/^.*\/api\/v1/, '')}${query}`)
    undocumented.push(...(await checkRequest(request)))
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
    expect(undocumented).toEqual([])
  })

  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const url = `http://localhost/sandbox/workspaces/${workspace}${path}`
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const answer = await sandbox.fetch(new Request(url, init))
    const text = await answer.text()
    return text === '' ? undefined : JSON.parse(text)
  }

  const connect = async (who: Who, more: Partial<Credentials> = {}): Promise<Provider> => {
    const credentials = credentialsOf(who, more)
    const operator = await awork.identify(apiUrl, credentials, never)
    return awork.connect({ apiUrl, clientId: undefined }, credentials, operator)
  }
  /** With the admin's token, but an operator of whom only these rights are known. */
  const connectWith = async (rights: readonly string[], more: Partial<Operator> = {}) => {
    const credentials = credentialsOf('admin')
    const admin = await awork.identify(apiUrl, credentials, never)
    const operator = { ...admin, isAdmin: false, rights, ...more }
    return awork.connect({ apiUrl, clientId: undefined }, credentials, operator)
  }
  const credentialsOf = (who: Who, more: Partial<Credentials> = {}): Credentials => ({
    token: () => `sandbox-${who}-${workspace}`,
    means: () => 'pasted',
    renew: () => Promise.reject(new Error('nobody should need a new token')),
    ...more,
  })

  const idOf = async (name: string): Promise<string> => {
    const found = await control('GET', `/users?name=${encodeURIComponent(name)}`)
    const ids = Array.isArray(found) ? found.map(({ id }) => String(id)) : []
    const [id] = ids
    if (ids.length !== 1 || id === undefined) throw new Error(`${ids.length} users named ${name}`)
    return id
  }

  return {
    apiUrl,
    asked,
    connect,
    connectWith,
    credentialsOf,
    idOf,
    setWorkspace: (settings: object) => control('PUT', '', settings),
    fault: (fault: object) => control('POST', '/faults', fault),
    clearFaults: () => control('DELETE', '/faults'),
    change: (id: string, change: object) => control('PATCH', `/users/${id}`, change),
    seen: (id: string) => control('GET', `/users/${id}`),
  }
}

const apiUrl = '/sandbox/awork/api/v1'

/** What a list of users would show once everything has been read, and all that was said on the way. */
export async function collect(updates: AsyncIterable<DirectoryUpdate>) {
  const users = new Map<string, User>()
  const all: DirectoryUpdate[] = []
  for await (const update of updates) {
    all.push(update)
    if (update.type === 'users') for (const user of update.users) users.set(user.id, user)
  }
  return { users: [...users.values()], all }
}

export function partsOf(all: readonly DirectoryUpdate[]) {
  return all.flatMap(update =>
    update.type === 'part' ? [[update.part, update.state] as const] : [],
  )
}

export function missingOf(all: readonly DirectoryUpdate[]) {
  return all.flatMap(update => (update.type === 'missing' ? [update] : []))
}

export async function userNamed(stage: Stage, provider: Provider, name: string): Promise<User> {
  const user = await provider.user(await stage.idOf(name), never)
  if (!user) throw new Error(`${name} is not there`)
  return user
}

export async function act(provider: Provider, action: Action, user: User) {
  return able(provider.actions[action])(user, never)
}

/** What can be done, or the test ends with the reason it cannot. */
export function able<Run>(ability: Ability<Run>): Run {
  if ('reason' in ability) throw new Error(ability.reason)
  return ability.run
}

export async function administrationOf(provider: Provider): Promise<Administration> {
  return able(provider.administration)()
}

export async function apiUsersOf(provider: Provider): Promise<ApiUserAdministration> {
  return able((await administrationOf(provider)).apiUsers)
}

export async function recordNamed(
  stage: Stage,
  administration: Administration,
  name: string,
): Promise<UserRecord> {
  const record = await administration.record(await stage.idOf(name), never)
  if (!record) throw new Error(`${name} is not there`)
  return record
}

export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error = await promise.then(
    () => undefined,
    thrown => thrown,
  )
  if (!(error instanceof FailureError)) throw new Error(`expected a failure, not ${error}`)
  return error.failure
}

export const writes = (stage: Stage) => stage.asked.filter(call => !call.startsWith('GET'))
