/** What the sandbox stores. The wire format is made of it in `awork/wire.ts`; times are ISO 8601 UTC. */

export type Kind = 'person' | 'apiUser' | 'external' | 'agent'

export type ContactInfo = {
  readonly id: string
  readonly type: string | undefined
  readonly subType: string | undefined
  readonly value: string | undefined
  readonly label: string | undefined
  readonly isAddress: boolean
  readonly addressLine1: string | undefined
  readonly addressLine2: string | undefined
  readonly zipCode: string | undefined
  readonly city: string | undefined
  readonly state: string | undefined
  readonly country: string | undefined
  readonly createdOn: string
  readonly createdBy: string
  readonly updatedOn: string
  readonly updatedBy: string
}

export type StoredUser = {
  readonly id: string
  readonly kind: Kind
  /** Who reaches a failure, e.g. `rita`: see `population/special.ts`. */
  readonly special: string | undefined
  readonly firstName: string | undefined
  readonly lastName: string | undefined
  readonly title: string | undefined
  readonly position: string | undefined
  readonly gender: string | undefined
  readonly birthDate: string | undefined
  readonly language: string | undefined
  readonly invitationAccepted: boolean
  readonly isArchived: boolean
  readonly isDeactivated: boolean
  readonly deactivatedOn: string | undefined
  readonly roleId: string
  readonly teamIds: readonly string[]
  readonly tags: readonly string[]
  readonly contactInfos: readonly ContactInfo[]
  /** API users: the client application whose keys act as this user. */
  readonly clientId: string | undefined
  readonly createdOn: string
  readonly createdBy: string
  readonly updatedOn: string
  readonly updatedBy: string
}

export type Right = { readonly feature: string; readonly levels: readonly string[] }

export type Role = {
  readonly id: string
  readonly name: string
  readonly isAdmin: boolean
  readonly isGuest: boolean
  readonly isAgent: boolean
  readonly rights: readonly Right[]
}

export type Team = {
  readonly id: string
  readonly name: string
  readonly icon: string
  readonly color: string
}

export type ProjectMember = { readonly userId: string; readonly isResponsible: boolean }

export type Project = {
  readonly id: string
  readonly name: string
  readonly isPrivate: boolean
  readonly members: readonly ProjectMember[]
  readonly createdOn: string
  readonly createdBy: string
}

/** Everything a new workspace starts with; shared by all workspaces made from it and never changed. */
export type Population = {
  readonly template: Template
  readonly users: readonly StoredUser[]
  readonly byId: ReadonlyMap<string, StoredUser>
  readonly roles: readonly Role[]
  readonly teams: readonly Team[]
  readonly projects: readonly Project[]
  /** How many open tasks somebody has whose number matters; the others' is made up from the id. */
  readonly openTasks: ReadonlyMap<string, number>
}

export type Template = 'acme' | 'nordwind'

/** Name as it reads; an API user has a first name only. */
export function nameOf(user: StoredUser): string {
  return [user.firstName, user.lastName].filter(Boolean).join(' ')
}

export function emailOf(user: StoredUser): string | undefined {
  return user.contactInfos.find(info => info.type === 'email')?.value
}

/** Takes a seat: people who are neither deactivated nor archived. https://support.awork.com/en/articles/5355717-manage-users */
export function takesSeat(user: StoredUser): boolean {
  return user.kind === 'person' && !user.isDeactivated && !user.isArchived
}

/** Can sign in and act. */
export function isUsable(user: StoredUser): boolean {
  return !user.isDeactivated && !user.isArchived && user.invitationAccepted
}
