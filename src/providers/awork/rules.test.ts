import { describe, expect, it } from 'vitest'
import { actions, type User } from '../provider'
import { columns, flags, views } from './columns'
import { figures, rules } from './rules'

const olga: User = {
  id: '1',
  name: 'Olga Owner',
  firstName: 'Olga',
  email: 'olga@acme.example',
  emails: ['olga@acme.example'],
  status: 'active',
  kind: 'person',
  position: undefined,
  role: 'Admin',
  isAdmin: true,
  teams: [],
  tags: [],
  createdAt: undefined,
  createdBy: undefined,
  updatedAt: undefined,
  deactivatedAt: undefined,
  readAt: 0,
  unreadable: undefined,
}

describe('the consequences', () => {
  it('of a deactivation are what awork documents, and what it leaves open', () => {
    expect(rules.deactivate.consequences(olga)).toEqual([
      'Olga can no longer sign in. Whether an open session ends at once is not known.',
      'Private projects may get a new manager, or be deleted if nobody else is in them.',
      'The seat stays booked until it is given back in awork’s subscription settings.',
    ])
  })

  it('do not speak of seats where none is taken, nor of signing in for machines', () => {
    const external = rules.deactivate.consequences({ ...olga, kind: 'external' })
    expect(external.join(' ')).not.toContain('seat')
    const machine = rules.deactivate.consequences({ ...olga, kind: 'apiUser' })
    expect(machine.join(' ')).not.toMatch(/seat|sign in/)
  })

  it('say that activating sends an e-mail', () => {
    expect(rules.activate.consequences(olga).join(' ')).toContain('e-mail')
  })

  it('keep hostile names from changing the sentence', () => {
    const first = (firstName: string) => rules.delete.consequences({ ...olga, firstName })[0] ?? ''
    expect(first('فاطمة')).toMatch(/^\u2068فاطمة\u2069 is deleted/)
    expect(first('Rita\u202egnp.exe')).toMatch(/^Ritagnp\.exe is deleted/)
    expect(first('\u2069فاطمة\u202e')).toMatch(/^\u2068فاطمة\u2069 is deleted/)
    expect(first('x'.repeat(1000)).length).toBeLessThan(150)
    expect(first('Zoë-Łucja')).toMatch(/^Zoë-Łucja is deleted/)
  })
})

describe('the actions', () => {
  it('are allowed from where the product says', () => {
    expect(actions.map(action => [action, rules[action].from, rules[action].to])).toEqual([
      ['activate', ['deactivated'], 'active'],
      ['deactivate', ['active', 'invited'], 'deactivated'],
      ['archive', ['active', 'invited', 'deactivated'], 'archived'],
      ['unarchive', ['archived'], 'active'],
      ['delete', ['active', 'invited', 'deactivated', 'archived'], 'gone'],
    ])
  })

  it('are undone by the action that leads back, but for a deletion', () => {
    const ways = actions.map(action => {
      const { undo } = rules[action]
      return 'action' in undo ? undo.action : undefined
    })
    expect(ways).toEqual(['deactivate', 'activate', 'unarchive', 'archive', undefined])
  })
})

describe('the columns', () => {
  it('are those of the design, in its order', () => {
    expect(columns.filter(column => column.shown).map(column => column.header)).toEqual([
      'Name',
      'E-mail',
      'Status',
      'Kind',
      'Role',
      'Teams',
      'Tags',
      'Created',
      'Deactivated',
    ])
    expect(columns.flatMap(column => column.filter ?? [])).toEqual([
      'Status',
      'Kind',
      'Role',
      'Team',
      'Tag',
    ])
  })

  it('have no value for what is not known', () => {
    const bare = { ...olga, email: undefined, emails: [], role: undefined }
    const values = columns.map(column => [column.id, column.values(bare)])
    expect(values.filter(([, shown]) => shown?.length).map(([id]) => id)).toEqual([
      'name',
      'status',
      'kind',
      'id',
    ])
  })

  it('carry the built-in views', () => {
    const parameters = views.flatMap(view => [...new URLSearchParams(view.search).keys()])
    const known = ['is', ...columns.flatMap(({ id, filter }) => (filter ? [id] : []))]
    expect(parameters.filter(parameter => !known.includes(parameter))).toEqual([])
    const asked = views.flatMap(view => new URLSearchParams(view.search).getAll('is'))
    expect(asked.filter(id => !flags.some(flag => flag.id === id))).toEqual([])
  })
})

it('shows each reported figure next to a forecast one that exists', () => {
  const before = figures.filter(({ when }) => when === 'before').map(({ key }) => key)
  const next = figures.flatMap(({ forecastKey }) => forecastKey ?? [])
  expect(next).toEqual(['privateProjects'])
  expect(before).toEqual(expect.arrayContaining(next))
})
