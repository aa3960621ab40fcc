import * as fc from 'fast-check'
import { columns, crowd, flags } from './crowd'
import { valuesIn } from './reference'

/** What tests ask of a list: of 120 people, anything. */

export const people = crowd(120)

export const searches = fc.oneof(
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
export const sorts = fc.option(
  fc.record({
    column: fc.constantFrom(...columns.map(column => column.id)),
    descending: fc.boolean(),
  }),
  { nil: undefined },
)
export const queries = fc.record({
  search: searches,
  filters,
  flags: fc.subarray(flags.map(flag => flag.id)),
  sort: sorts,
})
