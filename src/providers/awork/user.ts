import * as z from 'zod/mini'
import { flag, listOf, readable, text } from '../parsing'
import type { Status, User } from '../provider'
import { instantOf } from './wire'

const named = z.object({ name: text })

/** https://developers.awork.com/apiv1/users */
const userWire = z.object({
  id: z.string().check(z.minLength(1)),
  firstName: text,
  lastName: text,
  position: text,
  status: z.nullish(z.object({ invitationAccepted: flag, isDeactivated: flag })),
  isArchived: flag,
  isDeactivated: flag,
  isAgent: flag,
  isExternal: flag,
  deactivatedOn: text,
  deletedOn: text,
  createdOn: text,
  createdBy: text,
  updatedOn: text,
  userContactInfos: listOf(z.object({ type: text, subType: text, value: text })),
  tags: listOf(named),
  teams: listOf(named),
})
type UserWire = z.infer<typeof userWire>

export type UserReading =
  | { readonly type: 'user'; readonly user: User }
  /** Softly deleted: not in a list as far as known, and no user for us if it is. */
  | { readonly type: 'deleted' }
  /** Not even an id. */
  | { readonly type: 'unidentifiable'; readonly field: string }

/** @param endpoint for the words about an unreadable user, e.g. `GET /users` */
export function toUser(wire: unknown, endpoint: string, readAt: number): UserReading {
  const { value, badField } = readable(userWire, wire)
  return value
    ? reading(value, badField, endpoint, readAt)
    : { type: 'unidentifiable', field: badField ?? 'body' }
}

function reading(
  wire: UserWire,
  badField: string | undefined,
  endpoint: string,
  readAt: number,
): UserReading {
  if (wire.deletedOn) return { type: 'deleted' }
  const flags = [wire.isDeactivated, wire.status?.isDeactivated]
  // Without it nothing can be said or done: to take a missing flag for "active" would be a claim.
  const field = badField ?? (flags.every(given => given == null) ? 'isDeactivated' : undefined)
  const emails = emailsOf(wire)
  const name = [wire.firstName, wire.lastName]
    .map(part => part?.trim())
    .filter(Boolean)
    .join(' ')
  return {
    type: 'user',
    user: {
      id: wire.id,
      name: name || emails[0] || wire.id,
      firstName: wire.firstName?.trim() || undefined,
      email: emails[0],
      emails,
      status: statusOf(wire, flags.includes(true)),
      kind: wire.isAgent ? 'agent' : wire.isExternal ? 'external' : 'person',
      position: wire.position?.trim() || undefined,
      role: undefined,
      isAdmin: undefined,
      teams: namesOf(wire.teams),
      tags: namesOf(wire.tags),
      createdAt: instantOf(wire.createdOn),
      createdBy: wire.createdBy || undefined,
      updatedAt: instantOf(wire.updatedOn),
      deactivatedAt: instantOf(wire.deactivatedOn),
      readAt,
      unreadable: field === undefined ? undefined : { endpoint, field },
    },
  }
}

function statusOf(wire: UserWire, isDeactivated: boolean): Status {
  if (wire.isArchived) return 'archived'
  if (isDeactivated) return 'deactivated'
  // An agent is nobody who could accept an invitation.
  if (wire.status?.invitationAccepted === false && !wire.isAgent) return 'invited'
  return 'active'
}

function emailsOf(wire: UserWire): readonly string[] {
  const values = emailsInOrder(wire.userContactInfos ?? []).map(info => info.value?.trim() ?? '')
  return [...new Set(values)]
}

/** awork keeps e-mail addresses among the contact infos only. Work first: that is the one colleagues write to. */
export function emailsInOrder<
  Info extends { [Key in 'type' | 'subType' | 'value']?: string | null | undefined },
>(infos: readonly Info[]): readonly Info[] {
  const emails = infos.filter(info => info.type === 'email' && info.value?.trim())
  const work = emails.filter(info => info.subType === 'work')
  return [...work, ...emails.filter(info => info.subType !== 'work')]
}

function namesOf(
  list: readonly { name?: string | null | undefined }[] | null | undefined,
): readonly string[] {
  return (list ?? []).flatMap(({ name }) => (name ? [name] : []))
}
