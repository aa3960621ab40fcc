import { userIdOf } from '../../population/draft'
import { nameOf, type Template } from '../../population/model'
import { type TeamName, teamNames } from '../../population/roles'
import { rollOf } from '../../population/seeded'
import { day, midnight } from '../dates'
import type { WorkfrontUser } from '../model'
import { guidOf, idIn } from './ids'
import { type Known, known } from './known'
import { homeOf, jobRoles, type LevelName } from './organisation'
import type { Person } from './people'

/** `key`: their id in awork. */
export function accountIdOf(template: Template, key: string): string {
  return idIn(template, 'user', key)
}

/** A person's Workfront account; the manager comes later. `today`: sign-ins and scheduled days move with the calendar. */
export function accountOf(
  template: Template,
  { key, user, email }: Person,
  teams: ReadonlyMap<string, TeamName>,
  today: number,
): WorkfrontUser {
  const id = accountIdOf(template, key)
  const roll = (what: string, sides: number) => rollOf(`${id} ${what}`, sides)
  const facts: Known = known[nameOf(user)] ?? {}
  const enteredAt = Date.parse(user.createdOn) + (1 + roll('entered', 40)) * day
  const { isPending, ...standing } = standingOf(facts, user, today, roll)
  const ownTeams = user.teamIds.flatMap(team => teams.get(team) ?? [])
  const home = homeOf(ownTeams[0])
  const own = [home, ...(facts.administers ?? [])]
  const groupIds = [...new Set(own)].map(name => idIn(template, 'group', name))
  const teamIds = ownTeams.map(name => idIn(template, 'team', name))
  const lastLoginAt = isPending ? undefined : lastLoginOf(facts, standing, enteredAt, today, roll)
  const address = facts.email ?? (roll('other address', 50) === 0 ? `m-${email}` : email)
  const ada = accountIdOf(template, userIdOf(template, 'Ada Lindqvist'))
  return {
    id,
    special: user.special,
    firstName: user.firstName ?? '',
    lastName: user.lastName ?? '',
    email: address,
    username: facts.username ?? address,
    title: user.position,
    phone: user.contactInfos.find(({ type }) => type === 'phone')?.value,
    ...standing,
    approval: isPending
      ? { id: guidOf(`${id} approval`), requestorId: ada, requestedAt: enteredAt }
      : undefined,
    accessLevelId: idIn(template, 'access level', facts.level ?? levelOf(user.kind, roll)),
    companyId: idIn(template, 'company', companyOf(template, email)),
    homeGroupId: groupIds[0],
    groupIds,
    administers: (facts.administers ?? []).map(name => idIn(template, 'group', name)),
    homeTeamId: teamIds[0],
    teamIds,
    managerId: undefined,
    roleId:
      roll('has a role', 3) > 0
        ? idIn(template, 'role', jobRoles[roll('role', 5)] ?? '')
        : undefined,
    enteredById: ada,
    enteredAt,
    updatedById: ada,
    updatedAt: Math.max(enteredAt, standing.deactivatedAt ?? 0),
    lastLoginAt,
    loginCount: lastLoginAt === undefined ? 0 : 1 + roll('logins', 900),
  }
}

type Roll = (what: string, sides: number) => number
type Standing = Pick<WorkfrontUser, 'isActive' | 'deactivatedAt' | 'deactivatesAt'> & {
  readonly isPending: boolean
}

/** Whoever left awork has mostly left Workfront too: one in six was forgotten. */
function standingOf(facts: Known, user: Person['user'], today: number, roll: Roll): Standing {
  const was = {
    isActive: true,
    isPending: false,
    deactivatedAt: undefined,
    deactivatesAt: undefined,
  }
  if (facts.pending) return { ...was, isActive: false, isPending: true }
  if (facts.active) return was
  const left = facts.deactivated ?? user.deactivatedOn
  const isForgotten = !facts.deactivated && user.special === undefined && roll('forgotten', 6) === 0
  if (left !== undefined && !isForgotten)
    return { ...was, isActive: false, deactivatedAt: Date.parse(left) + roll('left', day) }
  if (facts.deactivatesIn !== undefined)
    return { ...was, deactivatesAt: midnight(today + facts.deactivatesIn * day) }
  if (user.special !== undefined || nameOf(user) in known) return was
  const fate = roll('fate', 200)
  if (fate < 2) return { ...was, isActive: false, isPending: true }
  if (fate < 5) return { ...was, deactivatesAt: midnight(today + (3 + roll('soon', 60)) * day) }
  if (fate < 10) {
    const since = roll('ago', 500)
    return { ...was, isActive: false, deactivatedAt: Date.UTC(2026, 9, 30) - since * day }
  }
  return was
}

function lastLoginOf(
  { lastLogin }: Known,
  { isActive, deactivatedAt }: Pick<WorkfrontUser, 'isActive' | 'deactivatedAt'>,
  enteredAt: number,
  today: number,
  roll: Roll,
): number | undefined {
  if (lastLogin === 'never') return undefined
  const clock = roll('clock', day)
  if (!isActive) return Math.max(enteredAt, (deactivatedAt ?? today) - roll('before', 90) * day)
  if (lastLogin === undefined && roll('ever', 30) === 0) return undefined
  // Three of four were there this month; the rest have not been for up to a year and a half.
  const ago = lastLogin ?? (roll('lately', 4) > 0 ? roll('days', 30) : roll('long', 540))
  return Math.max(enteredAt, today - ago * day - clock)
}

function levelOf(kind: Person['user']['kind'], roll: Roll): LevelName {
  if (kind === 'external') return 'External User'
  const chance = roll('level', 100)
  return chance < 35 ? 'Standard' : chance < 60 ? 'Light' : 'Contributor'
}

function companyOf(template: Template, email: string): string {
  if (email.endsWith('@studio-halden.example')) return 'Studio Halden'
  if (email.endsWith('@wijaya-foto.example')) return 'Wijaya Foto'
  return template === 'acme' ? 'Acme' : 'Nordwind'
}

/** awork's team ids, and the names that Workfront has in common with it. */
export function teamsById(
  teams: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, TeamName> {
  return new Map(
    teams.flatMap(({ id, name }) =>
      teamNames.filter(known => known === name).map(known => [id, known]),
    ),
  )
}
