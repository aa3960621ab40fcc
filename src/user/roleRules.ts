import type { Administration, UserRecord } from '../providers/administration'
import type { Provider, Role } from '../providers/provider'
import { type Admins, isActiveAdmin } from '../runs/guards'
import { listInWords } from '../runs/words'
import { nameInWords } from '../ui/nameInWords'

export const lastAdminKeeps =
  'The last active admin keeps the role. Make somebody else an admin first.'

/** Why this user's role cannot be changed here; `undefined`: it can. */
export function whyNoRoleChange(
  { user, roleId }: UserRecord,
  { roles, moveToRole }: Pick<Administration, 'roles' | 'moveToRole'>,
  { operator }: Pick<Provider, 'operator'>,
  admins: Admins,
): string | undefined {
  if ('reason' in moveToRole) return moveToRole.reason
  if ('reason' in roles) return roles.reason
  if (user.kind === 'apiUser') return 'An API user: its role is changed on the page of API users.'
  if (user.unreadable) return `Cannot be read in full: ${user.unreadable.field}.`
  if (roleId === undefined) return 'Which role it is now could not be read.'
  if (user.id === operator.id) return 'This is you. Somebody else has to do it.'
  return isLastAdmin({ user }, admins) ? lastAdminKeeps : undefined
}

/** As far as it is known who the admins are. */
export function isLastAdmin({ user }: Pick<UserRecord, 'user'>, admins: Admins): boolean {
  if (!isActiveAdmin(user) || !admins.known) return false
  return admins.active.every(({ id }) => id === user.id)
}

/** What to know before somebody leaves the admin role; `undefined`: nobody does. */
export function leavingAdmins(
  { user, roleId }: UserRecord,
  roles: readonly Role[],
  to: Role | undefined,
  admins: Admins,
): string | undefined {
  const from = roles.find(({ id }) => id === roleId)
  if (!to || to.isAdmin || !from?.isAdmin) return undefined
  const who = nameInWords(user.firstName ?? user.name)
  if (!admins.known)
    return `${who} is no longer an admin after this. Who the others are is not known: ${admins.reason}.`
  const others = admins.active.filter(({ id }) => id !== user.id)
  const names = listInWords(others.slice(0, 3).map(({ name }) => nameInWords(name)))
  const more = others.length > 3 ? ` and ${others.length - 3} more` : ''
  const remain = others.length === 1 ? 'admin remains' : 'active admins remain'
  return others.length === 0
    ? `${who} is no longer an admin after this.`
    : `${who} is no longer an admin after this. ${others.length} ${remain}: ${names}${more}.`
}
