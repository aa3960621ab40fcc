import { Hono } from 'hono'
import { z } from 'zod'
import { written } from '../population/seeded'
import { lastAdmin } from './admins'
import type { AworkEnv } from './env'
import { invalid, notFound, problem } from './errors'
import { page } from './list'
import { resolveOrphans } from './orphans'
import { has, needs } from './rights'
import { userOnWire } from './wire'

/** https://developers.awork.com/api-reference/users */
export const users = new Hono<AworkEnv>()

/**
 * "Returns all users if the user has read permissions on user-master-data, otherwise returns only his own user.
 * Archived users are excluded by default. […] this will also include API users".
 */
users.get('/users', c => {
  const { workspace, caller } = c.var
  const archivedToo = c.req.query('showArchived')?.toLowerCase() === 'true'
  const all = has(caller, 'user-master-data', 'read') ? workspace.users() : [caller.user]
  const shown = archivedToo ? all : all.filter(user => !user.isArchived)
  return page(c, shown, user => userOnWire(workspace, user))
})

/** Guesses from the shape of the address; 204 when there is nothing to guess. */
users.get('/users/autofill/:email', c => {
  const [, first, last] = /^([a-z]{2,})\.([a-z-]{2,})@/i.exec(c.req.param('email')) ?? []
  if (first === undefined || last === undefined) return c.body(null, 204)
  const capital = (name: string) => name.replace(/(^|-)\w/g, letter => letter.toUpperCase())
  const known = c.var.workspace
    .users()
    .find(user => user.firstName === capital(first) && user.gender)
  return c.json({ firstName: capital(first), lastName: capital(last), gender: known?.gender })
})

users.get('/users/tags', c => {
  const counts = new Map<string, number>()
  for (const tag of c.var.workspace.users().flatMap(user => user.tags))
    counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const byCount = [...counts].sort(([, one], [, other]) => other - one)
  return c.json(byCount.map(([name]) => ({ name, color: 'purple' })))
})

users.get('/users/:userId', c => {
  const { workspace, caller } = c.var
  const user = workspace.user(c.req.param('userId'))
  if (!user) return notFound(c, 'user')
  if (user.id !== caller.user.id && !has(caller, 'user-master-data', 'read')) {
    return problem(c, 'unauthorized', 'Insufficient permissions: this needs user-master-data:read.')
  }
  return c.json(userOnWire(workspace, user))
})

/** Missing, null and empty are the same. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullable()
    .default(null)
    .transform(value => value ?? undefined)

const userForm = z.object({
  firstName: text(1000),
  lastName: text(1000),
  birthDate: z.iso
    .datetime()
    .nullable()
    .default(null)
    .transform(value => value ?? undefined),
  gender: text(25),
  title: text(100),
  position: text(1000),
  language: text(25),
})

/** All seven fields are replaced: one that is not sent is emptied. */
users.put('/users/:userId', needs('user-master-data', 'write', 'owner'), c => {
  const { workspace, world, caller } = c.var
  const user = workspace.user(c.req.param('userId'))
  if (!user) return notFound(c, 'user')
  const form = userForm.safeParse(c.var.body)
  if (!form.success) return invalid(c, form.error)
  const changed = workspace.put({
    ...user,
    ...form.data,
    updatedOn: written(world.now()),
    updatedBy: caller.user.id,
  })
  return c.json(userOnWire(workspace, changed))
})

users.delete('/users/:userId', needs('user-manage-config', 'delete'), c => {
  const { workspace } = c.var
  const user = workspace.user(c.req.param('userId'))
  if (!user) return notFound(c, 'user')
  const refused = lastAdmin(c, user)
  if (refused) return refused
  resolveOrphans(workspace, user.id)
  workspace.remove(user.id)
  return c.body(null, 204)
})
