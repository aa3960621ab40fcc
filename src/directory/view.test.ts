import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { User } from '../providers/provider'
import { emptyDirectory, withoutUser, withUsers } from './directory'
import { columns, flags } from './testing/crowd'
import { people, queries } from './testing/queries'
import { listed } from './testing/reference'
import { rowOf, userAt, usersOf, type ViewQuery, viewOf } from './view'

const shape = { columns, flags }
const everybody: ViewQuery = { search: '', filters: {}, flags: [], sort: undefined }
const directory = withUsers(emptyDirectory(shape), people)

const ids = (users: readonly User[]) => users.map(user => user.id)
/** Many runs: on a busy machine they take their time. */
const patient = { timeout: 60_000 }

test('a view lists who a plain reading of the rules lists, in the same order', patient, () => {
  fc.assert(
    fc.property(queries, query => {
      expect(ids(usersOf(viewOf(directory, query)))).toEqual(ids(listed(people, query)))
    }),
    { numRuns: 300 },
  )
})

test('a view says in which row somebody is', () => {
  const view = viewOf(directory, { ...everybody, sort: { column: 'email', descending: true } })
  for (const row of [0, 1, 60, 119]) expect(rowOf(view, userAt(view, row)?.id ?? '')).toBe(row)
  expect(userAt(view, 120)).toBeUndefined()
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
  expect(view.size).toBe(120)
})
