import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, onTestFinished, test, vi } from 'vitest'
import { directoryQueries, patchUser, userQueries } from './query'
import { crowd } from './testing/crowd'
import { failure, Scripted } from './testing/scripted'

const people = crowd(60, { readAt: 1000 })
const [one, two] = crowd(2, { readAt: 1000 })

function open() {
  const client = new QueryClient()
  const provider = new Scripted()
  const options = directoryQueries.all('acme', provider)
  const observer = new QueryObserver(client, options)
  const leave = observer.subscribe(() => {})
  const list = () => client.getQueryData(options.queryKey)
  const state = () => client.getQueryState(options.queryKey)
  return { client, provider, options, observer, leave, list, state }
}

const count = (list: { users: readonly unknown[] } | undefined) => list?.users.length

test('the list is there with its first page, and is being read until the last', async () => {
  const { provider, observer, list, state } = open()
  expect(observer.getCurrentResult().isPending).toBe(true)
  provider.reading.users(...people.slice(0, 20))
  await vi.waitUntil(() => count(list()) === 20)
  expect(state()).toMatchObject({ status: 'success', fetchStatus: 'fetching' })
  expect(list()?.state).toBe('loading')
  provider.reading.users(...people.slice(20)).end()
  await vi.waitUntil(() => state()?.fetchStatus === 'idle')
  expect(count(list())).toBe(60)
  expect(list()?.state).toBe('complete')
})

test('leaving the page does not stop the reading, and coming back does not begin another', async () => {
  const { client, provider, options, leave, list, state } = open()
  provider.reading.users(...people.slice(0, 20))
  await vi.waitUntil(() => count(list()) === 20)
  leave()
  provider.reading.users(...people.slice(20)).end()
  await vi.waitUntil(() => state()?.fetchStatus === 'idle')
  expect(count(list())).toBe(60)
  new QueryObserver(client, options).subscribe(() => {})()
  expect(provider.readings).toHaveLength(1)
})

test('signing out stops the reading, and nothing comes back into the cache', async () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { client, provider, list, leave } = open()
  provider.reading.users(...people.slice(0, 20))
  await vi.advanceTimersByTimeAsync(0)
  expect(count(list())).toBe(20)
  leave()
  client.clear()
  expect(provider.reading.signal.aborted).toBe(true)
  provider.reading.users(...people.slice(20)).end()
  await vi.advanceTimersByTimeAsync(1000)
  patchUser(client, 'acme', one?.id ?? '', one)
  expect(client.getQueryCache().getAll()).toEqual([])
})

test('a refresh that fails leaves the list, with the failure next to it', async () => {
  const { provider, observer, list } = open()
  provider.reading.users(...people).end()
  await vi.waitUntil(() => list()?.state === 'complete')
  const before = list()
  const again = observer.refetch()
  provider.reading.fail('unreachable')
  const { error, isFetching } = await again
  expect(error).toMatchObject({ failure: failure('unreachable') })
  expect(isFetching).toBe(false)
  expect(list()).toBe(before)
})

test('of two refreshes at once the earlier one is stopped', async () => {
  const { provider, observer, list } = open()
  provider.reading.users(...people).end()
  await vi.waitUntil(() => list()?.state === 'complete')
  void observer.refetch()
  const earlier = provider.reading
  const later = observer.refetch()
  expect(earlier.signal.aborted).toBe(true)
  expect(provider.reading.signal.aborted).toBe(false)
  provider.reading.users(...people.map(user => ({ ...user, readAt: 2000 }))).end()
  await later
  expect(list()?.changes?.changed.size).toBe(0)
  expect(provider.readings).toHaveLength(3)
})

test('a user read alone is in the list at once, and older pages do not undo it', async () => {
  const { client, provider, list } = open()
  provider.reading.users(...people.slice(0, 20))
  await vi.waitUntil(() => count(list()) === 20)
  const before = list()
  if (!one || !two) throw new Error('nobody')
  patchUser(client, 'acme', one.id, { ...one, status: 'archived', readAt: 2000 })
  patchUser(client, 'acme', two.id, undefined)
  expect(list()).not.toBe(before)
  expect(list()?.version).toBeGreaterThan(before?.version ?? 0)
  provider.reading.users(...people).end()
  await vi.waitUntil(() => list()?.state === 'complete')
  expect(list()?.byId.get(one.id)?.status).toBe('archived')
  expect(list()?.byId.has(two.id)).toBe(false)
  expect(count(list())).toBe(59)
})

test('what the page of a user reads is taken over by the list, and what a run reads by the page', async () => {
  const { client, provider, list } = open()
  provider.reading.users(...people).end()
  await vi.waitUntil(() => list()?.state === 'complete')
  if (!one || !two) throw new Error('nobody')
  provider.answers.set(one.id, { ...one, status: 'archived', readAt: 2000 })
  const detail = userQueries.detail('acme', provider, one.id)
  expect(await client.fetchQuery(detail)).toMatchObject({
    state: 'found',
    user: { status: 'archived' },
  })
  expect(list()?.byId.get(one.id)?.status).toBe('archived')
  patchUser(client, 'acme', one.id, undefined)
  expect(client.getQueryData(detail.queryKey)).toMatchObject({ state: 'gone' })
  expect(await client.fetchQuery(userQueries.detail('acme', provider, two.id))).toMatchObject({
    state: 'gone',
  })
  expect(list()?.byId.has(two.id)).toBe(false)
})
