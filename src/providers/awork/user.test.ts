import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toUser } from './user'

const at = 1_700_000_000_000
const read = (wire: unknown) => toUser(wire, 'GET /users', at)

function userOf(wire: unknown) {
  const reading = read(wire)
  if (reading.type !== 'user') throw new Error(`not a user but ${reading.type}`)
  return reading.user
}

const carla = {
  id: '123e4567-e89b-12d3-a456-426614174000',
  firstName: 'Carla',
  lastName: 'Creative',
  position: 'Creative Director',
  status: { invitationAccepted: true, isDeactivated: false },
  isArchived: false,
  isDeactivated: false,
  deactivatedOn: null,
  isAgent: false,
  isExternal: false,
  userContactInfos: [
    { type: 'phone', subType: 'work', value: '+49 30 1' },
    { type: 'email', subType: 'private', value: 'carla@home.example' },
    { type: 'email', subType: 'work', value: ' carla@ncnstn.com ' },
    { type: 'email', subType: 'work', value: null },
  ],
  tags: [{ id: '1', name: 'Design', color: 'purple' }, { id: '2' }],
  teams: [{ id: '1', name: 'Designers' }],
  createdOn: '2021-06-01T12:06:35.27Z',
  createdBy: '2',
  resourceVersion: 637825154598057900,
}

describe('a user of awork', () => {
  it('has name, work e-mail first, teams and tags', () => {
    expect(userOf(carla)).toEqual({
      id: carla.id,
      name: 'Carla Creative',
      firstName: 'Carla',
      email: 'carla@ncnstn.com',
      emails: ['carla@ncnstn.com', 'carla@home.example'],
      status: 'active',
      kind: 'person',
      position: 'Creative Director',
      role: undefined,
      isAdmin: undefined,
      teams: ['Designers'],
      tags: ['Design'],
      createdAt: '2021-06-01T12:06:35.270Z',
      createdBy: '2',
      updatedAt: undefined,
      deactivatedAt: undefined,
      readAt: at,
      unreadable: undefined,
    })
  })

  it.each([
    ['archived', { isArchived: true, isDeactivated: true }],
    ['deactivated', { isDeactivated: true, status: { invitationAccepted: false } }],
    ['deactivated', { isDeactivated: undefined, status: { isDeactivated: true } }],
    ['deactivated', { isDeactivated: false, status: { isDeactivated: true } }],
    ['invited', { status: { invitationAccepted: false, isDeactivated: false } }],
    ['active', { status: null }],
    ['active', { isAgent: true, status: { invitationAccepted: false } }],
  ] as const)('is %s', (status, change) => {
    expect(userOf({ ...carla, ...change })).toMatchObject({ status, unreadable: undefined })
  })

  it.each([
    ['agent', { isAgent: true }],
    ['external', { isExternal: true }],
    ['person', {}],
  ] as const)('is of the kind %s', (kind, change) => {
    expect(userOf({ ...carla, ...change }).kind).toBe(kind)
  })

  it('goes by e-mail or id where there is no name', () => {
    const nameless = { ...carla, firstName: ' ', lastName: null }
    expect(userOf(nameless).name).toBe('carla@ncnstn.com')
    expect(userOf({ ...nameless, userContactInfos: null }).name).toBe(carla.id)
  })

  it('takes null and missing for the same', () => {
    const { position, tags, teams, createdBy, ...rest } = carla
    const nulls = { position: null, tags: null, teams: null, createdBy: null }
    expect(userOf({ ...rest, ...nulls })).toEqual(userOf(rest))
  })

  it('is unreadable, and says where, when something is not as documented', () => {
    const otto = userOf({ ...carla, status: 'yes' })
    expect(otto.unreadable).toEqual({ endpoint: 'GET /users', field: 'status' })
    expect(otto.name).toBe('Carla Creative')
    expect(userOf({ ...carla, teams: [{ name: 'A' }, { name: 7 }] }).unreadable?.field).toBe(
      'teams.1.name',
    )
  })

  it('is unreadable when nothing says whether they are deactivated', () => {
    const { isDeactivated, status, ...rest } = carla
    expect(userOf(rest).unreadable?.field).toBe('isDeactivated')
  })

  it('is nobody without an id, and nobody once deleted', () => {
    const { id, ...rest } = carla
    expect(read(rest)).toEqual({ type: 'unidentifiable', field: 'id' })
    expect(read('Carla')).toEqual({ type: 'unidentifiable', field: 'body' })
    expect(read({ ...carla, deletedOn: '2026-01-01T00:00:00Z' })).toEqual({ type: 'deleted' })
  })

  it('does not take nonsense for a time', () => {
    expect(userOf({ ...carla, createdOn: '1998-04-19T00:00:000Z' }).createdAt).toBeUndefined()
    expect(userOf({ ...carla, createdOn: '2021-06-01T12:06:35' }).createdAt).toBe(
      '2021-06-01T12:06:35.000Z',
    )
  })

  it('never throws, and is readable, unreadable or nobody, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), wire => {
        expect(['user', 'deleted', 'unidentifiable']).toContain(read(wire).type)
      }),
    )
  })

  it('keeps their id and a name, whatever else comes', () => {
    const anything = fc.option(fc.jsonValue(), { nil: undefined })
    const wires = fc.record(Object.fromEntries(Object.keys(carla).map(key => [key, anything])), {
      requiredKeys: [],
    })
    fc.assert(
      fc.property(wires, wire => {
        const reading = read({ ...carla, ...wire, id: carla.id })
        if (reading.type !== 'user') throw new Error(reading.type)
        expect(reading.user.id).toBe(carla.id)
        expect(reading.user.name.trim()).not.toBe('')
        expect(reading.user.emails).toEqual([...new Set(reading.user.emails)])
      }),
    )
  })
})
