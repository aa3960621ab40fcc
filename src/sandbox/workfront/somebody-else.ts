import { z } from 'zod'
import type { World } from '../world'
import { momentOf } from './dates'
import type { WorkfrontUser } from './model'
import { guidOf } from './population/ids'
import type { Tenant } from './tenant'

/** What somebody else can change about a Workfront user behind the operator's back. */
export const changeSchema = z.strictObject({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  title: z.string().optional(),
  emailAddr: z.string().optional(),
  isActive: z.boolean().optional(),
  /** Waiting for approval, or no longer. */
  isPending: z.boolean().optional(),
  /** The access level's name. */
  accessLevel: z.string().optional(),
  /** `null`: no longer planned. */
  scheduleDeactivationDate: z.string().nullable().optional(),
})

/** A change nobody asked the API for; it is in no log. `undefined`: there is no such user. */
export function changeBySomebodyElse(
  world: World,
  tenant: Tenant,
  userId: string,
  wanted: unknown,
): WorkfrontUser | undefined {
  const user = tenant.user(userId)
  if (!user) return undefined
  const change = changeSchema.parse(wanted)
  const now = world.now()
  const { scheduleDeactivationDate: schedule } = change
  const isActive = change.isActive ?? user.isActive
  const isPending = change.isPending ?? (user.approval !== undefined && !isActive)
  const level = tenant.population.accessLevels.find(({ name }) => name === change.accessLevel)
  return tenant.put({
    ...user,
    firstName: change.firstName ?? user.firstName,
    lastName: change.lastName ?? user.lastName,
    title: change.title ?? user.title,
    email: change.emailAddr ?? user.email,
    isActive: isActive && !isPending,
    approval: isPending
      ? (user.approval ?? {
          id: guidOf(`${userId} approval`),
          requestorId: userId,
          requestedAt: now,
        })
      : undefined,
    accessLevelId: level?.id ?? user.accessLevelId,
    deactivatedAt: user.isActive && !isActive ? now : user.deactivatedAt,
    deactivatesAt:
      schedule === undefined
        ? user.deactivatesAt
        : schedule === null
          ? undefined
          : momentOf(schedule),
    updatedAt: now,
    updatedById: undefined,
  })
}
