import { userIdOf } from '../population/draft'
import type { Workspace } from '../workspace'
import { type World, workspaceNamed } from '../world'
import { problem } from './errors'
import type { WorkfrontUser } from './model'
import { accountIdOf } from './population/account'
import { type Tenant, tenantOf } from './tenant'

/** Keys to paste: `sandbox-admin-acme` acts as this one in the tenant of the workspace “acme”. */
const pasted: Record<string, string> = {
  admin: 'Ada Lindqvist',
  manager: 'Ben Okoro',
  support: 'Cleo Marchetti',
  guest: 'Lamar Whitfield',
}

export type Asker = {
  readonly workspace: Workspace
  readonly tenant: Tenant
  readonly caller: WorkfrontUser
  readonly sessionId: string | undefined
}

type Credential = { readonly sessionId: string | undefined; readonly apiKey: string | undefined }

/**
 * A token of OAuth goes in `sessionID`, an API key in `apiKey`; both are taken from the address too, and of both the
 * token counts. A key in the place of a token is "not currently logged in". Cookies are ignored.
 * https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-basics
 */
export function credentialOf(request: Request): Credential {
  const { searchParams } = new URL(request.url)
  const given = (name: string) => request.headers.get(name) ?? searchParams.get(name) ?? undefined
  return { sessionId: given('sessionID'), apiKey: given('apiKey') }
}

export function askerOf(world: World, { sessionId, apiKey }: Credential): Asker {
  const found = sessionId === undefined ? keyHolder(world, apiKey) : tokenHolder(world, sessionId)
  if (!found) {
    // Of a key that is wrong or has expired the words are not documented.
    const isKey = sessionId === undefined && apiKey !== undefined
    throw problem('notAuthenticated', isKey ? 'Invalid or expired API key.' : undefined)
  }
  const { workspace, tenant, caller } = found
  if (!caller.isActive) throw problem('notAuthenticated')
  return { workspace, tenant, caller, sessionId }
}

type Holder = Pick<Asker, 'workspace' | 'tenant' | 'caller'>

function keyHolder(world: World, key = ''): Holder | undefined {
  const [, who = '', name] = /^sandbox-([a-z]+)-(.+)$/.exec(key) ?? []
  const persona = pasted[who]
  if (persona === undefined || name === undefined) return undefined
  const workspace = workspaceNamed(world, name)
  if (workspace.pastedTokensExpired) return undefined
  return holder(world, workspace, personaId(workspace, persona))
}

function tokenHolder(world: World, token: string): Holder | undefined {
  for (const grant of world.grants) {
    const issued = grant.accessTokens.find(entry => entry.token === token)
    if (!issued) continue
    if (issued.expiresAt <= world.now()) return undefined
    return holder(world, workspaceNamed(world, grant.workspace), grant.userId)
  }
  return undefined
}

function holder(world: World, workspace: Workspace, userId: string): Holder | undefined {
  const tenant = tenantOf(world, workspace)
  const caller = tenant.user(userId)
  return caller && { workspace, tenant, caller }
}

/** The Workfront id of somebody with a name to remember. */
export function personaId(workspace: Workspace, name: string): string {
  const { template } = workspace.population
  return accountIdOf(template, userIdOf(template, name))
}
