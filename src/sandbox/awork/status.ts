import { Hono } from 'hono'
import { z } from 'zod'
import { type StoredUser, takesSeat } from '../population/model'
import { uuidOf, written } from '../population/seeded'
import { lastAdmin } from './admins'
import type { AworkContext, AworkEnv } from './env'
import { invalid, notFound, problem } from './errors'
import { resolveOrphans } from './orphans'
import { needs } from './rights'
import { userOnWire } from './wire'

/** Who may be in: https://developers.awork.com/api-reference/users */
export const status = new Hono<AworkEnv>()

/** "The user is then allowed to sign in again and will be notified via email." Activating the active changes nothing. */
status.post('/users/:userId/activate', needs('user-manage-config', 'write'), c => {
  const { workspace } = c.var
  const user = workspace.user(c.req.param('userId'))
  if (!user) return notFound(c, 'user')
  if (!user.isDeactivated) return c.body(null, 204)
  const active = { ...user, isDeactivated: false, deactivatedOn: undefined }
  const refused = noSeat(c, user, active)
  if (refused) return refused
  workspace.put(stamped(c, active))
  return c.body(null, 204)
})

/** With `includeSummary` 200 and the two counters, else 204; the projects are dealt with either way. */
status.post('/users/:userId/deactivate', needs('user-manage-config', 'write'), c => {
  const { workspace, world } = c.var
  const user = workspace.user(c.req.param('userId'))
  if (!user) return notFound(c, 'user')
  const refused = lastAdmin(c, user)
  if (refused) return refused
  const summary = resolveOrphans(workspace, user.id)
  if (!user.isDeactivated) {
    workspace.put(stamped(c, { ...user, isDeactivated: true, deactivatedOn: written(world.now()) }))
  }
  return c.req.query('includeSummary')?.toLowerCase() === 'true'
    ? c.json(summary)
    : c.body(null, 204)
})

const archivedForm = z.object({ isArchived: z.boolean() })

/** The right is the odd one that awork's OpenAPI document states. Only the mark changes: the user stays as they were under it. */
status.post('/users/:userId/setarchived', needs('project-manage-config', 'write'), c => {
  const { workspace } = c.var
  const user = workspace.user(c.req.param('userId'))
  if (!user) return notFound(c, 'user')
  const form = archivedForm.safeParse(c.var.body)
  if (!form.success) return invalid(c, form.error)
  const marked = { ...user, isArchived: form.data.isArchived }
  const refused = marked.isArchived ? lastAdmin(c, user) : noSeat(c, user, marked)
  if (refused) return refused
  if (marked.isArchived) resolveOrphans(workspace, user.id)
  const changed = workspace.put(stamped(c, marked))
  return c.json({ ...userOnWire(workspace, changed), accountId: uuidOf(`account ${user.id}`) })
})

function noSeat(c: AworkContext, before: StoredUser, after: StoredUser): Response | undefined {
  if (takesSeat(before) || !takesSeat(after) || c.var.workspace.freeSeats() > 0) return undefined
  return problem(
    c,
    'insufficient-seats',
    'There are not enough remaining seats while trying to invite or activate users.',
  )
}

function stamped(c: AworkContext, user: StoredUser): StoredUser {
  return { ...user, updatedOn: written(c.var.world.now()), updatedBy: c.var.caller.user.id }
}
