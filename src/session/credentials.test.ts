import { describe, expect, test } from 'vitest'
import { FailureError } from '../http/failure'
import { type Keeper, keepTokens, type Refreshed, type Stop } from './credentials'
import type { Environment } from './environment'
import { fakeBrowser } from './fakeBrowser'
import type { OAuthTokens, Tokens } from './stored'

const hour = 3_600_000

/** A token endpoint whose refresh tokens are good once, as awork's are. */
function tokenEndpoint() {
  let valid = 'refresh-1'
  let count = 1
  const asked: string[] = []
  const failures: Stop[] = []
  return {
    asked,
    failNext: (...stops: Stop[]) => failures.push(...stops),
    async refresh(tokens: OAuthTokens): Promise<Refreshed> {
      asked.push(tokens.refresh ?? 'none')
      const failure = failures.shift()
      if (failure) return { stop: failure }
      if (tokens.refresh !== valid) return { stop: 'ended' }
      count += 1
      valid = `refresh-${count}`
      return { tokens: tokensNumbered(count, tokens.expiresAt ?? 0) }
    },
  }
}

function tokensNumbered(count: number, issuedAt: number): OAuthTokens {
  return {
    means: 'oauth',
    access: `access-${count}`,
    refresh: `refresh-${count}`,
    expiresAt: issuedAt + 24 * hour,
    issuedAt,
    clientId: 'rollcall',
    generation: count,
  }
}

function open(
  environment: Environment,
  refresh: (tokens: OAuthTokens) => Promise<Refreshed>,
  tokens: Tokens = tokensNumbered(1, environment.now()),
) {
  const stops: Stop[] = []
  const seen: Tokens[] = []
  const ends: string[] = []
  const keeper: Keeper = keepTokens({
    environment,
    sessionId: 's',
    tokens,
    refresh,
    onTokens: token => seen.push(token),
    onStop: stop => stops.push(stop),
    onEnded: () => ends.push('ended'),
  })
  return { ...keeper, stops, seen, ends }
}

const browser = () => fakeBrowser(() => Promise.reject(new Error('Nobody is asked')))

describe('renewing', () => {
  test('refreshes once, however many ask at once', async () => {
    const endpoint = tokenEndpoint()
    const { credentials } = open(browser().tab(), endpoint.refresh)
    const renewed = await Promise.all(
      Array.from({ length: 50 }, () => credentials.renew('access-1')),
    )
    expect(new Set(renewed)).toEqual(new Set(['access-2']))
    expect(endpoint.asked).toEqual(['refresh-1'])
    expect(credentials.token()).toBe('access-2')
  })

  test('gives who comes late with the old token the new one without refreshing', async () => {
    const endpoint = tokenEndpoint()
    const { credentials } = open(browser().tab(), endpoint.refresh)
    await credentials.renew('access-1')
    expect(await credentials.renew('access-1')).toBe('access-2')
    expect(endpoint.asked).toHaveLength(1)
  })

  test('refreshes again with the new refresh token', async () => {
    const endpoint = tokenEndpoint()
    const { credentials } = open(browser().tab(), endpoint.refresh)
    await credentials.renew('access-1')
    expect(await credentials.renew('access-2')).toBe('access-3')
    expect(endpoint.asked).toEqual(['refresh-1', 'refresh-2'])
  })

  test('tries again after trouble that may pass', async () => {
    const endpoint = tokenEndpoint()
    endpoint.failNext('unreachable', 'unreachable', 'unreachable')
    const { credentials, stops } = open(browser().tab(), endpoint.refresh)
    expect(await credentials.renew('access-1')).toBe('access-2')
    expect(stops).toEqual([])
  })
})

describe('duplicated tabs', () => {
  test('that renew at the same time refresh once, and both go on', async () => {
    const endpoint = tokenEndpoint()
    const tabs = browser()
    const first = open(tabs.tab(), endpoint.refresh)
    const second = open(tabs.tab(), endpoint.refresh)
    expect(
      await Promise.all([
        first.credentials.renew('access-1'),
        second.credentials.renew('access-1'),
      ]),
    ).toEqual(['access-2', 'access-2'])
    expect(endpoint.asked).toEqual(['refresh-1'])
    expect(await second.credentials.renew('access-2')).toBe('access-3')
    expect(first.credentials.token()).toBe('access-3')
    expect([first.stops, second.stops]).toEqual([[], []])
  })

  test('give a tab that has slept through a refresh the newer tokens', async () => {
    const endpoint = tokenEndpoint()
    const tabs = browser()
    const first = open(tabs.tab(), endpoint.refresh)
    await first.credentials.renew('access-1')
    const woken = open(tabs.tab(), endpoint.refresh)
    expect(await woken.credentials.renew('access-1')).toBe('access-2')
    expect(endpoint.asked).toEqual(['refresh-1'])
  })

  test('do not take older tokens for newer ones', async () => {
    const endpoint = tokenEndpoint()
    const tabs = browser()
    const first = open(tabs.tab(), endpoint.refresh)
    await first.credentials.renew('access-1')
    const old = open(tabs.tab(), endpoint.refresh)
    old.replace(tokensNumbered(1, 0))
    await Promise.resolve()
    expect(first.credentials.token()).toBe('access-2')
  })
})

