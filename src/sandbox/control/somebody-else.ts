import { z } from 'zod'
import { contactInfo } from '../population/draft'
import type { StoredUser } from '../population/model'
import { written } from '../population/seeded'
import type { Workspace } from '../workspace'
import type { World } from '../world'

/** What somebody else can change about a user behind the operator's back. */
export const changeSchema = z.strictObject({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  position: z.string().optional(),
  isDeactivated: z.boolean().optional(),
  isArchived: z.boolean().optional(),
  invitationAccepted: z.boolean().optional(),
  /** The role's name. */
  role: z.string().optional(),
  /** The teams' names, instead of those there are. */
  teams: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  /** Instead of all contact infos. */
  email: z.string().optional(),
})

/** A change nobody asked the API for; it is in no log. `undefined`: there is no such user. */
export function changeBySomebodyElse(
  world: World,
  workspace: Workspace,
  userId: string,
  change: unknown,
): StoredUser | undefined {
  const user = workspace.user(userId)
  if (!user) return undefined
  const { role, teams, email, ...fields } = changeSchema.parse(change)
  const now = written(world.now())
  const { roles, teams: allTeams } = workspace.population
  const isDeactivated = fields.isDeactivated ?? user.isDeactivated
  return workspace.put({
    ...user,
    firstName: fields.firstName ?? user.firstName,
    lastName: fields.lastName ?? user.lastName,
    position: fields.position ?? user.position,
    isArchived: fields.isArchived ?? user.isArchived,
    invitationAccepted: fields.invitationAccepted ?? user.invitationAccepted,
    tags: fields.tags ?? user.tags,
    isDeactivated,
    deactivatedOn: isDeactivated ? (user.deactivatedOn ?? now) : undefined,
    roleId: roles.find(({ name }) => name === role)?.id ?? user.roleId,
    teamIds: teams
      ? allTeams.filter(({ name }) => teams.includes(name)).map(({ id }) => id)
      : user.teamIds,
    contactInfos:
      email === undefined
        ? user.contactInfos
        : [contactInfo(user.id, 0, { type: 'email', subType: 'work', value: email }, now, user.id)],
    updatedOn: now,
  })
}
