import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchPatiently } from '../http/request'
import { vendors } from '../providers/registry'
import { createSandbox } from '../sandbox/sandbox'
import { resumeAs, signInAgain } from './again'
import { handOver } from './answerWindow'
import type { Connection } from './config'
import { fakeBrowser } from './fakeBrowser'
import { createSessions, type Sessions } from './session'
import { beginRedirect, checkPasted, finishRedirect } from './signIn'

const acme: Connection = {
  id: 'acme',
  provider: 'awork',
  name: 'Acme',
  apiUrl: '/sandbox/awork/api/v1',
  oauth: { clientId: 'rollcall' },
}

let asked: string[]
let before: ((request: Request) => Promise<Response> | undefined) | undefined

beforeEach(() => {
  asked = []
  before = undefined
})

async function setUp() {
  const sandbox = createSandbox()
  const browser = fakeBrowser(fetchPatiently)
  const tab = browser.tab()
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    const request = new Request(new URL(url, tab.origin), init)
    asked.push(`${request.method} ${new URL(request.url).pathname.split('/api/v1')[1]}`)
    return before?.(request) ?? sandbox.fetch(request)
  })
  const open = (environment = tab, connection = acme) =>
    createSessions({
      config: { sandbox: true, connections: [connection] },
      vendors,
      environment,
    })
  const control = async (method: string, path: string, body: unknown) =>
    sandbox.fetch(
      new Request(`${tab.origin}/sandbox/workspaces/acme${path}`, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    )
  return { sandbox, browser, tab, open, control, sessions: await open() }
}

type SetUp = Awaited<ReturnType<typeof setUp>>

async function consent({ sandbox }: SetUp, url: string, who = 'Ada Lindqvist') {
  const form = new URLSearchParams(new URL(url).search)
  form.set('who', who)
  form.set('answer', 'allow')
  form.set('workspace', 'acme')
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const request = new Request(url, { method: 'POST', headers, body: form, redirect: 'manual' })
  const back = await sandbox.fetch(request)
  return new URL(back.headers.get('location') ?? '').searchParams
}

async function signIn(given: SetUp, sessions = given.sessions) {
  const begun = await beginRedirect(sessions, acme, '/acme/users')
  if ('problem' in begun) throw new Error('Did not begin')
  await finishRedirect(sessions, await consent(given, begun.url))
  return session(sessions)
}

function session(sessions: Sessions) {
  const [first] = sessions.snapshot().sessions
  if (!first) throw new Error('Nobody is signed in')
  return first
}

/** Any read: it shows whether the token still works. */
const read = (sessions: Sessions) => {
  const { provider, operator } = session(sessions)
  return provider.user(operator.id, new AbortController().signal)
}

