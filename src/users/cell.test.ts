import { describe, expect, it } from 'vitest'
import type { Column, User } from '../providers/provider'
import { contentOf, exportedOf } from './cell'

const user: User = {
  id: 'u1',
  name: 'Anna Meier',
  email: undefined,
  emails: [],
  status: 'invited',
  kind: 'person',
  position: undefined,
  role: undefined,
  isAdmin: undefined,
  teams: ['Events', 'Sales'],
  tags: [],
  createdAt: '2024-01-12T09:00:00Z',
  createdBy: undefined,
  updatedAt: undefined,
  deactivatedAt: undefined,
  readAt: 0,
  unreadable: undefined,
}
const column = (id: string, type: Column['type'], values: Column['values']): Column => ({
  id,
  header: id,
  type,
  values,
  width: 100,
  shown: true,
  searched: true,
})
const email = column('email', 'text', one => one.emails)
const role = column('role', 'text', one => (one.role === undefined ? [] : [one.role]))
const kind = column('kind', 'kind', one => [one.kind])
const teams = column('teams', 'list', one => one.teams)
const created = column('created', 'date', one => [one.createdAt ?? ''])
const unknown = { state: 'unknown', reason: 'Roles cannot be read' } as const
const loading = { state: 'loading' } as const

describe('a cell', () => {
  it('tells apart what is not there, not here yet, and not known', () => {
    expect(contentOf(email, user, undefined)).toEqual({ type: 'noEmail' })
    expect(contentOf(role, user, loading)).toEqual({ type: 'loading' })
    expect(contentOf(role, user, unknown)).toEqual({
      type: 'notKnown',
      reason: 'Roles cannot be read',
    })
    expect(contentOf(role, user, { state: 'known' })).toEqual({ type: 'text', text: '' })
    expect(contentOf(role, { ...user, role: 'Admin' }, loading)).toEqual({
      type: 'text',
      text: 'Admin',
    })
  })

  it('calls nobody a person before it is known who is an API user', () => {
    expect(contentOf(kind, user, loading)).toEqual({ type: 'loading' })
    expect(contentOf(kind, user, unknown).type).toBe('notKnown')
    expect(contentOf(kind, user, { state: 'known' })).toEqual({ type: 'kind', kind: 'person' })
    expect(contentOf(kind, { ...user, kind: 'agent' }, unknown)).toEqual({
      type: 'kind',
      kind: 'agent',
    })
  })

  it('shows lists in their order and days as days', () => {
    expect(contentOf(teams, user, undefined)).toEqual({ type: 'text', text: 'Events, Sales' })
    expect(contentOf(created, user, undefined)).toEqual({ type: 'text', text: '12 Jan 2024' })
  })
})

describe('a status with an end', () => {
  const status = column('status', 'status', () => [])
  const leaving: User = { ...user, status: 'active', deactivatesAt: '2026-12-04T12:00:00Z' }

  it('goes with who is active, and with nobody else', () => {
    expect(contentOf(status, leaving, undefined)).toEqual({
      type: 'status',
      status: 'active',
      until: '2026-12-04T12:00:00Z',
    })
    const gone: User = { ...leaving, status: 'deactivated' }
    expect(contentOf(status, gone, undefined)).not.toHaveProperty('until', expect.anything())
    expect(exportedOf(status, gone, undefined)).toBe('Deactivated')
  })

  it('is exported with the year, since a file is read later', () => {
    expect(exportedOf(status, leaving, undefined)).toBe('Active, until 4 Dec 2026')
  })
})

describe('what only one system has', () => {
  const level = column('accessLevel', 'text', one => one.details?.['accessLevel'] ?? [])
  const seen = column('lastSignIn', 'date', one => one.details?.['lastSignIn'] ?? [])
  const known: User = {
    ...user,
    details: { accessLevel: ['Work'], lastSignIn: ['2026-11-20T08:51:00Z'] },
  }

  it('is shown and exported like any other column, and empty where there is none', () => {
    expect(contentOf(level, known, undefined)).toEqual({ type: 'text', text: 'Work' })
    expect(contentOf(seen, known, undefined)).toEqual({ type: 'text', text: '20 Nov 2026' })
    expect(exportedOf(seen, known, undefined)).toBe('2026-11-20T08:51:00Z')
    for (const one of [level, seen]) {
      expect(contentOf(one, user, undefined)).toEqual({ type: 'text', text: '' })
      expect(exportedOf(one, { ...user, details: {} }, undefined)).toBe('')
    }
  })
})

describe('an exported cell', () => {
  it('has the words that are shown, and dates that can be sorted', () => {
    expect(
      exportedOf(
        column('status', 'status', () => []),
        user,
        undefined,
      ),
    ).toBe('Invited')
    expect(exportedOf(kind, user, { state: 'known' })).toBe('Person')
    expect(exportedOf(created, user, undefined)).toBe('2024-01-12T09:00:00Z')
    expect(exportedOf(email, user, undefined)).toBe('')
  })

  it('never makes nothing out of what is not known', () => {
    expect(exportedOf(role, user, unknown)).toBe('not known')
    expect(exportedOf(role, user, loading)).toBe('not known')
    const odd = { ...user, unreadable: { endpoint: 'GET /users', field: 'status' } }
    expect(exportedOf(teams, odd, undefined)).toBe('not readable')
    expect(
      exportedOf(
        column('name', 'text', one => [one.name]),
        odd,
        undefined,
      ),
    ).toBe('Anna Meier')
  })
})
