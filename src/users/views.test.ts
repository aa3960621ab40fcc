import { describe, expect, it } from 'vitest'
import type { Column } from '../providers/provider'
import { emptyQuery, type Shape, type UsersQuery } from './query'
import { currentView, everybody, queryOf, searchOf } from './views'

const column = (id: string): Column => ({
  id,
  header: id,
  type: 'text',
  values: () => [],
  width: 100,
  shown: true,
  searched: true,
  filter: id,
})
const shape: Shape = { columns: [column('name'), column('email'), column('status')], flags: [] }
const builtIn = [everybody, { id: 'd', name: 'Deactivated', search: 'status=deactivated' }]
const shown = ['email', 'status']
const current = (query: UsersQuery, columns: readonly string[] = shown, views = builtIn) =>
  currentView(views, query, columns, shape)?.name

describe('the view that the list shows', () => {
  it('is the one that asks for the same, whatever the columns, where it names none', () => {
    const query = { ...emptyQuery, filters: { status: ['deactivated'] } }
    expect(current(query)).toBe('Deactivated')
    expect(current(query, ['email'])).toBe('Deactivated')
    expect(current(emptyQuery)).toBe('All users')
  })

  it('is none as soon as something else is asked', () => {
    expect(current({ ...emptyQuery, search: 'anna' })).toBeUndefined()
    expect(current({ ...emptyQuery, sort: { column: 'email', descending: true } })).toBeUndefined()
  })

  it('one’s own is kept with its columns and is shown only with them', () => {
    const query = { ...emptyQuery, search: 'anna' }
    const own = { id: 'o', name: 'Annas', search: searchOf(query, ['status'], shape) }
    expect(queryOf(own, shape)).toEqual({ ...query, columns: ['status'] })
    expect(current(query, ['status'], [own])).toBe('Annas')
    expect(current(query, shown, [own])).toBeUndefined()
  })
})
