import { Hono } from 'hono'
import { features } from '../population/roles'
import { uuidOf } from '../population/seeded'
import type { AworkContext, AworkEnv } from './env'
import { userOnWire } from './wire'

/** https://developers.awork.com/api-reference/users · https://developers.awork.com/api-reference/permissions */
export const me = new Hono<AworkEnv>()

me.get('/me', whoAmI)
me.get('/users/me', whoAmI)

function whoAmI(c: AworkContext) {
  const { workspace, caller } = c.var
  return c.json({
    ...userOnWire(workspace, caller.user),
    accountId: uuidOf(`account ${caller.user.id}`),
    workspace: {
      id: workspace.id,
      name: workspace.displayName,
      url: `https://${workspace.name}.awork.com`,
    },
  })
}

/** Long feature names, as awork's own client compares them; an admin's list is empty. */
me.get('/me/permissions', c => {
  const { user, role } = c.var.caller
  return c.json({
    signature: 'c2lnbmF0dXJl',
    userPermission: {
      userId: user.id,
      isAdmin: role.isAdmin,
      isGuest: role.isGuest,
      roleId: role.id,
      isBlocked: false,
      permissions: role.rights.map(({ feature, levels }) => ({ feature, accessLevels: levels })),
      projectRolesPermissions: [],
    },
  })
})

me.get('/permissions/features', c => c.json(features))
