import { FailureError } from '../http/failure'
import { paths } from '../paths'
import type { Credentials, Vendor } from '../providers/provider'
import type { Listed } from '../providers/registry'
import { clientIdFor, clientWorked, forgetClient } from './client'
import type { Connection } from './config'
import { type Identity, identified } from './identity'
import { loadOAuth } from './parts'
import type { SignInProblem } from './problem'
import type { Sessions } from './session'
import type { Tokens } from './stored'
import { canBeToken } from './token'
import { type Pending, rememberPending, takePending } from './transaction'

/** The ways to sign in, each a pair: begin, then finish. */

/** Where to send the operator for their consent. `mark` leads the state. */
export async function beginSignIn(
  { environment, vendorOf }: Sessions,
  connection: Connection,
  mark = '',
) {
  if (!('subtle' in crypto)) return { problem: { kind: 'insecurePage' } } as const
  const [oauth, vendor] = await Promise.all([loadOAuth(), loadVendor(vendorOf(connection))])
  if (!oauth || !vendor) return { problem: { kind: 'notLoaded' } } as const
  const { authorizationRequest, registerClient, serverOf } = oauth
  const server = serverOf(connection, vendor, environment.origin)
  const redirectUri = environment.origin + paths.callback
  const { scope } = vendor
  const client = await clientIdFor(connection, redirectUri, environment, () =>
    registerClient(server, { redirectUri, scope }, environment),
  )
  if ('problem' in client) return client
  const { clientId } = client
  return authorizationRequest(server, { clientId, redirectUri, scope }, mark)
}

/** Signs in with this window: keeps what the callback needs, and says where to go. */
export async function beginRedirect(
  sessions: Sessions,
  connection: Connection,
  returnTo: string,
): Promise<{ readonly url: string } | { readonly problem: SignInProblem }> {
  const begun = await beginSignIn(sessions, connection)
  if ('problem' in begun) return begun
  const { storage, now } = sessions.environment
  const { transaction, url } = begun
  rememberPending(storage, {
    ...transaction,
    connectionId: connection.id,
    returnTo,
    startedAt: now(),
  })
  return { url }
}

export type Finished =
  | { readonly returnTo: string }
  | {
      readonly problem: SignInProblem
      /** Which sign-in it was, where that is known. */
      readonly connection?: Connection
      readonly returnTo?: string
    }

/** `answer`: the query of `/callback`. */
export async function finishRedirect(
  sessions: Sessions,
  answer: URLSearchParams,
): Promise<Finished> {
  const { storage } = sessions.environment
  if ([...answer].length === 0) return { problem: { kind: 'nothingToExchange' } }
  const taken = takePending(storage, answer.get('state'))
  if ('problem' in taken) return taken
  const { connectionId, returnTo } = taken.pending
  const connection = sessions.config.connections.find(({ id }) => id === connectionId)
  if (!connection) return { problem: { kind: 'stateUnknown' } }
  const finished = await exchange(sessions, connection, taken.pending, answer)
  if ('problem' in finished) return { ...finished, connection, returnTo }
  sessions.start(connection, finished.identity)
  return { returnTo }
}

/** The code for tokens, and the tokens for whose they are. */
export async function exchange(
  sessions: Sessions,
  connection: Connection,
  transaction: Omit<Pending, 'connectionId' | 'returnTo' | 'startedAt'>,
  answer: URLSearchParams,
): Promise<Identified> {
  const { environment, vendorOf } = sessions
  const [oauth, vendor] = await Promise.all([loadOAuth(), loadVendor(vendorOf(connection))])
  if (!oauth || !vendor) return { problem: { kind: 'notLoaded' } }
  const { exchangeCode, serverOf } = oauth
  const server = serverOf(connection, vendor, environment.origin)
  const exchanged = await exchangeCode(server, transaction, answer, environment)
  if ('problem' in exchanged) {
    const { problem } = exchanged
    const isUnknownClient =
      problem.kind === 'refused' && /^(invalid|unauthorized)_client$/.test(problem.code ?? '')
    if (isUnknownClient) forgetClient(connection, environment)
    return exchanged
  }
  clientWorked(connection, environment)
  return identify(sessions, connection, exchanged.tokens)
}

/** A token that somebody pasted. */
export async function checkPasted(
  sessions: Sessions,
  connection: Connection,
  token: string,
): Promise<Identified> {
  if (!canBeToken(token)) return { problem: { kind: 'notAToken' } }
  return identify(sessions, connection, { means: 'pasted', access: token, generation: 1 })
}

export type Identified = { readonly identity: Identity } | { readonly problem: SignInProblem }

async function identify(
  { vendorOf }: Sessions,
  connection: Connection,
  tokens: Tokens,
): Promise<Identified> {
  const vendor = await loadVendor(vendorOf(connection))
  if (!vendor) return { problem: { kind: 'notLoaded' } }
  const found = await identified(vendor, connection, fixed(tokens))
  return 'failure' in found
    ? { problem: { kind: 'notIdentified', failure: found.failure } }
    : { identity: { operator: found.operator, tokens, vendor } }
}

/** `undefined`: it did not arrive. */
function loadVendor(vendor: Listed): Promise<Vendor | undefined> {
  return vendor.load().catch(() => undefined)
}

/** A token that nobody has signed in with yet: there is nothing to renew it with. */
function fixed({ access, means }: Tokens): Credentials {
  return {
    token: () => access,
    means: () => means,
    renew: () => Promise.reject(new FailureError({ kind: 'expired', method: 'GET', path: '/' })),
  }
}
