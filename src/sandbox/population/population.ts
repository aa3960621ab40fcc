import { cast, machines, personas } from './cast'
import { crowd } from './crowd'
import { type Draft, enrol, keyOf, userIdOf } from './draft'
import { messy } from './messy'
import type { Population, Template } from './model'
import { openTasks, projectsOf } from './projects'
import { rolesOf, teamsOf } from './roles'
import { specialDrafts } from './special'

const made = new Map<string, Population>()

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
    .sort((a, b) => (a.createdOn < b.createdOn ? -1 : 1))
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

const externals: readonly Draft[] = crowd(10, 31, 'studio-halden.example', []).map(draft => ({
  key: `external ${draft.email}`,
  first: draft.first,
  ...(draft.last ? { last: draft.last } : {}),
  ...(draft.email ? { email: draft.email } : {}),
  kind: 'external',
  role: 'Guest',
  tags: ['Agency'],
  created: '2025-06-02',
}))

function draftsOf(template: Template, size: number): readonly Draft[] {
  switch (template) {
    case 'acme': {
      const known = [...personas, ...cast, ...machines, ...specialDrafts, ...messy, ...externals]
      return [
        ...known,
        ...crowd(Math.max(0, size - known.length), 2026, 'acme.example', known.map(keyOf)),
      ]
    }
    case 'nordwind': {
      const both = new Set([
        'Henrik Dahl',
        'Elif Demir',
        'Jonas Weber',
        'Marta Kowalczyk',
        'Annemarie Vogt',
        'Amara Okafor',
        'Lamar Whitfield',
        'Ingmar Solberg',
      ])
      const known = [
        ...personas,
        ...cast.filter(draft => both.has(keyOf(draft))),
        ...machines.slice(1, 4),
      ]
      // The first of Acme's crowd work for both, under the same address.
      const shared = crowd(
        24,
        2026,
        'acme.example',
        [...personas, ...cast, ...machines, ...specialDrafts, ...messy, ...externals].map(keyOf),
      )
      const names = [...known, ...shared].map(draft => [draft.first, draft.last].join(' '))
      const own = crowd(
        Math.max(0, size - known.length - shared.length),
        1871,
        'nordwind.example',
        names,
      )
      return [...known, ...shared, ...own]
    }
  }
}
