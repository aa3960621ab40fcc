import type { Template } from '../../population/model'
import { type TeamName, teamNames } from '../../population/roles'
import type { AccessLevel, Company, Group, JobRole, Team } from '../model'
import { idIn } from './ids'

/** The five that Adobe ships, and two that this tenant has made. */
const levels = {
  'System Administrator': { licenseType: 'F', reach: 'everybody', rank: 5 },
  Standard: { licenseType: 'F', reach: 'look', rank: 4 },
  'People operations': { licenseType: 'F', reach: 'own groups', rank: 4 },
  Light: { licenseType: 'W', reach: 'look', rank: 3 },
  'Help desk': { licenseType: 'W', reach: 'look', rank: 3 },
  Contributor: { licenseType: 'C', reach: 'look', rank: 2 },
  'External User': { licenseType: 'E', reach: 'nothing', rank: 1 },
} satisfies Record<string, Pick<AccessLevel, 'licenseType' | 'reach' | 'rank'>>

export type LevelName = keyof typeof levels

/** https://experienceleague.adobe.com/en/docs/workfront/using/administration-and-setup/add-users/access-levels-and-object-permissions/access-levels-overview */
export function accessLevelsOf(template: Template): readonly AccessLevel[] {
  return Object.entries(levels).map(([name, level]) => ({
    id: idIn(template, 'access level', name),
    name,
    isAdmin: name === 'System Administrator',
    ...level,
  }))
}

/** Which group the people of a team are at home in. */
const homes = {
  'Customer support': 'Customer care',
  Engineering: 'Technology',
  Events: 'Marketing',
  Finance: 'Finance and legal',
  'Human resources': 'People',
  IT: 'Technology',
  Legal: 'Finance and legal',
  Logistics: 'Operations',
  Management: 'Management',
  Marketing: 'Marketing',
  Operations: 'Operations',
  'Product design': 'Technology',
  Sales: 'Sales',
  'Sales Iberia': 'Sales',
} as const satisfies Record<TeamName, string>

export type GroupName = (typeof homes)[TeamName] | 'Everybody'

export function homeOf(team: TeamName | undefined): GroupName {
  return team === undefined ? 'Everybody' : homes[team]
}

const named = <Name extends string>(template: Template, kind: string, names: readonly Name[]) =>
  names.map(name => ({ id: idIn(template, kind, name), name }))

export function groupsOf(template: Template): readonly Group[] {
  return named(template, 'group', [...new Set([...Object.values(homes), 'Everybody'])])
}

export function teamsOf(template: Template): readonly Team[] {
  return named(template, 'team', teamNames)
}

export function companiesOf(template: Template): readonly Company[] {
  return named(template, 'company', [
    template === 'acme' ? 'Acme' : 'Nordwind',
    'Studio Halden',
    'Wijaya Foto',
  ])
}

export const jobRoles = ['Copywriter', 'Designer', 'Developer', 'Producer', 'Project manager']

export function jobRolesOf(template: Template): readonly JobRole[] {
  return named(template, 'role', jobRoles)
}
