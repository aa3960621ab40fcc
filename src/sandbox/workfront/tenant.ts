import { SpecialSwitch } from '../special-switch'
import type { UserLog, Workspace } from '../workspace'
import type { World } from '../world'
import type { AccessLevel, WorkfrontPopulation, WorkfrontUser } from './model'
import { guidOf } from './population/ids'
import { workfrontOf } from './population/population'
import { usualSettings, type WorkfrontSettings } from './settings'
import { inWorkfront } from './specials'

/** The Workfront of one workspace: the population it was made from, and what has changed since. */
export class Tenant {
  readonly id: string
  readonly workspace: Workspace
  readonly population: WorkfrontPopulation
  readonly settings: WorkfrontSettings
  readonly specials: SpecialSwitch
  readonly logs: Map<string, UserLog>
  /** Requests being handled. */
  underWay = 0
  #users: Map<string, WorkfrontUser | undefined>
  #list: readonly WorkfrontUser[] | undefined

  constructor(workspace: Workspace, population: WorkfrontPopulation, from?: Tenant) {
    this.id = guidOf(`customer ${workspace.name}`)
    this.workspace = workspace
    this.population = population
    this.settings = from?.settings ?? structuredClone(usualSettings)
    this.specials = from?.specials ?? new SpecialSwitch(inWorkfront)
    this.logs = from?.logs ?? new Map()
    this.#users = new Map(from ? from.#users : [])
  }

  /** What a lying answer is made of: the same tenant, whose changes are forgotten. */
  shadow(): Tenant {
    return new Tenant(this.workspace, this.population, this)
  }

  users(): readonly WorkfrontUser[] {
    if (this.#users.size === 0) return this.population.users
    this.#list ??= this.population.users.flatMap(user =>
      this.#users.has(user.id) ? (this.#users.get(user.id) ?? []) : user,
    )
    return this.#list
  }

  user(id: string): WorkfrontUser | undefined {
    return this.#users.has(id) ? this.#users.get(id) : this.population.byId.get(id)
  }

  put(user: WorkfrontUser): WorkfrontUser {
    this.#users.set(user.id, user)
    this.#list = undefined
    return user
  }

  remove(id: string): void {
    this.#users.set(id, undefined)
    this.#list = undefined
  }

  /** Of a tenant that wants one on activation, the deactivated have none. */
  accessLevelOf(user: WorkfrontUser): AccessLevel | undefined {
    const isTaken = this.settings.accessLevelOnActivation === 'required' && !user.isActive
    return isTaken && !user.approval ? undefined : this.accessLevel(user.accessLevelId)
  }

  accessLevel(id: string | undefined): AccessLevel | undefined {
    return id === undefined ? undefined : this.population.byKind.accessLevel.get(id)
  }

  isActiveAdmin(user: WorkfrontUser): boolean {
    return user.isActive && this.accessLevelOf(user)?.isAdmin === true
  }

  /** `undefined`: as many as are needed. */
  freeLicenses(type: string): number | undefined {
    const all = this.settings.licenses[type]
    return all === undefined ? undefined : all - this.usedLicenses(type)
  }

  /** "Until then the user counts as active and uses a licence." */
  usedLicenses(type: string): number {
    return this.users().filter(
      user => user.isActive && this.accessLevel(user.accessLevelId)?.licenseType === type,
    ).length
  }

  /** What the system does by itself: "runs 12:00 AM that date". */
  runSchedule(now: number): void {
    const due = this.#scheduled().filter(({ deactivatesAt = now + 1 }) => deactivatesAt <= now)
    for (const user of due) {
      this.put({
        ...user,
        isActive: false,
        deactivatedAt: user.deactivatesAt,
        deactivatesAt: undefined,
        updatedAt: user.deactivatesAt ?? user.updatedAt,
        updatedById: undefined,
      })
    }
  }

  /** Kept while the list is the same. */
  #schedule: { of: readonly WorkfrontUser[]; who: readonly WorkfrontUser[] } | undefined

  #scheduled(): readonly WorkfrontUser[] {
    const of = this.users()
    if (this.#schedule?.of !== of) {
      const who = of.filter(user => user.isActive && user.deactivatesAt !== undefined)
      this.#schedule = { of, who }
    }
    return this.#schedule?.who ?? []
  }

  log(userId: string): UserLog {
    const known = this.logs.get(userId)
    if (known) return known
    const log: UserLog = { reads: 0, writes: 0, turnedAway: 0, entries: [] }
    this.logs.set(userId, log)
    return log
  }
}

/** The Workfront that goes with a workspace, made at its first use. */
export function tenantOf(world: World, workspace: Workspace): Tenant {
  const known = world.tenants.get(workspace)
  const tenant = known ?? new Tenant(workspace, workfrontOf(workspace.population, world.now()))
  if (!known) {
    if (workspace.settings.rate === undefined) tenant.settings.concurrency = 'off'
    world.tenants.set(workspace, tenant)
  }
  tenant.runSchedule(world.now())
  return tenant
}
