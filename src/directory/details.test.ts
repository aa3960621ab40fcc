import { expect, test } from 'vitest'
import type { Column, User } from '../providers/provider'
import { emptyDirectory, withUsers } from './directory'
import { filterOptions } from './filters'
import { columns, flags } from './testing/crowd'
import { people } from './testing/queries'
import { usersOf, type ViewQuery, viewOf } from './view'

const level: Column = {
  id: 'accessLevel',
  header: 'Access level',
  type: 'text',
  values: user => user.details?.['accessLevel'] ?? [],
  width: 160,
  shown: true,
  searched: true,
  filter: 'Access level',
}
const lastSignIn: Column = {
  ...level,
  id: 'lastSignIn',
  type: 'date',
  values: user => user.details?.['lastSignIn'] ?? [],
}
const [one, two, three, four] = people
const details = (user: User | undefined, accessLevel: string, day: string): readonly User[] =>
  user
    ? [{ ...user, details: { accessLevel: [accessLevel], lastSignIn: [`${day}T08:51:00.000Z`] } }]
    : []
const users = [
  ...details(one, 'Work', '2026-11-20'),
  ...details(two, 'Plan', '2026-01-02'),
  ...details(three, 'Work', '2026-10-30'),
  ...(four ? [four] : []),
]
const directory = withUsers(
  emptyDirectory({ columns: [...columns, level, lastSignIn], flags }),
  users,
)
const everybody: ViewQuery = { search: '', filters: {}, flags: [], sort: undefined }
const ids = (query: Partial<ViewQuery>) =>
  usersOf(viewOf(directory, { ...everybody, ...query })).map(user => user.id)

test('what only one system has is searched, filtered, counted and sorted like the rest', () => {
  expect(ids({ search: 'plan' })).toEqual([two?.id])
  expect(ids({ filters: { accessLevel: ['Work'] } }).toSorted()).toEqual(
    [one?.id, three?.id].toSorted(),
  )
  expect(ids({ filters: { accessLevel: [''] } })).toEqual([four?.id])
  const counts = filterOptions(viewOf(directory, everybody), level)
  expect(counts.map(({ value, count }) => [value, count])).toEqual([
    ['Work', 2],
    ['Plan', 1],
    ['', 1],
  ])
  expect(ids({ sort: { column: 'lastSignIn', descending: false } })).toEqual(
    [two, three, one, four].map(user => user?.id),
  )
})

test('a newer answer takes the place of what was known', () => {
  const newer = details(one && { ...one, readAt: one.readAt + 1 }, 'Review', '2026-11-21')
  const after = withUsers(directory, newer)
  const found = usersOf(viewOf(after, { ...everybody, search: 'review' }))
  expect(found.map(user => user.id)).toEqual([one?.id])
})

test('an end that is known changes neither order nor filter of the status', () => {
  const ending = users.map(user => ({ ...user, deactivatesAt: '2026-12-04T00:00:00.000Z' }))
  const status = columns.find(column => column.id === 'status')
  const ended = withUsers(emptyDirectory({ columns, flags }), ending)
  const without = withUsers(emptyDirectory({ columns, flags }), users)
  const query: ViewQuery = { ...everybody, sort: { column: 'status', descending: false } }
  expect(usersOf(viewOf(ended, query)).map(user => user.id)).toEqual(
    usersOf(viewOf(without, query)).map(user => user.id),
  )
  if (status)
    expect(filterOptions(viewOf(ended, everybody), status)).toEqual(
      filterOptions(viewOf(without, everybody), status),
    )
})
