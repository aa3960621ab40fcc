import type { User } from '../provider'
import type { Reads } from './reads'

/**
 * The people who can act as an admin now: in the admin role, active, and not a machine. An admin who was invited and
 * never came, or who is archived, keeps nobody from being locked out.
 * https://developers.awork.com/permissions
 */
export async function readAdmins(
  reads: Reads,
  signal: AbortSignal,
): Promise<readonly Pick<User, 'id' | 'name'>[]> {
  const roles = await reads.roles(signal)
  const [apiUsers, ...members] = await Promise.all([
    reads.apiUsers.fresh(signal),
    ...roles.filter(role => role.isAdmin).map(role => reads.roleMembers(role, signal)),
  ])
  const ids = members
    .flat()
    .filter(member => !member.isDeactivated && !apiUsers.has(member.userId))
    .map(member => member.userId)
  const users = await Promise.all(ids.map(id => reads.user(id, signal)))
  return users.flatMap(user =>
    user?.status === 'active' && user.kind === 'person' && !user.unreadable
      ? [{ id: user.id, name: user.name }]
      : [],
  )
}
