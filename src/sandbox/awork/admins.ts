import type { StoredUser } from '../population/model'
import type { Workspace } from '../workspace'
import type { AworkContext } from './env'
import { problem } from './errors'

/** People with the admin role who are neither deactivated nor archived; machines with it are not counted. */
export function activeAdmins(workspace: Workspace): readonly StoredUser[] {
  return workspace
    .users()
    .filter(
      user =>
        user.kind === 'person' &&
        !user.isDeactivated &&
        !user.isArchived &&
        workspace.role(user.roleId)?.isAdmin,
    )
}

/**
 * "This is only possible if the user is not the last admin user." The code is not documented.
 * https://developers.awork.com/api-reference/users
 */
export function lastAdmin(c: AworkContext, user: StoredUser): Response | undefined {
  const admins = activeAdmins(c.var.workspace)
  if (admins.length > 1 || admins[0]?.id !== user.id) return undefined
  return problem(
    c,
    'invalid-operation',
    'The last admin of the workspace has to stay an active admin.',
  )
}
