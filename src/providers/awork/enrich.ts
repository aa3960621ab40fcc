import type { User } from '../provider'
import type { Roster } from './reads'
import type { ApiUser } from './wire'

/** What endpoints other than the users' know of a user. */
export type Known = {
  readonly roster?: Roster | undefined
  /** By id. */
  readonly apiUsers?: ReadonlyMap<string, ApiUser> | undefined
}

/** The same object where nothing is new. */
export function enrich(user: User, { roster, apiUsers }: Known): User {
  const role = roster?.roleOf.get(user.id)
  const name = roster ? role?.name : user.role
  const isAdmin = roster ? (role?.isAdmin ?? false) : user.isAdmin
  const isMachine = apiUsers?.has(user.id) ?? false
  const kind = isMachine ? 'apiUser' : user.kind
  if (name === user.role && isAdmin === user.isAdmin && kind === user.kind) return user
  // A machine account is nobody who could accept an invitation.
  const status = isMachine && user.status === 'invited' ? 'active' : user.status
  return { ...user, role: name, isAdmin, kind, status }
}
