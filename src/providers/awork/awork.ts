import { failureOf } from '../../http/failure'
import type { Administration } from '../administration'
import { once, part } from '../loading'
import type { Ability, Action, Operator, Provider, Summary, User, Vendor } from '../provider'
import { readAdmins } from './admins'
import { type Client, createClient } from './client'
import { columns, flags, views } from './columns'
import { deletion, deletionRules } from './deletion'
import { readDirectory } from './directory'
import { readUser } from './oneUser'
import { createReads, type Reads } from './reads'
import { configRight, gated, rightFor } from './rights'
import { figures, rules } from './rules'
import { toSummary } from './wire'

export const awork: Vendor = {
  id: 'awork',
  name: 'awork',
  tokenLabel: 'Access token',
  figures,
  // `offline_access` is what brings a refresh token. https://developers.awork.com/authentication
  scope: 'full_access offline_access',

  oauthEndpoints: apiUrl => {
    const base = apiUrl.replace(/\/+$/, '')
    return {
      authorizeUrl: `${base}/accounts/authorize`,
      tokenUrl: `${base}/accounts/token`,
      registrationUrl: `${base}/clientapplications/register`,
    }
  },

  identify: async (apiUrl, credentials, signal) => {
    const { identify } = await part(import('./identify'))
    return identify(createClient(apiUrl, credentials), signal)
  },

  connect: ({ apiUrl, clientId }, credentials, operator): Provider => {
    const client = createClient(apiUrl, credentials)
    const reads = createReads(client)
    return {
      id: 'awork',
      name: 'awork',
      operator,
      columns,
      flags,
      views,
      statuses: ['invited', 'active', 'deactivated', 'archived'],
      kinds: ['person', 'apiUser', 'external', 'agent'],
      figures,
      rules: { ...rules, delete: deletionRules(reads, operator) },
      // Half of 1,000 requests a minute, and each write comes with a read after it and two before: the user, and what
      // hangs on them. The client holds everything else within the same half.
      // https://developers.awork.com/rate-limits
      pace: { perSecond: 2, atOnce: 4 },
      directory: signal => readDirectory(reads, operator, signal),
      user: (id, signal) => readUser(reads, operator, id, signal),
      admins: gated(operator, configRight, signal => readAdmins(reads, signal)),
      // No address of a user in awork's own UI is documented or was seen, only the workspace's.
      userUrl: () => operator.workspace.url,
      forecast: {
        run: async (user, action, signal, order) => {
          const { forecast } = await part(import('./forecast'))
          return forecast(reads, operator, user, action, signal, order)
        },
      },
      actions: {
        activate: action(client, operator, 'activate', ({ id }) => ({
          method: 'POST',
          path: `/users/${encodeURIComponent(id)}/activate`,
        })),
        // The summary is asked for because it is the only word on what became of private projects; as far as known
        // they are dealt with whether it is asked for or not.
        deactivate: action(client, operator, 'deactivate', ({ id }) => ({
          method: 'POST',
          path: `/users/${encodeURIComponent(id)}/deactivate`,
          query: { includeSummary: 'true' },
        })),
        archive: action(client, operator, 'archive', user => archiving(user, true)),
        unarchive: action(client, operator, 'unarchive', user => archiving(user, false)),
        delete: deletion(client, reads, operator),
      },
      administration: { run: once(() => loadAdministration(client, reads, operator)) },
      revoke: clientId
        ? { run: signal => revoke(client, clientId, signal) }
        : { reason: 'A pasted token or API key can be taken back in awork’s settings only.' },
    }
  },
}

/** Not before it is needed: the first rows do without. */
async function loadAdministration(
  client: Client,
  reads: Reads,
  operator: Operator,
): Promise<Administration> {
  const { createAdministration } = await part(import('./administration'))
  return createAdministration(client, reads, operator)
}

type Request = Pick<Parameters<Client['call']>[0], 'method' | 'path' | 'query' | 'body'>

function action(
  client: Client,
  operator: Operator,
  name: Action,
  request: (user: User) => Request,
): Ability<(user: User, signal: AbortSignal) => Promise<Summary | undefined>> {
  const right = rightFor(name)
  return gated(operator, right, async (user: User, until: AbortSignal) => {
    const answer = await client.call({ ...request(user), until, right })
    return name === 'deactivate' ? toSummary(answer.body) : undefined
  })
}

function archiving({ id }: User, isArchived: boolean): Request {
  const path = `/users/${encodeURIComponent(id)}/setarchived`
  return { method: 'POST', path, body: { isArchived } }
}

/** Ends it for every session of this account with this client. https://developers.awork.com/apiv1/accounts */
async function revoke(client: Client, clientId: string, signal: AbortSignal): Promise<void> {
  const path = `/accounts/me/authorizedclients/${encodeURIComponent(clientId)}`
  try {
    await client.call({ method: 'DELETE', path, signal })
  } catch (error) {
    // There is no grant any more: what was wanted is so.
    if (failureOf(error).kind !== 'notFound') throw error
  }
}
