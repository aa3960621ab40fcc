import { Hono } from 'hono'
import { z } from 'zod'
import type { Role } from '../population/model'
import { uuidOf, written } from '../population/seeded'
import type { Workspace } from '../workspace'
import { lastAdmin } from './admins'
import type { AworkContext, AworkEnv } from './env'
import { invalid, notFound, problem } from './errors'
import { page } from './list'
import { needs } from './rights'

/** https://developers.awork.com/api-reference/roles */
export const roles = new Hono<AworkEnv>()

const madeOn = '2021-06-01T12:06:35.27Z'
const reads = needs('workspace-manage-config', 'read')
const writes = needs('workspace-manage-config', 'write')

/** Not paged. */
roles.get('/roles', reads, c =>
  c.json(c.var.workspace.population.roles.map(role => onWire(c.var.workspace, role))),
)

/** "Only allowed by the awork app or internally." */
roles.get('/roles/users', reads, c => {
  if (c.req.header('aw-internal-request') !== 'true') {
    return problem(c, 'unauthorized', 'This operation is only allowed internally.')
  }
  return page(c, c.var.workspace.users(), ({ id, isDeactivated, roleId }) => ({
    userId: id,
    isDeactivated,
    roleId,
  }))
})

roles.get('/roles/:role', reads, c => {
  const { workspace } = c.var
  const asked = decodeURIComponent(c.req.param('role')).toLowerCase()
  const role = workspace.population.roles.find(
    ({ id, name }) => id === asked || name.toLowerCase() === asked,
  )
  return role ? c.json(onWire(workspace, role)) : notFound(c, 'role')
})

roles.get('/roles/:roleId/users', reads, c => {
  const { workspace } = c.var
  const role = workspace.role(c.req.param('roleId'))
  if (!role) return notFound(c, 'role')
  const archivedToo = c.req.query('showArchived')?.toLowerCase() === 'true'
  const members = workspace
    .users()
    .filter(user => user.roleId === role.id && (archivedToo || !user.isArchived))
  return page(c, members, ({ id, isDeactivated }) => ({
    userId: id,
    isDeactivated,
    roleId: role.id,
  }))
})

/** The admin role's list is empty, as in `/me/permissions`: it has all features. */
roles.get('/roles/:roleId/permissions', reads, c => {
  const role = c.var.workspace.role(c.req.param('roleId'))
  if (!role) return notFound(c, 'role')
  return page(c, role.rights, ({ feature, levels }) => ({
    id: uuidOf(`${role.id} permission ${feature}`),
    feature,
    accessLevels: levels,
    createdOn: madeOn,
    updatedOn: madeOn,
  }))
})

const moveForm = z.object({ userId: z.string(), toRoleId: z.string() })

/** "At least one user needs to remain in the admin role." */
roles.post('/roles/moveuser', writes, c => {
  const form = moveForm.safeParse(c.var.body)
  return form.success ? move(c, form.data.userId, form.data.toRoleId) : invalid(c, form.error)
})

const userForm = z.object({ userId: z.string() })

roles.post('/roles/:roleId/adduser', writes, c => {
  const form = userForm.safeParse(c.var.body)
  return form.success ? move(c, form.data.userId, c.req.param('roleId')) : invalid(c, form.error)
})

function move(c: AworkContext, userId: string, roleId: string): Response {
  const { workspace, world, caller } = c.var
  const user = workspace.user(userId)
  const role = workspace.role(roleId)
  if (!user) return notFound(c, 'user')
  if (!role) return notFound(c, 'role')
  const refused = role.isAdmin ? undefined : lastAdmin(c, user)
  if (refused) return refused
  workspace.put({
    ...user,
    roleId: role.id,
    updatedOn: written(world.now()),
    updatedBy: caller.user.id,
  })
  return c.body(null, 200)
}

function onWire(workspace: Workspace, role: Role) {
  const createdBy = uuidOf(`${workspace.population.template} user Olga Owner`)
  return {
    id: role.id,
    name: role.name,
    isAdminRole: role.isAdmin,
    isGuestRole: role.isGuest,
    isAgentRole: role.isAgent,
    isPreset: role.isAdmin || role.isGuest || role.isAgent || role.name === 'User',
    isArchived: false,
    createdBy,
    createdOn: madeOn,
    updatedBy: createdBy,
    updatedOn: madeOn,
  }
}
