import type { Role, Team, Template } from './model'
import { uuidOf } from './seeded'

const readers = [{ feature: 'user-master-data', levels: ['read'] }]
const projects = [
  { feature: 'project-create', levels: ['write'] },
  { feature: 'project-master-data', levels: ['read', 'write'] },
  { feature: 'project-planning-data', levels: ['read', 'write'] },
]

const drafts = {
  Admin: { isAdmin: true, rights: [] },
  'User manager': {
    rights: [
      { feature: 'user-master-data', levels: ['read', 'write'] },
      { feature: 'user-manage-config', levels: ['write', 'delete'] },
    ],
  },
  Support: { rights: readers },
  'Project lead': {
    rights: [...readers, ...projects, { feature: 'task-manage-config', levels: ['read'] }],
  },
  User: { rights: [...readers, { feature: 'project-master-data', levels: ['read'] }] },
  Guest: { isGuest: true, rights: [] },
  Integration: { rights: [...readers, ...projects] },
  Agent: { isAgent: true, rights: readers },
} satisfies Record<string, Partial<Role>>

export type RoleName = keyof typeof drafts

/** The roles of a workspace. A person has exactly one. https://developers.awork.com/permissions */
export function rolesOf(template: Template): readonly Role[] {
  return Object.entries<Partial<Role>>(drafts).map(([name, draft]) => ({
    id: uuidOf(`${template} role ${name}`),
    name,
    isAdmin: false,
    isGuest: false,
    isAgent: false,
    rights: [],
    ...draft,
  }))
}

/** https://developers.awork.com/permissions; the names are those of the API's own access rules. */
export const features = [
  'company-master-data',
  'project-create',
  'project-manage-config',
  'project-master-data',
  'project-planning-data',
  'task-manage-config',
  'user-manage-config',
  'user-master-data',
  'user-planning-data',
  'workspace-manage-config',
]

export const teamNames = [
  'Customer support',
  'Engineering',
  'Events',
  'Finance',
  'Human resources',
  'IT',
  'Legal',
  'Logistics',
  'Management',
  'Marketing',
  'Operations',
  'Product design',
  'Sales',
  'Sales Iberia',
] as const

export type TeamName = (typeof teamNames)[number]

const colors = ['purple', 'blue', 'green', 'orange', 'red', 'yellow', 'teal']
const icons = ['paintbrush', 'rocket', 'calendar', 'euro', 'users', 'wrench', 'scale', 'truck']

export function teamsOf(template: Template): readonly Team[] {
  return teamNames.map((name, n) => ({
    id: uuidOf(`${template} team ${name}`),
    name,
    icon: icons[n % icons.length] ?? 'users',
    color: colors[n % colors.length] ?? 'blue',
  }))
}
