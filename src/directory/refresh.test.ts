import { expect, test } from 'vitest'
import { FailureError } from '../http/failure'
import type { User } from '../providers/provider'
import { emptyDirectory, finished, withoutUser, withUsers } from './directory'
import { refresh } from './refresh'
import { crowd } from './testing/crowd'
import { failure, Scripted } from './testing/scripted'

const at14 = Date.now() - 60_000
const people = crowd(100, { readAt: at14 })
const [newcomer = someone(0)] = crowd(1, { seed: 7, readAt: Date.now() })

function someone(at: number): User {
  const user = people[at]
  if (!user) throw new Error(`nobody at ${at}`)
  return user
}

/** The same people, read now. */
const again = (users: readonly User[] = people) =>
  users.map(user => ({ ...user, readAt: Date.now() }))

function begin({ users = people, state = 'complete' as 'complete' | 'partial' } = {}) {
  const provider = new Scripted()
  const read = finished(withUsers(emptyDirectory(provider), users), at14)
  const before = { ...read, state }
  const done = refresh({ provider, signal: new AbortController().signal }, before)
  return { provider, before, done, reading: provider.reading }
}

test('nothing changes until the end; where nothing is other than before, nothing is said to be', async () => {
  const { before, done, reading } = begin()
  reading.users(...again().map(user => ({ ...user, name: 'Changed', role: undefined })))
  await new Promise(resolve => setTimeout(resolve))
  expect(before.byId.get(someone(0).id)).toBe(someone(0))
  const last = again()
  reading.users(...last).end()
  const after = await done
  expect(after.changes).toEqual({
    since: at14,
    added: [],
    found: 0,
    removed: [],
    changed: new Map(),
  })
  expect(after.users).toEqual(last)
  expect(after).toMatchObject({ state: 'complete', version: expect.any(Number) })
  expect(after.version).toBeGreaterThan(before.version)
})

test('it says who is new, who is gone, and what is other than before', async () => {
  const before = { ...someone(3), status: 'active' as const, teams: ['Sales'] }
  const after = { ...before, status: 'deactivated' as const, teams: ['Sales', 'Events'] }
  const { provider, done, reading } = begin({ users: people.with(3, before) })
  const others = people.slice(0, 99).with(3, { ...after, updatedAt: '2026-11-03T14:03:00Z' })
  reading.users(...again(others), newcomer).end()
  const { changes, byId } = await done
  expect(changes).toEqual({
    since: at14,
    added: [newcomer.id],
    found: 0,
    removed: [someone(99)],
    changed: new Map([
      [
        before.id,
        [
          { column: 'status', before: ['active'], after: ['deactivated'] },
          { column: 'teams', before: ['Sales'], after: ['Sales', 'Events'] },
        ],
      ],
    ]),
  })
  expect(provider.asked).toEqual([someone(99).id])
  expect(byId.has(someone(99).id)).toBe(false)
  expect(byId.get(before.id)?.status).toBe('deactivated')
})

test('a part that is not known before and after says nothing about changes', async () => {
  const { done, reading } = begin()
  reading.update({ type: 'part', part: 'roles', state: { state: 'unknown', reason: 'no right' } })
  reading.users(...again().map(user => ({ ...user, role: undefined, isAdmin: undefined }))).end()
  const { changes, parts, users } = await done
  expect(changes?.changed.size).toBe(0)
  expect(parts.roles).toEqual({ state: 'unknown', reason: 'no right' })
  expect(users[0]?.role).toBeUndefined()
})

test('who was read alone while the pages came stays as just read', async () => {
  const { before, done, reading } = begin()
  const pages = again()
  const now = Date.now() + 1000
  withUsers(before, [{ ...someone(1), status: 'archived', readAt: now }])
  withoutUser(before, someone(2).id, now)
  withUsers(before, [{ ...newcomer, readAt: now }])
  reading.users(...pages).end()
  const { byId, changes } = await done
  expect(byId.get(someone(1).id)?.status).toBe('archived')
  expect(byId.has(someone(2).id)).toBe(false)
  expect(byId.has(newcomer.id)).toBe(true)
  expect(changes?.changed.size).toBe(0)
  expect(changes?.removed).toEqual([])
})

test('who has slipped through the pages, or cannot be asked for, is not gone', async () => {
  const { provider, done, reading } = begin()
  const [slipped, unreachable] = [someone(10), someone(11)]
  provider.answers.set(slipped.id, { ...slipped, position: 'Seen alone', readAt: Date.now() })
  provider.answers.set(unreachable.id, new FailureError(failure('unreachable')))
  reading
    .users(...again().filter(user => user.id !== slipped.id && user.id !== unreachable.id))
    .end()
  const { byId, changes } = await done
  expect(byId.get(slipped.id)?.position).toBe('Seen alone')
  expect(byId.get(unreachable.id)).toBe(unreachable)
  expect(changes?.removed).toEqual([])
})

test('where many are not in a complete list they are gone, without a read for each', async () => {
  const { provider, done, reading } = begin()
  reading.users(...again(people.slice(0, 50))).end()
  const { changes, users } = await done
  expect(provider.asked).toEqual([])
  expect(changes?.removed).toEqual(people.slice(50))
  expect(users).toHaveLength(50)
})

test('a page that could not be read takes nobody away', async () => {
  const { done, reading } = begin()
  reading.users(...again(people.slice(0, 50)))
  reading.update({ type: 'missing', what: 'page 2', failure: failure('server') }).end()
  const { state, users, missing, changes } = await done
  expect(state).toBe('partial')
  expect(users).toHaveLength(100)
  expect(missing).toEqual([{ what: 'page 2', failure: failure('server') }])
  expect(changes?.removed).toEqual([])
})

test('after an incomplete list nobody is called new: they may only have been missing', async () => {
  const { done, reading } = begin({ state: 'partial' })
  reading.users(...again(), newcomer).end()
  const { changes, users, state } = await done
  expect(changes).toMatchObject({ added: [], found: 1 })
  expect(users).toHaveLength(101)
  expect(state).toBe('complete')
})

test('where nothing can be read the list stays as it was', async () => {
  const { before, done, reading } = begin()
  const { version } = before.store
  reading.users(...again(people.slice(0, 10)).map(user => ({ ...user, name: 'Changed' })))
  reading.fail('unreachable')
  await expect(done).rejects.toBeInstanceOf(FailureError)
  expect(before.store.version).toBe(version)
  expect(before.byId.get(someone(0).id)).toBe(someone(0))
})
