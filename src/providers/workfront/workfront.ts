import type { Administration } from '../administration'
import { once, part } from '../loading'
import type { Operator, Provider, Vendor } from '../provider'
import { atOnce, type Client, createClient } from './client'
import { columns, flags, views } from './columns'
import { readDirectory } from './directory'
import { forecast } from './forecast'
import { identify } from './identify'
import { createReads, type Reads } from './reads'
import { actRight, figures, notOffered, rulesFor } from './rules'

export const workfront: Vendor = {
  id: 'workfront',
  name: 'Workfront',
  tokenLabel: 'API key',
  figures,
  // "You do not need to specify scopes."
  // https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/oauth-app-pkce-flow
  scope: '',
  tokenTypes: ['sessionid'],
  renewsWithRedirectUri: true,

  oauthEndpoints: apiUrl => {
    const base = apiUrl.replace(/\/attask\/.*$/, '').replace(/\/+$/, '')
    return {
      authorizeUrl: `${base}/integrations/oauth2/authorize`,
      tokenUrl: `${base}/integrations/oauth2/api/v1/token`,
      registrationUrl: undefined,
    }
  },

  identify: (apiUrl, credentials, signal) =>
    identify(createClient(apiUrl, credentials), apiUrl, signal),

  connect: ({ apiUrl, clientId, siteUrl }, credentials, operator): Provider => {
    const client = createClient(apiUrl, credentials)
    const reads = createReads(client)
    return {
      id: 'workfront',
      name: 'Workfront',
      operator,
      columns,
      flags,
      views,
      statuses: ['active', 'deactivated', 'pendingApproval'],
      kinds: ['person', 'apiUser'],
      figures,
      // System Administrator is given in the Adobe Admin Console only.
      rules: rulesFor(operator, async signal =>
        (await reads.levels(signal)).filter(level => !level.isAdmin),
      ),
      // What counts is how many are under way; a write takes longer than a tenth of a second anyway.
      pace: { perSecond: 10, atOnce },
      directory: signal => readDirectory(reads, operator, signal),
      user: async (id, signal) => (await reads.user(id, signal))?.user,
      admins: { run: reads.admins },
      // No address of one user in Workfront's own UI is documented, only the tenant's.
      userUrl: () => siteUrl,
      forecast: { run: (user, action, signal) => forecast(reads, operator, user, action, signal) },
      actions: {
        activate: { run: (user, until, level) => setActive(client, user.id, true, until, level) },
        deactivate: { run: (user, until) => setActive(client, user.id, false, until) },
        archive: { reason: notOffered.archive },
        unarchive: { reason: notOffered.unarchive },
        delete: { reason: notOffered.delete },
      },
      administration: { run: once(() => loadAdministration(client, reads, operator)) },
      noApiUsers:
        'Workfront’s technical accounts are made in the Adobe Developer Console. They are among the users here, marked as API users.',
      // Its `logout` takes the token in the address, where tokens are logged.
      revoke: {
        reason: clientId
          ? 'This browser has forgotten the token. Workfront offers no safe way to end it from here: it ends by itself, after the time set for Rollcall in Workfront’s setup.'
          : 'An API key can be taken back in Workfront’s setup only.',
      },
    }
  },
}

/**
 * There is no action for it, it is a field like others.
 * https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/tips-troubleshooting-apis/deactivate-a-user-via-api
 */
async function setActive(
  client: Client,
  id: string,
  isActive: boolean,
  until: AbortSignal,
  accessLevelID?: string,
): Promise<undefined> {
  const body = accessLevelID === undefined ? { isActive } : { isActive, accessLevelID }
  const path = `/user/${encodeURIComponent(id)}`
  await client.call({ method: 'PUT', path, body, until, right: actRight })
}

async function loadAdministration(
  client: Client,
  reads: Reads,
  operator: Operator,
): Promise<Administration> {
  const { createAdministration } = await part(import('./administration'))
  return createAdministration(client, reads, operator)
}
