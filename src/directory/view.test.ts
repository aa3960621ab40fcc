import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { User } from '../providers/provider'
import { columns, crowd, flags } from './crowd'
import { type Directory, emptyDirectory, withoutUser, withUsers } from './directory'
import { filterOptions, flagCount } from './filters'
import { flagCountOf, listed, optionCount, valuesIn } from './reference'
import { isSorted, prepareSort } from './sort'
import { rowOf, userAt, usersOf, type ViewQuery, viewOf } from './view'

const shape = { columns, flags }
const everybody: ViewQuery = { search: '', filters: {}, flags: [], sort: undefined }
const people = crowd(300)
const directory = withUsers(emptyDirectory(shape), people)

const ids = (users: readonly User[]) => users.map(user => user.id)
const names = (query: Partial<ViewQuery>, within = directory) =>
  usersOf(viewOf(within, { ...everybody, ...query })).map(user => user.name)

const searches = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'an',
    'ann',
    'anna',
    'anna mei',
    'mei an',
    'groß',
    'GROSS',
    'mark ber',
    '李',
    'zzz',
  ),
  fc.constantFrom(...people.flatMap(user => [user.id, user.email ?? '', user.name])),
  fc
    .constantFrom(...people)
    .chain(user => fc.integer({ min: 0, max: 12 }).map(cut => user.id.slice(cut))),
)
const chosenIn = (column: string) =>
  fc.option(
    fc.subarray([...new Set(people.flatMap(user => valuesIn(user, column))), ''], { minLength: 1 }),
    {
      nil: undefined,
      freq: 2,
    },
  )
const filters = fc
  .record({
    status: chosenIn('status'),
    kind: chosenIn('kind'),
    role: chosenIn('role'),
    teams: chosenIn('teams'),
    tags: chosenIn('tags'),
  })
  .map(chosen =>
    Object.fromEntries(
      Object.entries(chosen).flatMap(([id, values]) => (values ? [[id, values]] : [])),
    ),
  )
const sorts = fc.option(
  fc.record({
    column: fc.constantFrom(...columns.map(column => column.id)),
    descending: fc.boolean(),
  }),
  { nil: undefined },
)
const queries = fc.record({
  search: searches,
  filters,
  flags: fc.subarray(flags.map(flag => flag.id)),
  sort: sorts,
})

test('a view lists who a plain reading of the rules lists, in the same order', () => {
  fc.assert(
    fc.property(queries, query => {
      expect(ids(usersOf(viewOf(directory, query)))).toEqual(ids(listed(people, query)))
    }),
    { numRuns: 500 },
  )
})

test('the count of an option is how many are listed when it is chosen', () => {
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
    { numRuns: 60 },
  )
})

test('what is typed letter by letter finds what it finds at once', () => {
  fc.assert(
    fc.property(fc.array(searches, { minLength: 1, maxLength: 4 }), texts => {
      const typed = withUsers(emptyDirectory(shape), people)
      for (const text of texts)
        for (let end = 1; end <= text.length; end += 1)
          expect(ids(usersOf(viewOf(typed, { ...everybody, search: text.slice(0, end) })))).toEqual(
            ids(listed(people, { ...everybody, search: text.slice(0, end) })),
          )
    }),
    { numRuns: 30 },
  )
})

const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('page' as const),
        start: fc.nat(299),
        size: fc.nat(60),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('newer' as const),
        at: fc.nat(299),
        like: fc.nat(299),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('gone' as const), at: fc.nat(299) }) },
    { weight: 2, arbitrary: queries.map(query => ({ type: 'view' as const, query })) },
  ),
  { maxLength: 25 },
)

test('however pages, newer answers and removals come, and whatever was looked at between, the list is right', () => {
  fc.assert(
    fc.property(steps, queries, (taken, last) => {
      let so = emptyDirectory(shape)
      const model = new Map<string, User>()
      const gone = new Set<string>()
      const put = (user: User) => {
        if (gone.has(user.id) || (model.get(user.id)?.readAt ?? 0) > user.readAt) return
        model.set(user.id, user)
      }
      for (const step of [...taken, { type: 'view' as const, query: last }]) {
        switch (step.type) {
          case 'page': {
            const page = people.slice(step.start, step.start + step.size)
            for (const user of page) put(user)
            so = withUsers(so, page)
            break
          }
          case 'newer': {
            const [who, like] = [people[step.at], people[step.like]]
            if (!who || !like) break
            const newer = { ...like, id: who.id, readAt: 2000 }
            put(newer)
            so = withUsers(so, [newer])
            break
          }
          case 'gone': {
            const id = people[step.at]?.id ?? ''
            model.delete(id)
            gone.add(id)
            so = withoutUser(so, id, 3000)
            break
          }
          case 'view':
            expect(ids(usersOf(viewOf(so, step.query)))).toEqual(
              ids(listed([...model.values()], step.query)),
            )
        }
      }
      expect(ids(so.users)).toEqual([...model.keys()])
    }),
    { numRuns: 200 },
  )
})

