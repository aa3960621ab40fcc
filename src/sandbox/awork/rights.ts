import { createMiddleware } from 'hono/factory'
import type { AworkEnv, Caller } from './env'
import { problem } from './errors'

/** Whether somebody's role has a right: "the admin role has all features". https://developers.awork.com/permissions */
export function has({ role }: Caller, feature: string, level: string): boolean {
  return (
    role.isAdmin ||
    role.rights.some(right => right.feature === feature && right.levels.includes(level))
  )
}

/**
 * Turns away who lacks a right; `owner`: unless it is about oneself. What each operation needs is its `x-access`
 * in awork's OpenAPI document; a missing right is a 401 with code `unauthorized`.
 */
export function needs(feature: string, level: string, owner?: 'owner') {
  return createMiddleware<AworkEnv>(async (c, next) => {
    const own = owner !== undefined && c.req.param('userId') === c.var.caller.user.id
    if (!own && !has(c.var.caller, feature, level)) {
      return problem(c, 'unauthorized', `Insufficient permissions: this needs ${feature}:${level}.`)
    }
    return next()
  })
}

export const needsAdmin = createMiddleware<AworkEnv>(async (c, next) =>
  c.var.caller.role.isAdmin
    ? next()
    : problem(c, 'unauthorized', 'Insufficient permissions: this needs the admin role.'),
)
