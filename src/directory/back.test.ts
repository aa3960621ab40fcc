import { expect, it } from 'vitest'
import type { Status, User } from '../providers/provider'
import { backFlag } from './back'
import { backIn, type Directory, emptyDirectory, withCutOff, withUsers } from './directory'
import { flagCount } from './filters'
import { crowd } from './testing/crowd'
import { usersOf, viewOf } from './view'

const [one, other] = crowd(2)
const seen = (user: User | undefined, status: Status, readAt: number) =>
  user ? [{ ...user, status, readAt }] : []
const first = one?.id ?? ''

const asked = { search: '', filters: {}, flags: [backFlag.id], sort: undefined }
const flagged = (directory: Directory) => usersOf(viewOf(directory, asked)).map(({ id }) => id)

it('flags who was cut off and is active again, and nobody else', () => {
  const all = [...seen(one, 'active', 20), ...seen(other, 'active', 20)]
  const directory = withCutOff(
    withUsers(emptyDirectory({ columns: [], flags: [] }), all),
    new Map([[first, 10]]),
  )
  expect(flagged(directory)).toEqual([first])
  expect(backIn(directory)).toEqual([first])
  expect(flagCount(viewOf(directory, { ...asked, flags: [] }), backFlag.id)).toBe(1)
})

it('flags also who is read later, and takes it back when they are out again', () => {
  const cutOff = new Map([[first, 10]])
  const empty = withCutOff(emptyDirectory({ columns: [], flags: [] }), cutOff)
  const before = withUsers(empty, seen(one, 'active', 9))
  expect(flagged(before)).toEqual([])
  const back = withUsers(before, seen(one, 'active', 20))
  expect(flagged(back)).toEqual([first])
  expect(flagged(withUsers(back, seen(one, 'deactivated', 30)))).toEqual([])
})

it('flags nobody any more of whom nothing is remembered', () => {
  const users = withUsers(emptyDirectory({ columns: [], flags: [] }), seen(one, 'active', 20))
  const flaggedOnce = withCutOff(users, new Map([[first, 10]]))
  expect(flagged(flaggedOnce)).toEqual([first])
  expect(flagged(withCutOff(flaggedOnce, new Map()))).toEqual([])
})

it('leaves the flags of the provider as they are', () => {
  const flag = { id: 'all', label: 'all', test: () => true }
  const users = withUsers(
    emptyDirectory({ columns: [], flags: [flag] }),
    seen(one, 'deactivated', 20),
  )
  const directory = withCutOff(users, new Map([[first, 10]]))
  expect(usersOf(viewOf(directory, { ...asked, flags: ['all'] }))).toHaveLength(1)
  expect(flagged(directory)).toEqual([])
})
