import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { User } from '../providers/provider'
import { type Directory, emptyDirectory, withoutUser, withUsers } from './directory'
import { filterOptions, flagCount } from './filters'
import { columns, flags } from './testing/crowd'
import { people, queries } from './testing/queries'
import { flagCountOf, optionCount } from './testing/reference'
import { usersOf, type ViewQuery, viewOf } from './view'

const shape = { columns, flags }
const everybody: ViewQuery = { search: '', filters: {}, flags: [], sort: undefined }
const directory = withUsers(emptyDirectory(shape), people)

/** Many runs: on a busy machine they take their time. */
const patient = { timeout: 60_000 }

test('the count of an option is how many are listed when it is chosen', patient, () => {
  fc.assert(
    fc.property(queries, query => {
      const view = viewOf(directory, query)
      for (const column of columns.filter(one => one.filter))
        for (const { value, count } of filterOptions(view, column))
          expect([column.id, value, count]).toEqual([
            column.id,
            value,
            optionCount(people, query, column.id, value),
          ])
      for (const { id } of flags) expect(flagCount(view, id)).toBe(flagCountOf(people, query, id))
    }),
    { numRuns: 30 },
  )
})

const view = (within: Directory, query: Partial<ViewQuery> = {}) =>
  viewOf(within, { ...everybody, ...query })
const column = (id: string) => {
  const found = columns.find(one => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const [somebody] = people
const user = (id: string, more: Partial<User>): User => {
  if (!somebody) throw new Error('nobody')
  return { ...somebody, id, ...more }
}
const three = withUsers(emptyDirectory(shape), [
  user('1', { status: 'deactivated', teams: ['Sales', 'Events'], role: 'Admin' }),
  user('2', { status: 'invited', teams: ['Sales'], role: undefined }),
  user('3', { status: 'active', teams: [], role: 'Admin' }),
])

test('come the most frequent first, without any last', () => {
  expect(
    filterOptions(view(three), column('teams')).map(({ value, count }) => [value, count]),
  ).toEqual([
    ['Sales', 2],
    ['Events', 1],
    ['', 1],
  ])
})

test('of the status come in its own order', () => {
  expect(filterOptions(view(three), column('status')).map(({ value }) => value)).toEqual([
    'invited',
    'active',
    'deactivated',
  ])
})

test('stay when the search leaves nobody with them, and when they are chosen but nobody has them', () => {
  const asked = view(three, { search: 'nobody', filters: { teams: ['Gone team'] } })
  expect(filterOptions(asked, column('teams'))).toEqual([
    { value: 'Events', count: 0, chosen: false },
    { value: 'Gone team', count: 0, chosen: true },
    { value: 'Sales', count: 0, chosen: false },
    { value: '', count: 0, chosen: false },
  ])
})

test('offer "without any" only when everybody is known', () => {
  expect(filterOptions(view(three), column('role')).map(({ value }) => value)).toEqual([
    'Admin',
    '',
  ])
  const loading = { ...three, parts: { roles: { state: 'loading' as const } } }
  expect(filterOptions(view(loading), column('role')).map(({ value }) => value)).toEqual(['Admin'])
})

test('forget those that nobody has any more', () => {
  const later = withoutUser(three, '1', 5000)
  expect(filterOptions(view(later), column('teams')).map(({ value }) => value)).toEqual([
    'Sales',
    '',
  ])
})

test('two lists that read the same are two lists', () => {
  const lists = withUsers(emptyDirectory(shape), [
    user('1', { teams: ['a', 'bc'] }),
    user('2', { teams: ['ab', 'c'] }),
    user('3', { teams: ['a","bc'] }),
  ])
  for (const [value, id] of [
    ['bc', '1'],
    ['ab', '2'],
    ['a","bc', '3'],
  ] as const)
    expect(usersOf(view(lists, { filters: { teams: [value] } })).map(one => one.id)).toEqual([id])
})