describe('when the grant is over', () => {
  test('waits until the operator has signed in again, and then goes on', async () => {
    const endpoint = tokenEndpoint()
    endpoint.failNext('ended')
    const { credentials, stops, replace } = open(browser().tab(), endpoint.refresh)
    const renewed = Promise.all([credentials.renew('access-1'), credentials.renew('access-1')])
    await expect.poll(() => stops).toEqual(['ended'])
    const late = credentials.renew('access-1')
    replace(tokensNumbered(7, 0))
    expect(await renewed).toEqual(['access-7', 'access-7'])
    expect(await late).toBe('access-7')
    expect(endpoint.asked).toHaveLength(1)
  })

  test('lets the other tabs go on as well once one has signed in again', async () => {
    const tabs = browser()
    const over = async (): Promise<Refreshed> => ({ stop: 'ended' })
    const first = open(tabs.tab(), over)
    const second = open(tabs.tab(), over)
    const renewed = second.credentials.renew('access-1')
    await expect.poll(() => second.stops).toEqual(['ended'])
    first.replace(tokensNumbered(7, 0))
    expect(await renewed).toBe('access-7')
  })

  test('tells who waits that it is over when the operator signs out', async () => {
    const endpoint = tokenEndpoint()
    endpoint.failNext('ended')
    const { credentials, stops, end } = open(browser().tab(), endpoint.refresh)
    const renewed = credentials.renew('access-1')
    await expect.poll(() => stops).toEqual(['ended'])
    end({ tellTabs: true })
    await expect(renewed).rejects.toBeInstanceOf(FailureError)
    await expect(credentials.renew('access-1')).rejects.toMatchObject({
      failure: { kind: 'expired' },
    })
  })

  test('a pasted token cannot be refreshed, so the operator is asked at once', async () => {
    const endpoint = tokenEndpoint()
    const pasted = { means: 'pasted', access: 'key', generation: 1 } as const
    const { credentials, stops, replace } = open(browser().tab(), endpoint.refresh, pasted)
    const renewed = credentials.renew('key')
    await expect.poll(() => stops).toEqual(['ended'])
    expect(endpoint.asked).toEqual([])
    replace({ means: 'pasted', access: 'other', generation: 2 })
    expect(await renewed).toBe('other')
  })
})

describe('when nobody can be asked', () => {
  test('stops after four tries, and goes on when a later one works', async () => {
    const endpoint = tokenEndpoint()
    endpoint.failNext('unreachable', 'unreachable', 'unreachable', 'unreachable')
    const { credentials, stops, retry } = open(browser().tab(), endpoint.refresh)
    const renewed = credentials.renew('access-1')
    await expect.poll(() => stops).toEqual(['unreachable'])
    expect(endpoint.asked).toHaveLength(4)
    await retry()
    expect(await renewed).toBe('access-2')
  })
})

describe('in time', () => {
  test('a token is refreshed shortly before it runs out, unasked', async () => {
    const endpoint = tokenEndpoint()
    const tabs = browser()
    const { credentials, seen } = open(tabs.tab(), endpoint.refresh)
    tabs.elapse(23 * hour)
    expect(endpoint.asked).toEqual([])
    tabs.elapse(hour - 4 * 60_000)
    await expect.poll(() => seen).toHaveLength(1)
    expect(credentials.token()).toBe('access-2')
  })

  test('a refresh ahead of time that fails asks nobody to sign in: the old token may still do', async () => {
    const endpoint = tokenEndpoint()
    endpoint.failNext('ended')
    const tabs = browser()
    const { stops } = open(tabs.tab(), endpoint.refresh)
    tabs.elapse(24 * hour)
    await expect.poll(() => endpoint.asked).toHaveLength(1)
    expect(stops).toEqual([])
  })

  test('tokens that live for no time at all are not refreshed over and over', async () => {
    const tabs = browser()
    const environment = tabs.tab()
    let asked = 0
    const { credentials } = open(
      environment,
      async tokens => {
        asked += 1
        const issuedAt = environment.now()
        const { generation } = tokens
        return { tokens: { ...tokensNumbered(generation + 1, issuedAt), expiresAt: issuedAt } }
      },
      { ...tokensNumbered(1, environment.now()), expiresAt: environment.now() },
    )
    await credentials.renew('access-1')
    expect(asked).toBe(1)
  })
})

test('signing out in one tab ends the session in its duplicates', async () => {
  const tabs = browser()
  const first = open(tabs.tab(), tokenEndpoint().refresh)
  const second = open(tabs.tab(), tokenEndpoint().refresh)
  first.end({ tellTabs: true })
  await Promise.resolve()
  expect(second.ends).toEqual(['ended'])
  expect(first.ends).toEqual([])
  await expect(second.credentials.renew('access-1')).rejects.toThrow(FailureError)
})