describe('a reload', () => {
  test('restores who is signed in without asking anybody', async () => {
    const given = await setUp()
    const { operator } = await signIn(given)
    asked.length = 0
    expect(session(await given.open()).operator).toEqual(operator)
    expect(asked).toEqual([])
  })

  test('in a tab of its own finds nobody signed in', async () => {
    const given = await setUp()
    await signIn(given)
    expect((await given.open(given.browser.tab())).snapshot().sessions).toEqual([])
  })

  test('never gives a token to another address than it was made for', async () => {
    const given = await setUp()
    await signIn(given)
    const moved = await given.open(given.tab, { ...acme, apiUrl: 'https://evil.example/api/v1' })
    expect(moved.snapshot().sessions).toEqual([])
    expect((await given.open()).snapshot().sessions).toEqual([])
  })

  test('keeps the provider, and with it what it is reading, where nothing has changed', async () => {
    const given = await setUp()
    await signIn(given)
    const reloaded = await given.open()
    const { provider } = session(reloaded)
    await reloaded.recheckOperators()
    expect(session(reloaded).provider).toBe(provider)
  })

  test('still says why the rights could not be read', async () => {
    const given = await setUp()
    before = request =>
      request.url.endsWith('/me/permissions')
        ? Promise.resolve(Response.json('as nowhere documented'))
        : undefined
    const { operator } = await signIn(given)
    expect(operator.rightsUnknown).toMatch(/could not be read/)
    expect(session(await given.open()).operator).toEqual(operator)
  })

  test('leaves who has signed in meanwhile alone when rights are read again', async () => {
    const given = await setUp()
    const { operator } = await signIn(given)
    await given.control('PATCH', `/users/${operator.id}`, { role: 'User' })
    let answer = () => {}
    const late = new Promise<void>(resolve => {
      answer = resolve
    })
    before = request =>
      request.url.endsWith('/me') ? late.then(() => given.sandbox.fetch(request)) : undefined
    const rechecked = given.sessions.recheckOperators()
    before = undefined
    const checked = await checkPasted(given.sessions, acme, 'sandbox-manager-acme')
    if ('problem' in checked) throw new Error('Not accepted')
    given.sessions.start(acme, checked.identity)
    const { provider } = session(given.sessions)
    answer()
    await rechecked
    expect(session(given.sessions).provider).toBe(provider)
    expect(session(given.sessions).operator.id).not.toBe(operator.id)
  })

  test('reads rights again, and takes over what has changed', async () => {
    const given = await setUp()
    const { operator } = await signIn(given)
    const { provider } = session(given.sessions)
    await given.sessions.recheckOperators()
    expect(session(given.sessions).provider).toBe(provider)
    await given.control('PATCH', `/users/${operator.id}`, { role: 'User' })
    await given.sessions.recheckOperators()
    expect(session(given.sessions).operator.isAdmin).toBe(false)
    expect(session(given.sessions).provider).not.toBe(provider)
    expect(session(await given.open()).operator.isAdmin).toBe(false)
  })
})

describe('an expired token', () => {
  test('is renewed unseen, once for all who need it', async () => {
    const given = await setUp()
    await signIn(given)
    await given.control('POST', '/expire-tokens', {})
    asked.length = 0
    await Promise.all([1, 2, 3, 4, 5].map(() => read(given.sessions)))
    expect(asked.filter(call => call === 'POST /accounts/token')).toHaveLength(1)
    expect(session(given.sessions).stop).toBeUndefined()
  })

  test('is renewed once for two tabs, and both survive, reloads included', async () => {
    const given = await setUp()
    await signIn(given)
    const duplicate = given.browser.tab(given.tab)
    const other = await given.open(duplicate)
    await given.control('POST', '/expire-tokens', {})
    asked.length = 0
    await Promise.all([read(given.sessions), read(other)])
    expect(asked.filter(call => call === 'POST /accounts/token')).toHaveLength(1)
    await given.control('POST', '/expire-tokens', {})
    await read(await given.open(duplicate))
    await read(given.sessions)
    expect(session(given.sessions).stop).toBeUndefined()
  })

  test('that cannot be renewed stops the session until the same person has signed in again', async () => {
    const given = await setUp()
    await signIn(given)
    await given.control('POST', '/expire-tokens', { refreshToo: true })
    const waiting = read(given.sessions)
    await expect.poll(() => session(given.sessions).stop).toBe('ended')

    const popup = { location: { replace: (url: string) => urls.push(url) }, close() {} }
    const urls: string[] = []
    const again = (who: string) => {
      urls.length = 0
      const { signal } = new AbortController()
      const outcome = signInAgain(given.sessions, session(given.sessions), popup, signal)
      const answered = expect
        .poll(() => urls)
        .toHaveLength(1)
        .then(() => consent(given, urls[0] ?? '', who))
        .then(answer => handOver(answer, given.browser.tab()))
      return Promise.all([outcome, answered])
    }
    expect(await again('Ben Okoro')).toEqual([
      {
        state: 'failed',
        problem: { kind: 'somebodyElse', name: 'Ben Okoro', expected: 'Ada Lindqvist' },
      },
      'received',
    ])
    expect(session(given.sessions).stop).toBe('ended')
    expect(await again('Ada Lindqvist')).toEqual([{ state: 'signedIn' }, 'received'])
    expect(await waiting).toMatchObject({ name: 'Ada Lindqvist' })
    expect(session(given.sessions).stop).toBeUndefined()
  })

  test('can be replaced by a pasted one of the same person', async () => {
    const given = await setUp()
    await signIn(given)
    await given.control('POST', '/expire-tokens', { refreshToo: true })
    const waiting = read(given.sessions)
    await expect.poll(() => session(given.sessions).stop).toBe('ended')
    const checked = await checkPasted(given.sessions, acme, 'sandbox-admin-acme')
    if ('problem' in checked) throw new Error('Not accepted')
    expect(resumeAs(given.sessions, session(given.sessions), checked.identity)).toEqual({
      state: 'signedIn',
    })
    expect(await waiting).toMatchObject({ name: 'Ada Lindqvist' })
    expect(session(given.sessions).means).toBe('pasted')
  })
})

