import { type Fault, FaultSwitch, type Subject } from './faults'
import { type Client, clientsBehind } from './oauth/clients'
import type { Population, Project, Role, StoredUser } from './population/model'
import { takesSeat } from './population/model'
import { uuidOf } from './population/seeded'
import { SpecialSwitch } from './special-switch'

export type Settings = {
  /** Requests allowed; `undefined`: any number. https://developers.awork.com/rate-limits */
  rate: { readonly perSecond: number; readonly perMinute: number } | undefined
  /** Seats in all. */
  seats: number
  tokenLifetimeSeconds: number
  latencyMs: number
}

/** What was asked of the API about one user, past the gateway. */
export type UserLog = { reads: number; writes: number; turnedAway: number; entries: string[] }

/** One workspace: the population it was made from, and what has changed since. */
export class Workspace {
  readonly id: string
  readonly name: string
  readonly population: Population
  readonly settings: Settings
  readonly faults: FaultSwitch
  readonly specials: SpecialSwitch
  readonly logs: Map<string, UserLog>
  /** Client applications made here: those behind the API users, and by `POST /clientapplications`. */
  readonly clients: Map<string, Client>
  /** API keys: token → API user. */
  readonly apiKeys: Map<string, string>
  /** When requests of the running second and minute were counted: see `awork/gateway.ts`. */
  readonly counted = { second: 0, inSecond: 0, minute: 0, inMinute: 0 }
  /** Pasted tokens are no longer accepted. */
  pastedTokensExpired = false
  #users: Map<string, StoredUser | undefined>
  #projects: Map<string, Project | undefined>
  #list: readonly StoredUser[] | undefined

  constructor(name: string, population: Population, settings: Settings, from?: Workspace) {
    this.name = name
    this.id = uuidOf(`workspace ${name}`)
    this.population = population
    this.settings = settings
    this.faults = from?.faults ?? new FaultSwitch()
    this.specials = from?.specials ?? new SpecialSwitch()
    this.logs = from?.logs ?? new Map()
    this.clients = new Map(from?.clients ?? clientsBehind(population.users))
    this.apiKeys = new Map(from?.apiKeys)
    this.#users = new Map(from ? from.#users : [])
    this.#projects = new Map(from ? from.#projects : [])
  }

  /** What a lying answer is made of: the same workspace, whose changes are forgotten. */
  shadow(): Workspace {
    return new Workspace(this.name, this.population, this.settings, this)
  }

  get displayName(): string {
    return this.name.charAt(0).toUpperCase() + this.name.slice(1)
  }

  users(): readonly StoredUser[] {
    if (this.#users.size === 0) return this.population.users
    this.#list ??= [
      ...this.population.users.flatMap(user =>
        this.#users.has(user.id) ? (this.#users.get(user.id) ?? []) : user,
      ),
      ...[...this.#users.values()].flatMap(user =>
        user && !this.population.byId.has(user.id) ? user : [],
      ),
    ]
    return this.#list
  }

  user(id: string): StoredUser | undefined {
    return this.#users.has(id) ? this.#users.get(id) : this.population.byId.get(id)
  }

  put(user: StoredUser): StoredUser {
    this.#users.set(user.id, user)
    this.#list = undefined
    return user
  }

  remove(id: string): void {
    this.#users.set(id, undefined)
    this.#list = undefined
  }

  projects(): readonly Project[] {
    return this.population.projects.flatMap(project =>
      this.#projects.has(project.id) ? (this.#projects.get(project.id) ?? []) : project,
    )
  }

  putProject(project: Project): void {
    this.#projects.set(project.id, project)
  }

  removeProject(id: string): void {
    this.#projects.set(id, undefined)
  }

  role(id: string): Role | undefined {
    return this.population.roles.find(role => role.id === id)
  }

  freeSeats(): number {
    return this.settings.seats - this.users().filter(takesSeat).length
  }

  log(userId: string): UserLog {
    const known = this.logs.get(userId)
    if (known) return known
    const log: UserLog = { reads: 0, writes: 0, turnedAway: 0, entries: [] }
    this.logs.set(userId, log)
    return log
  }

  /** The fault that is due: of the switch first, then of the person concerned. */
  fault(subject: Subject, now: number): Fault | undefined {
    const user = subject.userId === undefined ? undefined : this.user(subject.userId)
    return this.faults.take(subject) ?? this.specials.take(subject, user?.special, now)
  }
}
