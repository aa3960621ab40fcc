import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { User } from '../providers/provider'
import { type Directory, emptyDirectory, withUsers } from './directory'
import { columns, crowd, flags } from './testing/crowd'
import { people, searches } from './testing/queries'
import { listed } from './testing/reference'
import { usersOf, type ViewQuery, viewOf } from './view'

const shape = { columns, flags }
const everybody: ViewQuery = { search: '', filters: {}, flags: [], sort: undefined }
const ids = (users: readonly User[]) => users.map(user => user.id)
const names = (search: string, within: Directory) =>
  usersOf(viewOf(within, { ...everybody, search })).map(user => user.name)

/** Many runs: on a busy machine they take their time. */
const patient = { timeout: 60_000 }

test('what is typed letter by letter finds what it finds at once', patient, () => {
  fc.assert(
    fc.property(fc.array(searches, { minLength: 1, maxLength: 4 }), texts => {
      const typed = withUsers(emptyDirectory(shape), people)
      for (const text of texts)
        for (let end = 1; end <= text.length; end += 1)
          expect(ids(usersOf(viewOf(typed, { ...everybody, search: text.slice(0, end) })))).toEqual(
            ids(listed(people, { ...everybody, search: text.slice(0, end) })),
          )
    }),
    { numRuns: 12 },
  )
})

const named = (name: string, more: Partial<User> = {}): User => {
  const [somebody] = crowd(1)
  if (!somebody) throw new Error('nobody')
  const emails = more.emails ?? []
  return {
    ...somebody,
    id: name,
    name,
    email: emails[0],
    position: undefined,
    role: undefined,
    teams: [],
    tags: [],
    ...more,
    emails,
  }
}
const few = withUsers(emptyDirectory(shape), [
  named('Anna', { id: 'u1', emails: ['anna@acme.example'] }),
  named('Annabel', { id: 'u10', emails: ['joanna@acme.example', 'anna@acme.example.org'] }),
  named('Zoë Groß', { id: 'C0FFEE-1', emails: ['zoe@acme.example', 'shared@acme.example'] }),
  named('Twin', {
    id: 'c0ffee-12',
    emails: ['shared@acme.example'],
    teams: ['zoe@acme.example'],
  }),
])

test.each([
  ['anna@acme.example', ['Anna']],
  ['ANNA@acme.example ', ['Anna']],
  ['<anna@acme.example>,', ['Anna']],
  ['mailto:anna@acme.example', ['Anna']],
  ['"Of Acme, Ann" <anna@acme.example>;', ['Anna']],
  ['Groß, Zoe', ['Zoë Groß']],
  ['shared@acme.example', ['Zoë Groß', 'Twin']],
  ['zoe@acme.example', ['Zoë Groß']],
  ['anna@acme.exampl', ['Anna', 'Annabel']],
  ['u1', ['Anna']],
  ['u10', ['Annabel']],
  ['u', ['Anna', 'Annabel']],
  ['c0ffee-1', ['Zoë Groß']],
  ['C0FFEE-12', ['Twin']],
  ['ffee', ['Zoë Groß', 'Twin']],
  ['zoe gross', ['Zoë Groß']],
  ['oe zo', ['Zoë Groß', 'Twin']],
  ['anna acme', ['Anna', 'Annabel']],
  ['anna\u0001', ['Anna', 'Annabel']],
  ['nobody', []],
])('%j finds %j', (search, expected) => {
  expect(names(search, few)).toEqual(expected)
})

test('a word is not found across the border of two fields', () => {
  expect(names('examplejoanna', few)).toEqual([])
  expect(names('exampleanna', few)).toEqual([])
})

test('what was found before is not taken for what is there now', () => {
  const before = withUsers(emptyDirectory(shape), [named('Anna', { id: '1' })])
  expect(names('anna', before)).toEqual(['Anna'])
  const after = withUsers(before, [named('Beate', { id: '1', readAt: 2000 }), named('Joanna')])
  expect(names('anna', after)).toEqual(['Joanna'])
})
