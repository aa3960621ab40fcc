import { Hono } from 'hono'
import type { AworkEnv } from './env'
import { notFound } from './errors'

/** https://developers.awork.com/api-reference/workspaces: one's own only. */
export const workspaces = new Hono<AworkEnv>()

workspaces.get('/workspaces/:workspaceId', c => {
  const { workspace } = c.var
  if (c.req.param('workspaceId') !== workspace.id) return notFound(c, 'workspace')
  return c.json({
    id: workspace.id,
    name: workspace.displayName,
    language: 'en-GB',
    subdomains: [{ name: workspace.name, isDefault: true }],
    memberCount: workspace.users().filter(({ kind }) => kind === 'person').length,
    allowSocialLogin: true,
    allowCredentialsLogin: true,
    allowSSOLogin: false,
    allowAutomaticScimUserBooking: false,
    sameDomainSignupEnabled: false,
    requireMfa: false,
    isScimActivated: false,
    isFull: workspace.freeSeats() <= 0,
    hasImage: false,
    lastUsed: true,
    isTestWorkspace: true,
    isApproved: true,
    isJoinable: false,
    createdOn: '2021-06-01T12:06:35.27Z',
    updatedOn: '2026-11-02T08:15:00.4Z',
  })
})
