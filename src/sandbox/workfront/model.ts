/** What the sandbox's Workfront stores. The wire format is made of it in `objects/`; times are milliseconds since the epoch. */

/** How much somebody may see and do with users. */
export type Reach = 'everybody' | 'own groups' | 'look' | 'nothing'

export type AccessLevel = {
  readonly id: string
  readonly name: string
  readonly isAdmin: boolean
  /** Single letters; only `F` is confirmed, of System Administrator and Standard. The others are made up. */
  readonly licenseType: string
  readonly reach: Reach
  /** One may grant no level above one's own. */
  readonly rank: number
}

export type Group = { readonly id: string; readonly name: string }
export type Team = { readonly id: string; readonly name: string }
export type Company = { readonly id: string; readonly name: string }
export type JobRole = { readonly id: string; readonly name: string }

/** Created or imported, and waiting for somebody to approve: "Deactivated and Pending Approval". */
export type UserApproval = {
  readonly id: string
  readonly requestorId: string
  readonly requestedAt: number
}

export type WorkfrontUser = {
  /** 32 hexadecimal digits. */
  readonly id: string
  /** Who reaches a failure, e.g. `rita`: see `specials.ts`. */
  readonly special: string | undefined
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly username: string
  readonly title: string | undefined
  readonly phone: string | undefined
  readonly isActive: boolean
  readonly approval: UserApproval | undefined
  readonly accessLevelId: string | undefined
  readonly companyId: string | undefined
  readonly homeGroupId: string | undefined
  readonly groupIds: readonly string[]
  /** Groups they administer; matters with the reach "own groups". */
  readonly administers: readonly string[]
  readonly homeTeamId: string | undefined
  readonly teamIds: readonly string[]
  readonly managerId: string | undefined
  readonly roleId: string | undefined
  readonly enteredById: string | undefined
  readonly enteredAt: number
  readonly updatedById: string | undefined
  readonly updatedAt: number
  readonly lastLoginAt: number | undefined
  readonly loginCount: number
  /** "Runs 12:00 AM that date." */
  readonly deactivatesAt: number | undefined
  readonly deactivatedAt: number | undefined
}

/** Work that somebody has; those of most are made up from the id. */
export type Load = {
  readonly tasks: number
  readonly issues: number
  readonly projects: number
  readonly approvals: number
}

/** Everything a new tenant starts with; shared by all tenants made from it and never changed. */
export type WorkfrontPopulation = {
  readonly users: readonly WorkfrontUser[]
  readonly byId: ReadonlyMap<string, WorkfrontUser>
  readonly accessLevels: readonly AccessLevel[]
  readonly groups: readonly Group[]
  readonly teams: readonly Team[]
  readonly companies: readonly Company[]
  readonly roles: readonly JobRole[]
  /** What users refer to, by id. */
  readonly byKind: {
    readonly accessLevel: ReadonlyMap<string, AccessLevel>
    readonly group: ReadonlyMap<string, Group>
    readonly team: ReadonlyMap<string, Team>
    readonly company: ReadonlyMap<string, Company>
    readonly role: ReadonlyMap<string, JobRole>
  }
  /** Of those whose number matters. */
  readonly loads: ReadonlyMap<string, Load>
}

/** Name as Workfront writes it. */
export function nameOf(user: Pick<WorkfrontUser, 'firstName' | 'lastName'>): string {
  return [user.firstName, user.lastName].filter(Boolean).join(' ')
}
