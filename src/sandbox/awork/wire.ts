import type { ContactInfo, StoredUser } from '../population/model'
import { uuidOf } from '../population/seeded'
import type { Workspace } from '../workspace'

/**
 * A user as https://developers.awork.com/api-reference/users answers it. What is `undefined` is not there:
 * awork leaves null properties out. The e-mail is in `userContactInfos` only, the role nowhere.
 */
export function userOnWire(workspace: Workspace, user: StoredUser) {
  const teams = user.teamIds.flatMap(
    id => workspace.population.teams.find(team => team.id === id) ?? [],
  )
  return {
    id: user.id,
    firstName: user.firstName,
    lastName: user.lastName,
    title: user.title,
    position: user.position,
    gender: user.gender,
    birthDate: user.birthDate,
    language: user.language,
    status:
      user.special === 'otto'
        ? 'yes'
        : { invitationAccepted: user.invitationAccepted, isDeactivated: user.isDeactivated },
    isArchived: user.isArchived,
    isDeactivated: user.isDeactivated,
    deactivatedOn: user.deactivatedOn,
    isAgent: user.kind === 'agent',
    isExternal: user.kind === 'external',
    hasImage: false,
    shouldMigrateToConnect: false,
    userContactInfos: user.contactInfos.map(contactInfoOnWire),
    tags: user.tags.map(name => ({ id: uuidOf(`tag ${name}`), name, color: 'purple' })),
    teams: teams.map(({ id, name, icon, color }) => ({ id, name, icon, color })),
    createdOn: user.createdOn,
    createdBy: user.createdBy,
    updatedOn: user.updatedOn,
    updatedBy: user.updatedBy,
    resourceVersion: ticks(user.updatedOn),
  }
}

export function contactInfoOnWire(info: ContactInfo) {
  return { ...info }
}

/** .NET ticks: an int64 well above 2^53, which JavaScript's numbers round. */
function ticks(time: string): number {
  return Date.parse(time) * 10_000 + 621_355_968_000_000_000
}
