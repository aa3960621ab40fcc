import type { ContactInfo, Kind, StoredUser, Template } from './model'
import type { RoleName, TeamName } from './roles'
import { momentOn, uuidOf } from './seeded'

/** Somebody as the lists of this folder describe them. Days are `2026-11-03`. */
export type Draft = {
  /** Makes the id; the name unless given. */
  readonly key?: string
  readonly first: string
  readonly last?: string
  readonly email?: string
  readonly kind?: Kind
  readonly special?: string
  readonly role?: RoleName
  readonly teams?: readonly TeamName[]
  readonly tags?: readonly string[]
  readonly created: string
  readonly createdBy?: string
  readonly invited?: true
  readonly archived?: true
  readonly deactivated?: string
  readonly position?: string
  readonly title?: string
  readonly gender?: string
  readonly birthDay?: string
  readonly language?: string
  readonly phone?: string
  readonly privateEmail?: string
  readonly clientId?: string
}

/** The id of somebody in a workspace made from this template. */
export function userIdOf(template: Template, key: string): string {
  return uuidOf(`${template} user ${key}`)
}

export function keyOf(draft: Draft): string {
  return draft.key ?? [draft.first, draft.last].filter(Boolean).join(' ')
}

export function contactInfo(
  userId: string,
  n: number,
  info: Pick<ContactInfo, 'type' | 'subType' | 'value'>,
  createdOn: string,
  createdBy: string,
): ContactInfo {
  return {
    id: uuidOf(`${userId} contact ${n}`),
    ...info,
    label: undefined,
    isAddress: false,
    addressLine1: undefined,
    addressLine2: undefined,
    zipCode: undefined,
    city: undefined,
    state: undefined,
    country: undefined,
    createdOn,
    createdBy,
    updatedOn: createdOn,
    updatedBy: createdBy,
  }
}

const defaultRole = {
  person: 'User',
  external: 'Guest',
  apiUser: 'Integration',
  agent: 'Agent',
} satisfies Record<Kind, RoleName>

export function enrol(
  template: Template,
  draft: Draft,
  ids: { readonly roles: ReadonlyMap<string, string>; readonly teams: ReadonlyMap<string, string> },
): StoredUser {
  const id = userIdOf(template, keyOf(draft))
  const kind = draft.kind ?? 'person'
  const createdOn = momentOn(draft.created, id)
  const createdBy = userIdOf(template, draft.createdBy ?? 'Henrik Dahl')
  const deactivatedOn = draft.deactivated ? momentOn(draft.deactivated, id) : undefined
  const infos = [
    ...(draft.email ? [{ type: 'email', subType: 'work', value: draft.email }] : []),
    ...(draft.privateEmail
      ? [{ type: 'email', subType: 'private', value: draft.privateEmail }]
      : []),
    ...(draft.phone ? [{ type: 'phone', subType: 'mobile', value: draft.phone }] : []),
  ]
  return {
    id,
    kind,
    special: draft.special,
    firstName: draft.first,
    lastName: draft.last,
    title: draft.title,
    position: draft.position,
    gender: draft.gender,
    birthDate: draft.birthDay ? `${draft.birthDay}T00:00:00Z` : undefined,
    language: draft.language ?? (kind === 'apiUser' ? undefined : 'en-GB'),
    invitationAccepted: !draft.invited,
    isArchived: draft.archived ?? false,
    isDeactivated: deactivatedOn !== undefined,
    deactivatedOn,
    roleId: ids.roles.get(draft.role ?? defaultRole[kind]) ?? '',
    teamIds: (draft.teams ?? []).flatMap(name => ids.teams.get(name) ?? []),
    tags: draft.tags ?? [],
    contactInfos: infos.map((info, n) => contactInfo(id, n, info, createdOn, createdBy)),
    clientId: draft.clientId,
    createdOn,
    createdBy,
    updatedOn: deactivatedOn ?? createdOn,
    updatedBy: createdBy,
  }
}
