import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { User } from '../providers/provider'
import { columns, flags } from './crowd'
import { emptyDirectory, withoutUser, withUsers } from './directory'
import { people, queries } from './queries'
import { listed } from './reference'
import { rowOf, userAt, usersOf, type ViewQuery, viewOf } from './view'

const shape = { columns, flags }
const everybody: ViewQuery = { search: '', filters: {}, flags: [], sort: undefined }
const directory = withUsers(emptyDirectory(shape), people)

const ids = (users: readonly User[]) => users.map(user => user.id)
test('a view lists who a plain reading of the rules lists, in the same order', () => {
  fc.assert(
    fc.property(queries, query => {
      expect(ids(usersOf(viewOf(directory, query)))).toEqual(ids(listed(people, query)))
    }),
    { numRuns: 500 },
  )
})

test('a view says in which row somebody is', () => {
  const view = viewOf(directory, { ...everybody, sort: { column: 'email', descending: true } })
  for (const row of [0, 1, 150, 299]) expect(rowOf(view, userAt(view, row)?.id ?? '')).toBe(row)
  expect(userAt(view, 300)).toBeUndefined()
  expect(rowOf(view, 'nobody')).toBe(-1)
})

test('a view keeps its rows when somebody goes', () => {
  const [first, second] = people
  const before = withUsers(emptyDirectory(shape), people.slice(0, 2))
  const view = viewOf(before, everybody)
  withoutUser(before, first?.id ?? '', 3000)
  expect(userAt(view, 1)).toBe(second)
})

test('a view ignores a column, a filter and a flag that the provider does not have', () => {
  const query = { ...everybody, filters: { nonsense: ['a'] }, flags: ['nonsense'] }
  const view = viewOf(directory, { ...query, sort: { column: 'nonsense', descending: true } })
  expect(view.size).toBe(300)
})
