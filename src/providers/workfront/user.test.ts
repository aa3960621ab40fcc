import { describe, expect, it } from 'vitest'
import type { User } from '../provider'
import { columns, flags } from './columns'
import { coreOnly, partStates } from './fields'
import { toUser } from './user'
import { instantOf } from './wire'

const id = '592125e60089b88fae8b51c08383e144'
const readAt = Date.UTC(2026, 10, 20)

function userOf(wire: object): User {
  const reading = toUser({ ID: id, isActive: true, ...wire }, 'GET /user/search', readAt)
  if (reading.type !== 'user') throw new Error(reading.field)
  return reading.user
}

const flagged = (flag: string, wire: object) =>
  flags.find(one => one.id === flag)?.test(userOf(wire))

describe('a time of Workfront', () => {
  it.each([
    ['2020-05-18T17:00:00:000-0600', '2020-05-18T23:00:00.000Z'],
    ['2026-11-03T09:15:30:120+0100', '2026-11-03T08:15:30.120Z'],
    ['2020-05-13T18:18:37.255Z', '2020-05-13T18:18:37.255Z'],
    ['2020-05-18T17:00:00-06:00', '2020-05-18T23:00:00.000Z'],
  ])('%s is %s', (wire, instant) => {
    expect(instantOf(wire)).toBe(instant)
  })

  it.each(['', 'soon', '2020-13-45T99:00:00:000-0600', null, undefined])('%j is none', wire => {
    expect(instantOf(wire)).toBeUndefined()
  })
})

describe('the status', () => {
  it.each([
    [{ isActive: true }, 'active'],
    [{ isActive: false }, 'deactivated'],
    [{ isActive: false, userApproval: null }, 'deactivated'],
    [{ isActive: false, userApproval: { ID: id } }, 'pendingApproval'],
    [{ isActive: false, userApproval: { status: 7 } }, 'pendingApproval'],
    [{ isActive: false, userApproval: { status: 'APPROVED' } }, 'deactivated'],
    [{ isActive: true, userApproval: { ID: id } }, 'active'],
  ])('of %j is %s', (wire, status) => {
    expect(userOf(wire).status).toBe(status)
  })

  it('is active until the day of a scheduled deactivation, and deactivated since the day it was', () => {
    const dates = {
      scheduleDeactivationDate: '2026-12-04T00:00:00:000+0100',
      actualDeactivationDate: '2025-03-01T10:00:00:000+0100',
    }
    expect(userOf({ isActive: true, ...dates })).toMatchObject({
      deactivatesAt: '2026-12-03T23:00:00.000Z',
      deactivatedAt: undefined,
    })
    expect(userOf({ isActive: false, ...dates })).toMatchObject({
      deactivatesAt: undefined,
      deactivatedAt: '2025-03-01T09:00:00.000Z',
    })
  })
})

describe('a user', () => {
  it('keeps what only Workfront has under the ids of its columns', () => {
    const user = userOf({
      name: 'Tyler Reid',
      firstName: ' Tyler ',
      emailAddr: 'tyler@acme.example',
      accessLevel: { ID: '1', name: 'Standard', isAdmin: false, licenseType: 'F' },
      homeTeam: { name: 'Design' },
      homeGroup: { name: 'Marketing' },
      loginCount: 0,
      lastLoginDate: '2026-11-01T00:00:00:000+0000',
    })
    expect(user).toMatchObject({
      name: 'Tyler Reid',
      firstName: 'Tyler',
      emails: ['tyler@acme.example'],
      role: 'Standard',
      isAdmin: false,
      teams: ['Design'],
      details: {
        licence: ['Full'],
        homeGroup: ['Marketing'],
        company: [],
        signIns: ['0'],
        lastSignIn: ['2026-11-01T00:00:00.000Z'],
      },
    })
  })

  it.each([
    [{ name: ' ', firstName: 'Tyler', lastName: 'Reid' }, 'Tyler Reid'],
    [{ emailAddr: 'tyler@acme.example' }, 'tyler@acme.example'],
    [{}, id],
  ])('with %j is called %s', (wire, name) => {
    expect(userOf(wire).name).toBe(name)
  })

  it('shows a licence it does not know as the letter it came as', () => {
    expect(userOf({ licenseType: 'X' }).details?.['licence']).toEqual(['X'])
  })

  it('does not know who is an administrator where nobody says', () => {
    expect(userOf({ accessLevel: { name: 'Standard' } }).isAdmin).toBeUndefined()
  })

  it('is a machine where Adobe made it for a program', () => {
    expect(userOf({ emailAddr: '4f@TechAcct.adobe.com' }).kind).toBe('apiUser')
    expect(userOf({ emailAddr: 'ada@acme.example' }).kind).toBe('person')
  })

  it.each([
    [{ isActive: 'yes' }, 'isActive'],
    [{ isActive: undefined }, 'isActive'],
    [{ homeTeam: 7 }, 'homeTeam'],
  ])('with %j is unreadable rather than missing', (wire, field) => {
    expect(userOf(wire).unreadable).toEqual({ endpoint: 'GET /user/search', field })
  })

  it.each([null, [], 'text', {}, { ID: '' }, { ID: 7 }])('is none in %j', wire => {
    expect(toUser(wire, 'GET /user/search', readAt).type).toBe('unidentifiable')
  })
})

describe('"no sign-in for 90 days"', () => {
  const day = 24 * 60 * 60 * 1000
  const ago = (days: number) => new Date(readAt - days * day).toISOString()

  it.each([
    [{ lastLoginDate: ago(91) }, true],
    [{ lastLoginDate: ago(89) }, false],
    [{ entryDate: ago(91) }, true],
    [{ entryDate: ago(3) }, false],
    [{ lastLoginDate: ago(3), entryDate: ago(400) }, false],
    [{}, true],
  ])('of %j is %s', (wire, expected) => {
    expect(flagged('noSignIn', wire)).toBe(expected)
  })
})

it('shows each column by a field that is asked for', () => {
  const known = partStates(coreOnly('')).map(([part]) => part)
  const named = columns.flatMap(({ part }) => part ?? [])
  expect(named.filter(part => !known.includes(part))).toEqual([])
})
