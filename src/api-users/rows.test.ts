import { expect, test } from 'vitest'
import type { ApiUser } from '../providers/administration'
import { type ApiUsersQuery, emptyQuery, readQuery, writeQuery } from './query'
import { listed, type Row } from './rows'

const row = (id: string, values: Partial<ApiUser>, orphaned: 'yes' | 'no' = 'no'): Row => ({
  apiUser: {
    id,
    name: id,
    roleId: undefined,
    role: undefined,
    isAdmin: undefined,
    clientId: undefined,
    client: undefined,
    createdAt: undefined,
    createdBy: undefined,
    updatedAt: undefined,
    ...values,
  },
  creator: { seen: 'not', id: values.createdBy, reason: '' },
  orphan: orphaned === 'no' ? { orphaned } : { orphaned, because: '' },
})

const rows = [
  row('b', { name: 'Zapier', role: 'Integration', createdBy: 'olga' }, 'yes'),
  row('a', { name: 'Ärzte Sync', clientId: 'sync' }),
  row('c', { name: 'Bridge', role: 'Admin', createdBy: 'olga' }),
]
const ids = (query: Partial<ApiUsersQuery>) =>
  listed(rows, { ...emptyQuery, ...query }).map(({ apiUser }) => apiUser.id)

test('sorts by name without minding accents', () => {
  expect(ids({})).toEqual(['a', 'c', 'b'])
})

test('what has no role comes last, whichever way', () => {
  expect(ids({ sort: { column: 'role', descending: false } })).toEqual(['c', 'b', 'a'])
  expect(ids({ sort: { column: 'role', descending: true } })).toEqual(['b', 'c', 'a'])
})

test('every word has to match, somewhere', () => {
  expect(ids({ search: 'arzte SYNC' })).toEqual(['a'])
  expect(ids({ search: 'zapier admin' })).toEqual([])
})

test('narrows to orphaned ones and to one creator', () => {
  expect(ids({ orphanedOnly: true })).toEqual(['b'])
  expect(ids({ creator: 'olga' })).toEqual(['c', 'b'])
})

test('an address says what is shown, and reads as it was written', () => {
  const query: ApiUsersQuery = {
    search: 'a b',
    sort: { column: 'created', descending: true },
    orphanedOnly: true,
    creator: 'olga',
  }
  expect(writeQuery(query).toString()).toBe('q=a+b&creator=olga&is=orphaned&sort=-created')
  expect(readQuery(writeQuery(query))).toEqual(query)
  expect(readQuery(new URLSearchParams('sort=nonsense&is=other'))).toEqual(emptyQuery)
})
