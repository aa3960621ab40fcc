import { describe, expect, it } from 'vitest'
import type { UserRecord } from '../providers/administration'
import type { Operator, Role, User } from '../providers/provider'
import type { Admins } from '../runs/guards'
import { lastAdminKeeps, leavingAdmins, whyNoRoleChange } from './roleRules'

const olga: User = {
  id: 'olga',
  name: 'Olga Owner',
  firstName: 'Olga',
  email: undefined,
  emails: [],
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
const record = (changes: Partial<User> = {}, roleId: string | undefined = 'admin'): UserRecord => ({
  user: { ...olga, ...changes },
  profile: {},
  contacts: [],
  roleId,
  updatedBy: undefined,
  remarks: [],
})
const operator: Operator = {
  id: 'ada',
  name: 'Ada',
  email: undefined,
  workspace: { id: 'w', name: 'Acme', url: undefined },
  isAdmin: true,
  rights: [],
  isApiUser: false,
}
const admin: Role = { id: 'admin', name: 'Admin', isAdmin: true, permissions: ['Everything'] }
const member: Role = { id: 'user', name: 'User', isAdmin: false, permissions: [] }
const can = { roles: { run: async () => [admin, member] }, moveToRole: { run: async () => {} } }
const both: Admins = { known: true, active: [olga, { id: 'ada', name: 'Ada' }] }
const alone: Admins = { known: true, active: [olga] }
const notKnown: Admins = { known: false, reason: 'Needs a right' }

describe('whether a role can be changed', () => {
  it('can, by who may, for somebody else', () => {
    expect(whyNoRoleChange(record(), can, { operator }, both)).toBeUndefined()
    expect(whyNoRoleChange(record(), can, { operator }, notKnown)).toBeUndefined()
  })

  it('names the right that is missing before everything else', () => {
    const cannot = { ...can, moveToRole: { reason: 'Needs config: write.' } }
    expect(whyNoRoleChange(record(), cannot, { operator }, alone)).toBe('Needs config: write.')
    const unread = { ...can, roles: { reason: 'Needs config: read.' } }
    expect(whyNoRoleChange(record(), unread, { operator }, both)).toBe('Needs config: read.')
  })

  it('cannot for oneself, for the last admin, for an API user, or from a role nobody could read', () => {
    expect(whyNoRoleChange(record({ id: 'ada' }), can, { operator }, both)).toMatch(/This is you/)
    expect(whyNoRoleChange(record(), can, { operator }, alone)).toBe(lastAdminKeeps)
    expect(whyNoRoleChange(record({ kind: 'apiUser' }), can, { operator }, both)).toMatch(
      /API user/,
    )
    expect(whyNoRoleChange({ ...record(), roleId: undefined }, can, { operator }, both)).toMatch(
      /could not be read/,
    )
  })

  it('can for an admin who is deactivated already: nobody relies on them', () => {
    const gone = record({ status: 'deactivated' })
    expect(whyNoRoleChange(gone, can, { operator }, alone)).toBeUndefined()
  })
})

describe('leaving the admin role', () => {
  const roles = [admin, member]

  it('says who remains', () => {
    expect(leavingAdmins(record(), roles, member, both)).toBe(
      'Olga is no longer an admin after this. 1 admin remains: Ada.',
    )
  })

  it('says so where it is not known who remains', () => {
    expect(leavingAdmins(record(), roles, member, notKnown)).toContain('not known: Needs a right.')
  })

  it('is nothing to ask about for anybody else', () => {
    expect(leavingAdmins(record({}, 'user'), roles, admin, both)).toBeUndefined()
    expect(leavingAdmins(record(), roles, admin, both)).toBeUndefined()
    expect(leavingAdmins(record(), roles, undefined, both)).toBeUndefined()
  })
})
