import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { userOnWire } from '../awork/wire'
import { faultSchema } from '../faults'
import { emailOf, nameOf, type StoredUser } from '../population/model'
import { workfrontControl } from '../workfront/control'
import type { Workspace } from '../workspace'
import { slugOf, type World, workspaceNamed } from '../world'
import { changeBySomebodyElse, changeSchema } from './somebody-else'

/** What no vendor offers: setting the stage for tests, and seeing behind it. Below `/sandbox/workspaces`. */
export function control(world: World): Hono {
  const app = new Hono()
  const here = (c: Context) => workspaceNamed(world, c.req.param('name') ?? '')

  app.get('/:name', c => c.json(summary(here(c))))

  /** Sets what is given; with `users` the workspace starts afresh at that size. */
  app.put('/:name', async c => {
    const settings = await parsed(c, settingsSchema)
    const name = slugOf(c.req.param('name'))
    const workspace =
      settings.users === undefined
        ? workspaceNamed(world, name)
        : world.create(name, settings.users)
    const { rate, seats, tokenLifetimeSeconds, latencyMs } = settings
    if (rate !== undefined) workspace.settings.rate = rate === 'off' ? undefined : rate
    if (seats !== undefined) workspace.settings.seats += seats - workspace.freeSeats()
    if (tokenLifetimeSeconds !== undefined)
      workspace.settings.tokenLifetimeSeconds = tokenLifetimeSeconds
    if (latencyMs !== undefined) workspace.settings.latencyMs = latencyMs
    return c.json(summary(workspace))
  })

  /** Forgets it: the next use makes it afresh. */
  app.delete('/:name', c => {
    world.workspaces.delete(slugOf(c.req.param('name')))
    return c.body(null, 204)
  })

  app.post('/:name/faults', async c => {
    const fault = await parsed(c, faultSchema)
    here(c).faults.add(fault)
    return c.json(fault, 201)
  })

  app.delete('/:name/faults', c => {
    here(c).faults.clear()
    return c.body(null, 204)
  })

  app.post('/:name/expire-tokens', async c => {
    const { refreshToo, pastedToo } = await parsed(c, expireSchema)
    const workspace = here(c)
    for (const grant of world.grants) {
      if (grant.workspace !== workspace.name) continue
      for (const token of grant.accessTokens) token.expiresAt = 0
      if (refreshToo) grant.refreshToken = undefined
    }
    if (pastedToo) workspace.pastedTokensExpired = true
    return c.body(null, 204)
  })

  /** Whoever's name or e-mail contains `name`; everybody without it. */
  app.get('/:name/users', c => {
    const wanted = (c.req.query('name') ?? '').toLowerCase()
    const found = here(c)
      .users()
      .filter(user => `${nameOf(user)} ${emailOf(user) ?? ''}`.toLowerCase().includes(wanted))
    return c.json(found.map(user => brief(user)))
  })

  /** The truth, and what was asked about them; a user who is gone answers 404, with the log all the same. */
  app.get('/:name/users/:id', c => {
    const workspace = here(c)
    const user = workspace.user(c.req.param('id'))
    const { reads, writes, turnedAway, entries } = workspace.log(c.req.param('id'))
    const asked = { reads, writes, turnedAway, log: entries }
    if (!user) return c.json(asked, 404)
    const role = workspace.role(user.roleId)?.name
    return c.json({ ...brief(user), role, user: userOnWire(workspace, user), ...asked })
  })

  app.patch('/:name/users/:id', async c => {
    const change = await parsed(c, changeSchema)
    const user = changeBySomebodyElse(world, here(c), c.req.param('id'), change)
    return user ? c.json(brief(user)) : c.json({ error: 'There is no such user.' }, 404)
  })

  /** Somebody else deletes them. */
  app.delete('/:name/users/:id', c => {
    here(c).remove(c.req.param('id'))
    return c.body(null, 204)
  })

  app.route('/:name/workfront', workfrontControl(world))

  app.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400)
    throw error
  })
  return app
}

const settingsSchema = z.strictObject({
  users: z.int().min(0).max(200_000).optional(),
  rate: z
    .union([
      z.literal('off'),
      z.strictObject({ perSecond: z.int().min(1), perMinute: z.int().min(1) }),
    ])
    .optional(),
  /** How many seats are free now. */
  seats: z.int().min(0).optional(),
  tokenLifetimeSeconds: z.int().min(1).optional(),
  latencyMs: z.int().min(0).optional(),
})

const expireSchema = z.strictObject({
  refreshToo: z.boolean().optional(),
  pastedToo: z.boolean().optional(),
})

/** The body of a request; none is taken for `{}`. */
async function parsed<Shape>(c: Context, schema: z.ZodType<Shape>): Promise<Shape> {
  const text = await c.req.text()
  return schema.parse(text === '' ? {} : JSON.parse(text))
}

function summary(workspace: Workspace) {
  const { rate, tokenLifetimeSeconds, latencyMs } = workspace.settings
  return {
    name: workspace.name,
    displayName: workspace.displayName,
    id: workspace.id,
    users: workspace.users().length,
    freeSeats: workspace.freeSeats(),
    rate: rate ?? 'off',
    tokenLifetimeSeconds,
    latencyMs,
  }
}

function brief(user: StoredUser) {
  return {
    id: user.id,
    name: nameOf(user),
    email: emailOf(user),
    kind: user.kind,
    isDeactivated: user.isDeactivated,
    isArchived: user.isArchived,
    invitationAccepted: user.invitationAccepted,
  }
}
