import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Column } from '../providers/provider'
import {
  emptyQuery,
  filterCount,
  isNarrowed,
  readQuery,
  type Shape,
  sortedBy,
  type UsersQuery,
  usualColumns,
  withFilter,
  withoutFilters,
  writeQuery,
} from './query'

const column = (id: string, rest: Partial<Column> = {}): Column => ({
  id,
  header: id,
  type: 'text',
  values: () => [],
  width: 100,
  shown: true,
  searched: true,
  ...rest,
})

const shape: Shape = {
  columns: [
    column('name'),
    column('email'),
    column('status', { filter: 'Status' }),
    column('role', { filter: 'Role' }),
    column('teams', { filter: 'Team' }),
    column('position', { shown: false }),
  ],
  flags: [
    { id: 'no-email', label: 'Has no e-mail', test: () => true },
    { id: 'never-accepted', label: 'Never accepted', test: () => true },
  ],
}

const values = fc
  .uniqueArray(fc.string(), { minLength: 1, maxLength: 4 })
  .map(chosen => chosen.sort())
const queries: fc.Arbitrary<UsersQuery> = fc.record({
  search: fc.string(),
  filters: fc
    .record({ status: values, role: values, teams: values }, { requiredKeys: [] })
    .map(filters => ({ ...filters })),
  flags: fc.subarray(['no-email', 'never-accepted']),
  sort: fc.record({
    column: fc.constantFrom(...shape.columns.map(one => one.id)),
    descending: fc.boolean(),
  }),
  columns: fc.option(fc.shuffledSubarray(['email', 'status', 'role', 'teams', 'position']), {
    nil: undefined,
  }),
})

const read = (text: string) => readQuery(new URLSearchParams(text), shape)
const write = (query: UsersQuery) => writeQuery(query, shape).toString()

describe('the address of the users page', () => {
  it('gives back every query that was written to it', () => {
    fc.assert(
      fc.property(queries, query => {
        expect(read(write(query))).toEqual(query)
      }),
    )
  })

  it('has one spelling for each query', () => {
    fc.assert(
      fc.property(queries, query => {
        expect(write(read(write(query)))).toBe(write(query))
      }),
    )
  })

  it('reads any text as some query', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const query = read(text)
        expect(read(write(query))).toEqual(query)
      }),
    )
  })

  it('is bare for the plain list', () => {
    expect(write(emptyQuery)).toBe('')
    expect(read('')).toEqual(emptyQuery)
  })

  it('says what was chosen in words one can read', () => {
    const query: UsersQuery = {
      search: 'mar',
      filters: { role: ['Project lead', 'User'], status: ['active'] },
      flags: ['no-email'],
      sort: { column: 'email', descending: true },
      columns: ['email', 'position'],
    }
    expect(write(query)).toBe(
      'q=mar&status=active&role=Project+lead&role=User&is=no-email&sort=-email&cols=email%2Cposition',
    )
  })

  it('leaves out what this provider does not know', () => {
    expect(
      read('email=a&licence=Plan&is=late&sort=-shoe&cols=name,shoe,email,email&utm=1'),
    ).toEqual({
      ...emptyQuery,
      columns: ['email'],
    })
  })

  it('keeps a choice of no column but the name', () => {
    expect(read('cols=').columns).toEqual([])
  })
})

describe('changing the query', () => {
  it('a column with nothing chosen is no filter', () => {
    const some = withFilter(emptyQuery, 'role', ['User'])
    expect(some.filters).toEqual({ role: ['User'] })
    expect(withFilter(some, 'role', [])).toEqual(emptyQuery)
  })

  it('clearing shows everybody and keeps sort and columns', () => {
    fc.assert(
      fc.property(queries, query => {
        const cleared = withoutFilters(query)
        expect(isNarrowed(cleared)).toBe(false)
        expect(cleared.sort).toEqual(query.sort)
        expect(cleared.columns).toEqual(query.columns)
      }),
    )
  })

  it('counts filtered columns and flags, not their values', () => {
    const query = withFilter({ ...emptyQuery, flags: ['no-email'] }, 'role', ['User', 'Guest'])
    expect(filterCount(query)).toBe(2)
    expect(isNarrowed({ ...emptyQuery, search: '  ' })).toBe(false)
  })

  it('a header sorts up, then down, then up', () => {
    const up = sortedBy(emptyQuery.sort, 'email')
    expect(up).toEqual({ column: 'email', descending: false })
    const down = sortedBy(up, 'email')
    expect(down).toEqual({ column: 'email', descending: true })
    expect(sortedBy(down, 'email')).toEqual(up)
  })

  it('the usual columns are the shown ones after the name', () => {
    expect(usualColumns(shape.columns)).toEqual(['email', 'status', 'role', 'teams'])
  })
})
