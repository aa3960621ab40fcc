import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { User } from '../providers/provider'
import { type Directory, emptyDirectory, withoutUser, withUsers } from './directory'
import { isSorted, prepareSort } from './sort'
import { columns, crowd, flags } from './testing/crowd'
import { people, queries, sorts } from './testing/queries'
import { listed } from './testing/reference'
import { usersOf, type ViewQuery, viewOf } from './view'

const shape = { columns, flags }
const everybody: ViewQuery = { search: '', filters: {}, flags: [], sort: undefined }
const ids = (users: readonly User[]) => users.map(user => user.id)

/** A directory next to the plainest account of what must be in it. */
class Told {
  directory: Directory = emptyDirectory(shape)
  readonly users = new Map<string, User>()
  readonly #gone = new Set<string>()

  read(users: readonly User[]) {
    for (const user of users)
      if (!this.#gone.has(user.id) && (this.users.get(user.id)?.readAt ?? 0) <= user.readAt)
        this.users.set(user.id, user)
    this.directory = withUsers(this.directory, users)
  }

  lose(id: string) {
    this.users.delete(id)
    this.#gone.add(id)
    this.directory = withoutUser(this.directory, id, 3000)
  }

  expectRight(query: ViewQuery) {
    expect(ids(usersOf(viewOf(this.directory, query)))).toEqual(
      ids(listed([...this.users.values()], query)),
    )
  }
}

type Step = (told: Told) => void
const among = fc.nat(79)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(among, among).map(
    ([start, size]) =>
      (told: Told) =>
        told.read(people.slice(start, start + size)),
  ),
  fc
    .record({
      at: among,
      like: fc.constantFrom(...people),
      keys: fc.subarray([
        ...(['name', 'email', 'emails', 'status', 'teams', 'role', 'createdAt'] as const),
      ]),
      readAt: fc.constantFrom(500, 1000, 2000),
    })
    .map(({ at, like, keys, readAt }) => (told: Told) => {
      const newer = Object.fromEntries(keys.map(key => [key, like[key]]))
      told.read(people.slice(at, at + 1).map(user => ({ ...user, ...newer, readAt })))
    }),
  among.map(at => (told: Told) => told.lose(people[at]?.id ?? '')),
  sorts.map(sort => (told: Told) => told.expectRight({ ...everybody, sort })),
  fc
    .constantFrom('an', 'acme', 'sales')
    .map(search => (told: Told) => told.expectRight({ ...everybody, search })),
  queries.map(query => (told: Told) => told.expectRight(query)),
)

/** Many runs: on a busy machine they take their time. */
const patient = { timeout: 60_000 }

test(
  'however pages, newer answers and removals come, and whatever was looked at between, the list is right',
  patient,
  () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), sorts, (steps, sort) => {
        const told = new Told()
        told.read(people.slice(0, 60))
        for (const take of steps) take(told)
        told.expectRight({ ...everybody, sort })
        expect(ids(told.directory.users)).toEqual([...told.users.keys()])
      }),
      { numRuns: 150 },
    )
  },
)

const many = crowd(6000, { seed: 2 })

test('many are sorted in slices: until then they are listed by name, and the view says so', async () => {
  const so = withUsers(emptyDirectory(shape), many)
  const query = { ...everybody, sort: { column: 'created', descending: true } }
  expect(isSorted(so, query.sort)).toBe(false)
  const before = viewOf(so, query)
  expect(before.order).toBe('pending')
  const byName = { column: 'name', descending: false }
  expect(before.query.sort).toEqual(byName)
  expect(ids(usersOf(before))).toEqual(ids(listed(many, { ...query, sort: byName })))
  await Promise.all([prepareSort(so, 'created'), prepareSort(so, 'created')])
  const after = viewOf(so, query)
  expect(after.order).toBe('asked')
  expect(ids(usersOf(after))).toEqual(ids(listed(many, query)))
})

test.each(['email', 'created'])(
  'many stay in order when the %s, names and the crowd itself change while they are sorted',
  async column => {
    const told = new Told()
    told.read(many.slice(0, 4000))
    const work = told.directory.store.orders.get(column)?.build()
    for (let at = 0; at < 30; at += 1) {
      work?.next()
      const [who, like] = [many[at * 37], many[at * 37 + 1]]
      if (!who || !like) throw new Error('nobody')
      const { name, email, emails, createdAt } = like
      const changed = at % 2 === 0 ? { name } : { email, emails, createdAt }
      told.read([{ ...who, ...changed, readAt: 2000 }])
      told.read(many.slice(4000 + at * 60, 4000 + (at + 1) * 60))
    }
    while (work?.next().done === false);
    await prepareSort(told.directory, column)
    told.expectRight({ ...everybody, sort: { column, descending: false } })
  },
)

test('values that read the same are equals, in the order of names', () => {
  const told = new Told()
  const [somebody] = people
  if (!somebody) throw new Error('nobody')
  const names = ['D', 'B', 'C', 'A']
  told.read(
    names.map((name, at) => ({
      ...somebody,
      id: name,
      name,
      teams: [at % 2 === 0 ? 'Sales' : 'SALES'],
    })),
  )
  for (const descending of [false, true]) {
    const view = viewOf(told.directory, { ...everybody, sort: { column: 'teams', descending } })
    expect(ids(usersOf(view))).toEqual(['A', 'B', 'C', 'D'])
  }
})
