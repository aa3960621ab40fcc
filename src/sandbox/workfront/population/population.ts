import { userIdOf } from '../../population/draft'
import { nameOf as nameInAwork, type Population } from '../../population/model'
import { rollOf } from '../../population/seeded'
import { midnight } from '../dates'
import type { Load, WorkfrontPopulation, WorkfrontUser } from '../model'
import { accountIdOf, accountOf, teamsById } from './account'
import { technicalAccounts } from './accounts'
import { known } from './known'
import { accessLevelsOf, companiesOf, groupsOf, jobRolesOf, teamsOf } from './organisation'
import { peopleOf } from './people'

const made = new WeakMap<Population, Map<number, WorkfrontPopulation>>()

/** The tenant that goes with an awork workspace: made once per workspace template, size and day, then shared. */
export function workfrontOf(population: Population, now: number): WorkfrontPopulation {
  const today = midnight(now)
  const byDay = made.get(population) ?? new Map<number, WorkfrontPopulation>()
  made.set(population, byDay)
  const there = byDay.get(today)
  if (there) return there
  const { template, teams } = population
  const accounts = technicalAccounts(template, today)
  const names = teamsById(teams)
  const people = peopleOf(population, population.users.length - accounts.length)
  const ada = accountIdOf(template, userIdOf(template, 'Ada Lindqvist'))
  const loads = new Map<string, Load>()
  const users = [
    ...accounts,
    ...people.map(person => {
      const account = accountOf(template, person, names, today, ada)
      const load = known[nameInAwork(person.user)]?.load
      if (load) loads.set(account.id, load)
      return account
    }),
  ].sort((one, other) => one.enteredAt - other.enteredAt || (one.id < other.id ? -1 : 1))
  const managed = withManagers(users)
  const lists = {
    accessLevels: accessLevelsOf(template),
    groups: groupsOf(template),
    teams: teamsOf(template),
    companies: companiesOf(template),
    roles: jobRolesOf(template),
  }
  const tenant: WorkfrontPopulation = {
    users: managed,
    byId: byId(managed),
    ...lists,
    byKind: {
      accessLevel: byId(lists.accessLevels),
      group: byId(lists.groups),
      team: byId(lists.teams),
      company: byId(lists.companies),
      role: byId(lists.roles),
    },
    loads,
  }
  byDay.set(today, tenant)
  return tenant
}

/** In a team the first of every dozen manages those after; who leads no one is nobody's manager. */
function withManagers(users: readonly WorkfrontUser[]): readonly WorkfrontUser[] {
  const leads = new Map<string, { readonly id: string; reports: number }>()
  return users.map(user => {
    const team = user.homeTeamId
    if (team === undefined) return user
    const lead = leads.get(team)
    if (lead && lead.reports < 4 + rollOf(lead.id, 9)) {
      lead.reports += 1
      return { ...user, managerId: lead.id }
    }
    if (user.isActive) leads.set(team, { id: user.id, reports: 0 })
    return user
  })
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map(row => [row.id, row]))
}
