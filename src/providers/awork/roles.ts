import { failureOf } from '../../http/failure'
import type { Role as RoleWithPermissions } from '../provider'
import type { Client } from './client'
import { unlessItFails } from './oneUser'
import { permissionsInWords, toRolePermissions } from './permissions'
import { isGone, pages, type Reads, type Roster } from './reads'
import { configRight, configWriteRight } from './rights'
import { type Role, toRoleMembers } from './wire'

/** One request for the roles and one for each of them; a role whose permissions cannot be read comes without. */
export async function readRoles(
  client: Client,
  reads: Reads,
  signal: AbortSignal,
): Promise<readonly RoleWithPermissions[]> {
  const roles = await reads.roles(signal)
  return Promise.all(
    roles.map(async role => ({
      id: role.id,
      name: role.name,
      isAdmin: role.isAdmin,
      permissions: role.isAdmin
        ? ['Everything']
        : await unlessItFails(readPermissions(client, role, signal)),
      // https://developers.awork.com/apiv1/roles
      unavailable: role.isArchived
        ? 'Archived in awork: nobody else can be given this role.'
        : undefined,
    })),
  )
}

async function readPermissions(
  client: Client,
  { id }: Role,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const path = `/roles/${encodeURIComponent(id)}/permissions`
  const { rows } = await pages(client, { path, signal, right: configRight }, toRolePermissions)
  return permissionsInWords(rows)
}

/**
 * The role of one user, now. There is no role in awork's user, so each role is asked whether they are in it: some ten
 * small answers, where reading all members would be as many pages as there are thousands of users. Where the list has
 * told the role, that one is asked first: whoever is still in it is in no other.
 * https://developers.awork.com/permissions
 */
export async function readRoleOf(
  client: Client,
  reads: Reads,
  userId: string,
  signal: AbortSignal,
): Promise<Roster> {
  const likely = reads.roster.last()?.roleOf.get(userId)
  const [roles, isStill] = await Promise.all([
    reads.roles(signal),
    likely &&
      isIn(client, likely, userId, signal).catch(error => {
        // The role itself may have been deleted since.
        if (isGone(error)) return 'no'
        throw error
      }),
  ])
  if (isStill === 'unasked') return reads.roster.fresh(signal)
  const same = isStill === 'yes' && roles.find(({ id }) => id === likely?.id)
  if (same) return { roles, roleOf: new Map([[userId, same]]) }
  const answers = await Promise.all(roles.map(role => isIn(client, role, userId, signal)))
  if (answers.includes('unasked')) return reads.roster.fresh(signal)
  const role = roles[answers.indexOf('yes')]
  return { roles, roleOf: new Map(role ? [[userId, role]] : []) }
}

/**
 * `unasked`: awork does not take the filter, or leaves it aside and answers about others. That the list can be filtered
 * is documented, by what is not. https://developers.awork.com/filtering
 */
async function isIn(
  client: Client,
  { id }: Role,
  userId: string,
  signal: AbortSignal,
): Promise<'yes' | 'no' | 'unasked'> {
  const path = `/roles/${encodeURIComponent(id)}/users`
  const filterby = `userId eq guid'${userId.replaceAll("'", "''")}'`
  const query = { showArchived: 'true', page: '1', pageSize: '10', filterby }
  try {
    const { value } = await client.read({ path, query, signal, right: configRight }, toRoleMembers)
    if (value.some(member => member.userId !== userId)) return 'unasked'
    return value.length > 0 ? 'yes' : 'no'
  } catch (error) {
    if (failureOf(error).kind !== 'refused') throw error
    return 'unasked'
  }
}

/** "At least one user needs to remain in the admin role." https://developers.awork.com/apiv1/roles */
export async function moveToRole(
  client: Client,
  reads: Reads,
  userId: string,
  roleId: string,
  signal: AbortSignal,
): Promise<void> {
  const body = { userId, toRoleId: roleId }
  try {
    await client.call({
      method: 'POST',
      path: '/roles/moveuser',
      body,
      signal,
      right: configWriteRight,
    })
  } finally {
    reads.forget()
  }
}
