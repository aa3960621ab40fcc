import { Hono } from 'hono'
import { z } from 'zod'
import type { StoredUser } from '../population/model'
import { uuidOf, written } from '../population/seeded'
import type { AworkEnv } from './env'
import { invalid, notFound } from './errors'
import { needs } from './rights'

/** https://developers.awork.com/api-reference/api-users. They are in `/users` too, under the same id. */
export const apiUsers = new Hono<AworkEnv>()

const reads = needs('workspace-manage-config', 'read')
const writes = needs('workspace-manage-config', 'write')

/** Not paged. */
apiUsers.get('/apiusers', reads, c =>
  c.json(
    c.var.workspace
      .users()
      .filter(({ kind }) => kind === 'apiUser')
      .map(onWire),
  ),
)

apiUsers.get('/apiusers/:apiUserId', reads, c => {
  const user = c.var.workspace.user(c.req.param('apiUserId'))
  return user?.kind === 'apiUser' ? c.json(onWire(user)) : notFound(c, 'API user')
})

const putForm = z.object({ name: z.string().min(1), roleId: z.string().nullish() })
const postForm = putForm.extend({ clientId: z.string().nullish() })

apiUsers.post('/apiusers', writes, c => {
  const { workspace, world, caller } = c.var
  const form = postForm.safeParse(c.var.body)
  if (!form.success) return invalid(c, form.error)
  const { name, roleId, clientId } = form.data
  const role = workspace.role(roleId ?? adminRoleId(workspace.population.roles))
  if (!role) return notFound(c, 'role')
  const now = written(world.now())
  const nth = workspace.users().length
  return c.json(
    onWire(
      workspace.put({
        ...blank,
        id: uuidOf(`${workspace.id} API user ${name} ${nth} ${now}`),
        firstName: name,
        roleId: role.id,
        clientId: clientId ?? undefined,
        createdOn: now,
        createdBy: caller.user.id,
        updatedOn: now,
        updatedBy: caller.user.id,
      }),
    ),
  )
})

apiUsers.put('/apiusers/:apiUserId', writes, c => {
  const { workspace, world, caller } = c.var
  const user = workspace.user(c.req.param('apiUserId'))
  if (user?.kind !== 'apiUser') return notFound(c, 'API user')
  const form = putForm.safeParse(c.var.body)
  if (!form.success) return invalid(c, form.error)
  const role = workspace.role(form.data.roleId ?? adminRoleId(workspace.population.roles))
  if (!role) return notFound(c, 'role')
  return c.json(
    onWire(
      workspace.put({
        ...user,
        firstName: form.data.name,
        roleId: role.id,
        updatedOn: written(world.now()),
        updatedBy: caller.user.id,
      }),
    ),
  )
})

/** Whether its keys end with it is not documented; here they do. */
apiUsers.delete('/apiusers/:apiUserId', writes, c => {
  const { workspace } = c.var
  const user = workspace.user(c.req.param('apiUserId'))
  if (user?.kind !== 'apiUser') return notFound(c, 'API user')
  workspace.remove(user.id)
  return c.body(null, 204)
})

/** "If no role is specified, the user will become an admin." */
function adminRoleId(roles: readonly { readonly id: string; readonly isAdmin: boolean }[]): string {
  return roles.find(role => role.isAdmin)?.id ?? ''
}

function onWire(user: StoredUser) {
  const { id, firstName, roleId, clientId, createdOn, createdBy, updatedOn, updatedBy } = user
  return { id, name: firstName, roleId, clientId, createdOn, createdBy, updatedOn, updatedBy }
}

const blank = {
  kind: 'apiUser',
  special: undefined,
  lastName: undefined,
  title: undefined,
  position: undefined,
  gender: undefined,
  birthDate: undefined,
  language: undefined,
  invitationAccepted: true,
  isArchived: false,
  isDeactivated: false,
  deactivatedOn: undefined,
  teamIds: [],
  tags: [],
  contactInfos: [],
} as const
