import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type World, workspaceNamed } from '../world'
import { dateOnWire } from './dates'
import { nameOf, type WorkfrontUser } from './model'
import { workfrontSettings } from './settings'
import { changeBySomebodyElse, changeSchema } from './somebody-else'
import { type Tenant, tenantOf } from './tenant'

/** The Workfront of a workspace, from behind: below `/sandbox/workspaces/{workspace}/workfront`. */
export function workfrontControl(world: World): Hono {
  const app = new Hono()
  const here = (c: Context) => tenantOf(world, workspaceNamed(world, c.req.param('name') ?? ''))

  app.get('/', c => c.json(summary(here(c))))

  /** Sets what is given. */
  app.put('/', async c => {
    const tenant = here(c)
    const { freeLicenses = {}, ...settings } = settingsSchema.parse(await c.req.json())
    Object.assign(tenant.settings, settings)
    for (const [type, free] of Object.entries(freeLicenses)) {
      tenant.settings.licenses[type] = tenant.usedLicenses(type) + free
    }
    return c.json(summary(tenant))
  })

  /** Whoever's name or e-mail contains `name`; everybody without it. */
  app.get('/users', c => {
    const wanted = (c.req.query('name') ?? '').toLowerCase()
    const tenant = here(c)
    const found = tenant
      .users()
      .filter(user => `${nameOf(user)} ${user.email}`.toLowerCase().includes(wanted))
    return c.json(found.map(user => brief(tenant, user)))
  })

  /** The truth, and what was asked about them; a user who is gone answers 404, with the log all the same. */
  app.get('/users/:id', c => {
    const tenant = here(c)
    const user = tenant.user(c.req.param('id'))
    const { reads, writes, turnedAway, entries } = tenant.log(c.req.param('id'))
    const asked = { reads, writes, turnedAway, log: entries }
    return user ? c.json({ ...brief(tenant, user), ...asked }) : c.json(asked, 404)
  })

  app.patch('/users/:id', async c => {
    const tenant = here(c)
    const change = changeSchema.parse(await c.req.json())
    const user = changeBySomebodyElse(world, tenant, c.req.param('id'), change)
    return user ? c.json(brief(tenant, user)) : c.json({ error: 'There is no such user.' }, 404)
  })

  /** They are no longer in Workfront at all. */
  app.delete('/users/:id', c => {
    here(c).remove(c.req.param('id'))
    return c.body(null, 204)
  })
  return app
}

const settingsSchema = z.strictObject({
  ...workfrontSettings.partial().shape,
  /** How many are free now, by type. */
  freeLicenses: z.record(z.string(), z.int().min(0)).optional(),
})

function summary(tenant: Tenant) {
  const users = tenant.users()
  return {
    id: tenant.id,
    users: users.length,
    active: users.filter(({ isActive }) => isActive).length,
    pending: users.filter(({ approval }) => approval).length,
    underWay: tenant.underWay,
    ...tenant.settings,
  }
}

function brief(tenant: Tenant, user: WorkfrontUser) {
  const { groups } = tenant.population
  return {
    id: user.id,
    name: nameOf(user),
    email: user.email,
    isActive: user.isActive,
    isPending: user.approval !== undefined,
    accessLevel: tenant.accessLevelOf(user)?.name ?? null,
    homeGroup: groups.find(({ id }) => id === user.homeGroupId)?.name ?? null,
    scheduleDeactivationDate: user.deactivatesAt ? dateOnWire(user.deactivatesAt) : null,
    actualDeactivationDate: user.deactivatedAt ? dateOnWire(user.deactivatedAt) : null,
  }
}