test('an answer that no page waits for is handed to nobody', async () => {
  const given = await setUp()
  expect(await handOver(new URLSearchParams({ state: 'window.x', code: 'c' }), given.tab)).toBe(
    'nobody',
  )
})

describe('signing out', () => {
  test('ends the grant, clears what was kept, and has everybody forget what was read', async () => {
    const given = await setUp()
    const { provider } = await signIn(given)
    const forgotten: string[] = []
    given.sessions.onSignedOut(id => forgotten.push(id))
    await given.sessions.signOut('acme')
    expect(asked.at(-1)).toBe('DELETE /accounts/me/authorizedclients/rollcall')
    expect(given.sessions.snapshot()).toMatchObject({
      sessions: [],
      departures: [{ grant: { state: 'ended' } }],
    })
    await expect.poll(() => forgotten).toEqual(['acme'])
    const kept = Array.from({ length: given.tab.storage.length }, (_, n) =>
      given.tab.storage.key(n),
    )
    expect(kept.filter(key => key?.startsWith('rollcall.session.'))).toEqual([])
    await expect(provider.user('x', new AbortController().signal)).rejects.toMatchObject({
      failure: { kind: 'expired' },
    })
  })

  test('is at once, however long the vendor takes, and says when the grant could not be ended', async () => {
    const given = await setUp()
    await signIn(given)
    let refuse = () => {}
    before = request =>
      request.method === 'DELETE'
        ? new Promise((_, reject) => {
            refuse = () => reject(new TypeError('Failed to fetch'))
          })
        : undefined
    const signedOut = given.sessions.signOut('acme')
    expect(given.sessions.snapshot()).toMatchObject({
      sessions: [],
      departures: [{ grant: { state: 'ending' } }],
    })
    await expect.poll(() => asked.at(-1)).toContain('DELETE')
    refuse()
    await signedOut
    expect(given.sessions.snapshot().departures).toMatchObject([
      { grant: { state: 'notEnded', failure: { kind: 'unreachable' } } },
    ])
  })

  test('of a session that is over says that there was nothing left to end', async () => {
    const given = await setUp()
    await signIn(given)
    await given.control('POST', '/expire-tokens', { refreshToo: true })
    await given.sessions.signOut('acme')
    expect(given.sessions.snapshot().departures).toMatchObject([{ grant: { state: 'wasOver' } }])
  })

  test('with a token that has run out renews it first: the grant behind it is not over', async () => {
    const given = await setUp()
    await signIn(given)
    await given.control('POST', '/expire-tokens', {})
    await given.sessions.signOut('acme')
    expect(given.sessions.snapshot().departures).toMatchObject([{ grant: { state: 'ended' } }])
    expect(asked.slice(-3)).toEqual([
      'DELETE /accounts/me/authorizedclients/rollcall',
      'POST /accounts/token',
      'DELETE /accounts/me/authorizedclients/rollcall',
    ])
    expect(given.tab.storage.getItem('rollcall.session.acme')).toBeNull()
  })

  test('never calls a grant over that could not be asked about', async () => {
    const given = await setUp()
    await signIn(given)
    await given.control('POST', '/expire-tokens', {})
    before = request =>
      request.url.endsWith('/token') ? Promise.reject(new TypeError('Failed to fetch')) : undefined
    await given.sessions.signOut('acme')
    expect(given.sessions.snapshot().departures).toMatchObject([
      { grant: { state: 'notEnded', failure: { kind: 'unreachable' } } },
    ])
  })

  test('while a token is being renewed goes on with the new one', async () => {
    const given = await setUp()
    await signIn(given)
    await given.control('POST', '/expire-tokens', {})
    let answer = () => {}
    before = request =>
      request.url.endsWith('/token')
        ? new Promise(resolve => {
            before = undefined
            answer = () => resolve(given.sandbox.fetch(request))
          })
        : undefined
    const reading = read(given.sessions).catch(() => undefined)
    await expect.poll(() => asked.at(-1)).toBe('POST /accounts/token')
    const signedOut = given.sessions.signOut('acme')
    answer()
    await Promise.all([reading, signedOut])
    expect(given.sessions.snapshot().departures).toMatchObject([{ grant: { state: 'ended' } }])
    expect(asked.filter(call => call === 'POST /accounts/token')).toHaveLength(2)
  })

  test('of a pasted token says that there is nothing to end', async () => {
    const given = await setUp()
    const checked = await checkPasted(given.sessions, acme, 'sandbox-admin-acme')
    if ('problem' in checked) throw new Error('Not accepted')
    given.sessions.start(acme, checked.identity)
    await given.sessions.signOut('acme')
    expect(given.sessions.snapshot().departures).toMatchObject([
      { grant: { state: 'nothingToEnd', reason: expect.any(String) } },
    ])
  })

  test('ends the session in duplicated tabs too, without another call', async () => {
    const given = await setUp()
    await signIn(given)
    const duplicate = given.browser.tab(given.tab)
    const other = await given.open(duplicate)
    const forgotten: string[] = []
    other.onSignedOut(id => forgotten.push(id))
    await given.sessions.signOut('acme')
    await expect.poll(() => forgotten).toEqual(['acme'])
    expect(other.snapshot()).toMatchObject({
      sessions: [],
      departures: [{ grant: { state: 'elsewhere' } }],
    })
    expect((await given.open(duplicate)).snapshot().sessions).toEqual([])
    expect(asked.filter(call => call.startsWith('DELETE'))).toHaveLength(1)
  })

  test('ends the session in a duplicate that was closed then and is opened again', async () => {
    const given = await setUp()
    await signIn(given)
    const duplicate = given.browser.tab(given.tab)
    await given.sessions.signOut('acme')
    expect((await given.open(duplicate)).snapshot()).toMatchObject({
      sessions: [],
      departures: [{ grant: { state: 'elsewhere' } }],
    })
    expect(duplicate.storage.getItem('rollcall.session.acme')).toBeNull()
  })

  test('is forgotten once somebody signs in again', async () => {
    const given = await setUp()
    await signIn(given)
    await given.sessions.signOut('acme')
    await signIn(given)
    expect(given.sessions.snapshot().departures).toEqual([])
  })

  test('is not told of over the session of whoever has signed in meanwhile', async () => {
    const given = await setUp()
    await signIn(given)
    let answer = () => {}
    const late = new Promise<void>(resolve => {
      answer = resolve
    })
    before = request =>
      request.method === 'DELETE' ? late.then(() => given.sandbox.fetch(request)) : undefined
    const signedOut = given.sessions.signOut('acme')
    await signIn(given)
    answer()
    await signedOut
    expect(given.sessions.snapshot().departures).toEqual([])
  })
})
