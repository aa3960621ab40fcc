import { cast, personas } from './cast'
import { crowd } from './crowd'
import { type Draft, enrol, keyOf, userIdOf } from './draft'
import { machines } from './machines'
import { messy } from './messy'
import type { Population, StoredUser, Template } from './model'
import { openTasks, projectsOf } from './projects'
import { rolesOf, teamsOf } from './roles'
import { specialDrafts } from './special'

const made = new Map<string, Population>()

/** Oldest first, and always the same. */
function bySeniority(one: StoredUser, other: StoredUser): number {
  if (one.createdOn !== other.createdOn) return one.createdOn < other.createdOn ? -1 : 1
  return one.id < other.id ? -1 : 1
}

/** Workspaces whose name begins with “nordwind” are small and have their own people; all others are Acme. */
export function templateOf(workspace: string): Template {
  return workspace.startsWith('nordwind') ? 'nordwind' : 'acme'
}

/** The people a new workspace starts with: made once per template and size, then shared. */
export function populationOf(template: Template, size: number): Population {
  const key = `${template} ${size}`
  const known = made.get(key)
  if (known) return known
  const roles = rolesOf(template)
  const teams = teamsOf(template)
  const ids = {
    roles: new Map(roles.map(role => [role.name, role.id])),
    teams: new Map(teams.map(team => [team.name, team.id])),
  }
  const users = draftsOf(template, size)
    .map(draft => enrol(template, draft, ids))
    .sort(bySeniority)
  const population: Population = {
    template,
    users,
    byId: new Map(users.map(user => [user.id, user])),
    roles,
    teams,
    projects: projectsOf(template, users),
    openTasks: new Map(
      Object.entries(openTasks).map(([name, count]) => [userIdOf(template, name), count]),
    ),
  }
  made.set(key, population)
  return population
}

const acmeCrowd = [2026, 'acme.example'] as const

const named = [...personas, ...cast, ...machines, ...specialDrafts, ...messy]

const externals: readonly Draft[] = crowd(
  10,
  31,
  'studio-halden.example',
  named.map(nameOfDraft),
).map(({ first, last = '', email = '' }) => ({
  first,
  last,
  email,
  kind: 'external',
  tags: ['Agency'],
  created: '2025-06-02',
}))

const acme = [...named, ...externals]

/** People of Acme's who are in Nordwind too, under the same address. */
const inBoth = [
  'Henrik Dahl',
  'Elif Demir',
  'Jonas Weber',
  'Marta Kowalczyk',
  'Annemarie Vogt',
  'Amara Okafor',
  'Lamar Whitfield',
  'Ingmar Solberg',
]

const nordwind = [
  ...personas,
  ...cast.filter(draft => inBoth.includes(nameOfDraft(draft))),
  ...machines.slice(1, 4),
  ...crowd(24, ...acmeCrowd, acme.map(nameOfDraft)),
]

/** The ids of those who were written down, unlike the crowd. */
export function writtenDown(template: Template): ReadonlySet<string> {
  const drafts = template === 'acme' ? acme : nordwind
  return new Set(drafts.map(draft => userIdOf(template, keyOf(draft))))
}

function draftsOf(template: Template, size: number): readonly Draft[] {
  const known = template === 'acme' ? acme : nordwind
  const [seed, domain] = template === 'acme' ? acmeCrowd : [1871, 'nordwind.example']
  const more = Math.max(0, size - known.length)
  return [...known, ...crowd(more, seed, domain, known.map(nameOfDraft))]
}

function nameOfDraft({ first, last }: Draft): string {
  return [first, last].filter(Boolean).join(' ')
}