describe('search', () => {
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
    expect(names({ search }, few)).toEqual(expected)
  })

  test('a word is not found across the border of two fields', () => {
    expect(names({ search: 'examplejoanna' }, few)).toEqual([])
    expect(names({ search: 'exampleanna' }, few)).toEqual([])
  })
})

describe('a view', () => {
  test('says in which row somebody is', () => {
    const view = viewOf(directory, { ...everybody, sort: { column: 'email', descending: true } })
    for (const row of [0, 1, 150, 299]) expect(rowOf(view, userAt(view, row)?.id ?? '')).toBe(row)
    expect(userAt(view, 300)).toBeUndefined()
    expect(rowOf(view, 'nobody')).toBe(-1)
  })

  test('keeps its rows when somebody goes', () => {
    const [first, second] = people
    const before = withUsers(emptyDirectory(shape), people.slice(0, 2))
    const view = viewOf(before, everybody)
    withoutUser(before, first?.id ?? '', 3000)
    expect(userAt(view, 1)).toBe(second)
  })

  test('ignores a column, a filter and a flag that the provider does not have', () => {
    const query = { ...everybody, filters: { nonsense: ['a'] }, flags: ['nonsense'] }
    const view = viewOf(directory, { ...query, sort: { column: 'nonsense', descending: true } })
    expect(view.size).toBe(300)
  })
})

describe('the options of a filter', () => {
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
    expect(filterOptions(view(loading), column('role')).map(({ value }) => value)).toEqual([
      'Admin',
    ])
  })

  test('forget those that nobody has any more', () => {
    const later = withoutUser(three, '1', 5000)
    expect(filterOptions(view(later), column('teams')).map(({ value }) => value)).toEqual([
      'Sales',
      '',
    ])
  })
})

describe('many', () => {
  const many = crowd(9000, { seed: 2 })

  test('are sorted in slices: until then they are listed by name, and the view says so', async () => {
    const so = withUsers(emptyDirectory(shape), many)
    const query = { ...everybody, sort: { column: 'created', descending: true } }
    expect(isSorted(so, query.sort)).toBe(false)
    const before = viewOf(so, query)
    expect(before.order).toBe('pending')
    expect(ids(usersOf(before))).toEqual(
      ids(listed(many, { ...query, sort: { column: 'name', descending: false } })),
    )
    await Promise.all([prepareSort(so, 'created'), prepareSort(so, 'created')])
    const after = viewOf(so, query)
    expect(after.order).toBe('asked')
    expect(ids(usersOf(after))).toEqual(ids(listed(many, query)))
  })

  test('stay in order when keys, names and the crowd itself change while they are sorted', async () => {
    const half = many.slice(0, 6000)
    const so = withUsers(emptyDirectory(shape), half)
    const work = so.store.orders.get('email')?.build()
    const model = new Map(half.map(user => [user.id, user]))
    for (let step = 0; step < 30; step += 1) {
      work?.next()
      const at = (step * 37) % half.length
      const [who, like] = [half[at], many[at + 1]]
      if (!who || !like) throw new Error('nobody')
      const newer = {
        ...who,
        name: like.name,
        email: like.email,
        emails: like.emails,
        readAt: 2000,
      }
      const added = many.slice(6000 + step * 100, 6000 + (step + 1) * 100)
      withUsers(so, [newer, ...added])
      for (const user of [newer, ...added]) model.set(user.id, user)
    }
    while (work?.next().done === false);
    await prepareSort(so, 'email')
    const query = { ...everybody, sort: { column: 'email', descending: false } }
    expect(ids(usersOf(viewOf(so, query)))).toEqual(ids(listed([...model.values()], query)))
  })
})
