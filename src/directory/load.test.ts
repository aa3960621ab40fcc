import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyUpdate, type Directory, emptyDirectory, withoutUser, withUsers } from './directory'
import { load } from './load'
import { columns, crowd, flags } from './testing/crowd'
import { failure, Scripted } from './testing/scripted'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const people = crowd(2000)
const controller = () => new AbortController()

function begin(signal = controller().signal) {
  const provider = new Scripted()
  const shown: Directory[] = []
  const loaded = load({ provider, signal }, directory => shown.push(directory))
  return { provider, shown, loaded, reading: provider.reading }
}

const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds)

test('the first page is shown at once, and before there are users nothing is', async () => {
  const { reading, shown } = begin()
  reading.update({ type: 'part', part: 'roles', state: { state: 'loading' } })
  reading.update({ type: 'total', total: 2000 })
  await settle()
  expect(shown).toEqual([])
  reading.users(...people.slice(0, 1000))
  await settle()
  expect(shown.map(({ users, total, state }) => [users.length, total, state])).toEqual([
    [1000, 2000, 'loading'],
  ])
  expect(shown[0]?.parts.roles).toEqual({ state: 'loading' })
})

test('who is seen to be gone is not counted as still to come', () => {
  const told = applyUpdate(withUsers(emptyDirectory({ columns, flags }), people.slice(0, 3)), {
    type: 'total',
    total: 3,
  })
  const [first] = people
  const without = withoutUser(told, first?.id ?? '', 5_000)
  expect([without.users.length, without.total]).toEqual([2, 2])
  expect(withoutUser(without, first?.id ?? '', 6_000).total).toBe(2)
})

test('pages that come thick and fast are shown ten times a second', async () => {
  const { reading, shown } = begin()
  for (let page = 0; page < 100; page += 1) {
    reading.users(...people.slice(page * 20, (page + 1) * 20))
    await settle(10)
  }
  await settle(100)
  expect(shown.length).toBeGreaterThan(9)
  expect(shown.length).toBeLessThanOrEqual(12)
  expect(shown.at(-1)?.users).toEqual(people)
})

test('what came last is shown, also when nothing follows for a while', async () => {
  const { reading, shown } = begin()
  reading.users(...people.slice(0, 20))
  await settle()
  reading.users(...people.slice(20, 40))
  await settle(1000)
  expect(shown.map(({ users }) => users.length)).toEqual([20, 40])
})

test('at the end the list is complete, and says when it was read', async () => {
  const { reading, loaded } = begin()
  reading.users(...people).end()
  await settle(100)
  const directory = await loaded
  expect(directory).toMatchObject({ state: 'complete', missing: [] })
  expect(Date.now() - (directory.loadedAt ?? 0)).toBeLessThanOrEqual(100)
  expect(directory.changes).toBeUndefined()
})

test('a page that cannot be read leaves the rest, and the list is never complete', async () => {
  const { reading, loaded } = begin()
  reading.users(...people.slice(0, 20))
  reading.update({ type: 'missing', what: 'page 2', failure: failure('server') })
  reading.users(...people.slice(40, 60)).end()
  await settle(100)
  const directory = await loaded
  expect(directory.state).toBe('partial')
  expect(directory.missing).toEqual([{ what: 'page 2', failure: failure('server') }])
  expect(directory.users).toHaveLength(40)
})

test('where nothing can be read there is no list', async () => {
  const { reading, loaded, shown } = begin()
  reading.fail('unreachable')
  await expect(loaded).rejects.toMatchObject({ failure: failure('unreachable') })
  expect(shown).toEqual([])
})

test('after signing out nothing more is shown', async () => {
  const ending = controller()
  const { reading, loaded, shown } = begin(ending.signal)
  const ended = expect(loaded).rejects.toThrow()
  reading.users(...people.slice(0, 20))
  await settle()
  reading.users(...people.slice(20, 40))
  await settle()
  ending.abort()
  await settle(1000)
  await ended
  expect(shown.map(({ users }) => users.length)).toEqual([20])
})

test('users are counted by kind, and unreadable ones', async () => {
  const { reading, loaded } = begin()
  const [one, two, three] = people
  if (!one || !two || !three) throw new Error('nobody')
  const unreadable = { endpoint: 'GET /users', field: 'teams' }
  reading.users(
    { ...one, kind: 'person' },
    { ...two, kind: 'person', unreadable },
    { ...three, kind: 'agent', unreadable },
  )
  reading.users({ ...one, kind: 'apiUser' }, { ...three, kind: 'agent' }).end()
  await settle(100)
  const { kinds, unreadable: count } = await loaded
  expect(kinds).toEqual({ person: 1, apiUser: 1, external: 0, agent: 1 })
  expect(count).toBe(1)
})
