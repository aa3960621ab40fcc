import * as z from 'zod/mini'
import { flag, identity, readable, text } from '../parsing'
import type { Status, User } from '../provider'
import { instantOf, named } from './wire'

/** https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/event-subscriptions/event-sub-resource-fields */
const userWire = z.object({
  ID: identity,
  name: text,
  firstName: text,
  lastName: text,
  emailAddr: text,
  username: text,
  isActive: flag,
  userApproval: z.nullish(z.object({ status: z.catch(text, undefined) })),
  title: text,
  phoneNumber: text,
  accessLevel: z.nullish(z.object({ ID: text, name: text, isAdmin: flag, licenseType: text })),
  licenseType: text,
  loginCount: z.nullish(z.number()),
  lastLoginDate: text,
  lastUpdateDate: text,
  lastUpdatedByID: text,
  entryDate: text,
  enteredByID: text,
  scheduleDeactivationDate: text,
  actualDeactivationDate: text,
  homeGroup: named,
  homeTeam: named,
  company: named,
  manager: named,
})
export type UserWire = z.infer<typeof userWire>

/** A user, and what of the answer a page of one user needs besides. */
export type UserReading =
  | { readonly type: 'user'; readonly user: User; readonly wire: UserWire }
  /** Not even an id. */
  | { readonly type: 'unidentifiable'; readonly field: string }

/** @param endpoint for the words about an unreadable user, e.g. `GET /user/search` */
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
  // Without it nothing can be said or done: to take a missing flag for "active" would be a claim.
  const field = badField ?? (wire.isActive == null ? 'isActive' : undefined)
  const trimmed = (value: string | null | undefined) => value?.trim() || undefined
  const email = trimmed(wire.emailAddr)
  const level = wire.accessLevel
  const status = statusOf(wire)
  const date = (value: string | null | undefined) => listOf(instantOf(value))
  return {
    type: 'user',
    wire,
    user: {
      id: wire.ID,
      name:
        trimmed(wire.name) ??
        ([wire.firstName, wire.lastName].map(trimmed).filter(Boolean).join(' ') ||
          email ||
          wire.ID),
      firstName: trimmed(wire.firstName),
      email,
      emails: listOf(email),
      status,
      kind: isTechnical(wire) ? 'apiUser' : 'person',
      position: trimmed(wire.title),
      role: trimmed(level?.name),
      isAdmin: level?.isAdmin ?? undefined,
      teams: listOf(trimmed(wire.homeTeam?.name)),
      tags: [],
      createdAt: instantOf(wire.entryDate),
      createdBy: wire.enteredByID || undefined,
      updatedAt: instantOf(wire.lastUpdateDate),
      // Somebody who came back keeps the day of their last deactivation.
      deactivatedAt: status === 'active' ? undefined : instantOf(wire.actualDeactivationDate),
      deactivatesAt: status === 'active' ? instantOf(wire.scheduleDeactivationDate) : undefined,
      details: {
        lastSignIn: date(wire.lastLoginDate),
        signIns: listOf(wire.loginCount?.toString()),
        licence: listOf(licenceWord(wire.licenseType ?? level?.licenseType)),
        homeGroup: listOf(trimmed(wire.homeGroup?.name)),
        company: listOf(trimmed(wire.company?.name)),
        manager: listOf(trimmed(wire.manager?.name)),
        username: listOf(trimmed(wire.username)),
      },
      readAt,
      unreadable: field === undefined ? undefined : { endpoint, field },
    },
  }
}

const listOf = (value: string | undefined): readonly string[] =>
  value === undefined ? [] : [value]

/**
 * Not active are those who were deactivated, and those who wait for an administrator to approve them.
 * https://experienceleague.adobe.com/en/docs/workfront/using/administration-and-setup/add-users/create-manage-users/deactivate-a-user
 */
function statusOf({ isActive, userApproval }: UserWire): Status {
  if (isActive) return 'active'
  // What its status says is not documented; what was decided is no longer waited for.
  const isOpen = userApproval && !/^(approved|rejected)$/i.test(userApproval.status ?? '')
  return isOpen ? 'pendingApproval' : 'deactivated'
}

/**
 * Adobe's Developer Console makes a user for each server-to-server credential and says how to find it: by "techacct".
 * https://developer.adobe.com/workfront-apis/guides/gaining-access/
 */
function isTechnical({ emailAddr, username, name }: UserWire): boolean {
  return [emailAddr, username, name].some(value => value?.toLowerCase().includes('techacct'))
}

/** Of the letters only this one is known for sure. */
function licenceWord(code: string | null | undefined): string | undefined {
  return code === 'F' ? 'Full' : code || undefined
}
