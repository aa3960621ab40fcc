import type { AccessLevel, Company, Group, JobRole, Team } from '../model'
import { type Bound, objectType } from '../thing'

export const accessLevel: Bound<AccessLevel> = objectType({
  objCode: 'ACSLVL',
  name: 'AccessLevel',
  fields: {
    name: ['string', level => level.name],
    description: ['string', () => undefined],
    isAdmin: ['boolean', level => level.isAdmin],
    licenseType: ['string', level => level.licenseType],
    rank: ['int', level => level.rank],
  },
})

export const group: Bound<Group> = objectType({
  objCode: 'GROUP',
  name: 'Group',
  fields: { name: ['string', row => row.name], isActive: ['boolean', () => true] },
})

export const team: Bound<Team> = objectType({
  objCode: 'TEAMOB',
  name: 'Team',
  fields: { name: ['string', row => row.name], isActive: ['boolean', () => true] },
})

export const company: Bound<Company> = objectType({
  objCode: 'CMPY',
  name: 'Company',
  fields: { name: ['string', row => row.name], isPrimary: ['boolean', row => row.name === 'Acme'] },
})

export const role: Bound<JobRole> = objectType({
  objCode: 'ROLE',
  name: 'Role',
  fields: { name: ['string', row => row.name] },
})
