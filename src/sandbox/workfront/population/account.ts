import { nameOf, type Template } from '../../population/model'
import { type TeamName, teamNames } from '../../population/roles'
import { type Dice, dice, rollOf } from '../../population/seeded'
import { day, midnight } from '../dates'
import type { WorkfrontUser } from '../model'
import { guidOf, idIn, sharedIdIn } from './ids'
import { type Known, known } from './known'
import { homeOf, jobRoles, type LevelName } from './organisation'
import type { Person } from './people'

/** `key`: their id in awork. */
export function accountIdOf(template: Template, key: string): string {
  return idIn(template, 'user', key)
}

/** A person's Workfront account; the manager comes later. `today`, a midnight: sign-ins and scheduled days move with the calendar. */
export function accountOf(
  template: Template,
  { key, user, email }: Person,
  teams: ReadonlyMap<string, TeamName>,
  today: number,
  madeBy: string,
): WorkfrontUser {
  const id = accountIdOf(template, key)
  const chance = dice(rollOf(id, 2 ** 31))
  const facts = known[nameOf(user)] ?? ordinary
  const enteredAt = Math.min(Date.parse(user.createdOn) + (1 + chance.roll(40)) * day, today - day)
  const { isPending, ...standing } = standingOf(facts, user, enteredAt, today, chance)
  const ownTeams = user.teamIds.flatMap(team => teams.get(team) ?? [])
  const home = homeOf(ownTeams[0])
  const own = [home, ...(facts.administers ?? [])]
  const groupIds = [...new Set(own)].map(name => sharedIdIn(template, 'group', name))
  const teamIds = ownTeams.map(name => sharedIdIn(template, 'team', name))
  const lastLoginAt = isPending ? undefined : lastLoginOf(facts, standing, enteredAt, today, chance)
  const isMoved = chance.chance(2) && user.special === undefined && facts === ordinary
  const address = facts.email ?? (isMoved ? email.replace('.example', '-group.example') : email)
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
      ? { id: guidOf(`${id} approval`), requestorId: madeBy, requestedAt: enteredAt }
      : undefined,
    accessLevelId: sharedIdIn(template, 'access level', facts.level ?? levelOf(user.kind, chance)),
    companyId: sharedIdIn(template, 'company', companyOf(template, email)),
    homeGroupId: groupIds[0],
    groupIds,
    administers: (facts.administers ?? []).map(name => sharedIdIn(template, 'group', name)),
    homeTeamId: teamIds[0],
    teamIds,
    managerId: undefined,
    roleId: chance.chance(60) ? sharedIdIn(template, 'role', chance.pick(jobRoles)) : undefined,
    enteredById: madeBy,
    enteredAt,
    updatedById: madeBy,
    updatedAt: Math.max(enteredAt, standing.deactivatedAt ?? 0),
    lastLoginAt,
    loginCount: lastLoginAt === undefined ? 0 : 1 + chance.roll(900),
  }
}

const ordinary: Known = {}
type Standing = Pick<WorkfrontUser, 'isActive' | 'deactivatedAt' | 'deactivatesAt'> & {
  readonly isPending: boolean
}

/** Whoever left awork has mostly left Workfront too: one in six was forgotten. */
function standingOf(
  facts: Known,
  user: Person['user'],
  enteredAt: number,
  today: number,
  chance: Dice,
): Standing {
  const was = {
    isActive: true,
    isPending: false,
    deactivatedAt: undefined,
    deactivatesAt: undefined,
  }
  if (facts.pending) return { ...was, isActive: false, isPending: true }
  if (facts.active) return was
  const left = facts.deactivated ?? user.deactivatedOn
  const isForgotten = !facts.deactivated && user.special === undefined && chance.roll(6) === 0
  if (left !== undefined && !isForgotten)
    return { ...was, isActive: false, deactivatedAt: Math.max(enteredAt, Date.parse(left)) }
  if (facts.deactivatesIn !== undefined)
    return { ...was, deactivatesAt: midnight(today + facts.deactivatesIn * day) }
  if (user.special !== undefined || facts !== ordinary) return was
  const fate = chance.roll(200)
  if (fate < 2) return { ...was, isActive: false, isPending: true }
  if (fate < 5) return { ...was, deactivatesAt: midnight(today + (3 + chance.roll(60)) * day) }
  if (fate < 10) {
    const deactivatedAt = Math.max(enteredAt, Date.UTC(2026, 9, 30) - chance.roll(500) * day)
    return { ...was, isActive: false, deactivatedAt }
  }
  return was
}

function lastLoginOf(
  { lastLogin }: Known,
  { isActive, deactivatedAt }: Pick<WorkfrontUser, 'isActive' | 'deactivatedAt'>,
  enteredAt: number,
  today: number,
  chance: Dice,
): number | undefined {
  if (lastLogin === 'never') return undefined
  const clock = chance.roll(day)
  if (!isActive) return Math.max(enteredAt, (deactivatedAt ?? today) - chance.roll(90) * day)
  if (lastLogin === undefined && chance.chance(3)) return undefined
  // Three of four were there this month; the rest have not been for up to a year and a half.
  const ago = lastLogin ?? (chance.chance(75) ? chance.roll(30) : chance.roll(540))
  return Math.max(enteredAt, today - ago * day - clock)
}

function levelOf(kind: Person['user']['kind'], chance: Dice): LevelName {
  if (kind === 'external') return 'External User'
  const roll = chance.roll(100)
  return roll < 35 ? 'Standard' : roll < 60 ? 'Light' : 'Contributor'
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
