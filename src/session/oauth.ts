import * as oauth from 'oauth4webapi'
import * as z from 'zod/mini'
import { FailureError } from '../http/failure'
import { paths } from '../paths'
import type { Vendor } from '../providers/provider'
import { type Connection, isLoopback } from './config'
import type { Refreshed } from './credentials'
import type { Environment } from './environment'
import type { SignInProblem, Step } from './problem'
import { json, type OAuthTokens } from './stored'
import { canBeToken } from './token'

/** OAuth 2 as a public client in a browser: https://www.rfc-editor.org/rfc/rfc9700, protocol by oauth4webapi. */

export type Server = {
  readonly metadata: oauth.AuthorizationServer
  readonly authorizeUrl: string
  /** What comes with the answer of the token endpoint, besides "Bearer" tokens. */
  readonly tokens: { readonly recognizedTokenTypes: oauth.RecognizedTokenTypes }
  /** Goes along when a token is renewed. */
  readonly renewal: Readonly<Record<string, string>>
  readonly options: (environment: Environment) => {
    readonly [oauth.customFetch]: Environment['fetch']
    readonly [oauth.allowInsecureRequests]: boolean
  }
}

/** The vendors promise neither discovery nor an issuer, so the endpoints come from the config or from the vendor. */
export function serverOf(
  connection: Connection,
  vendor: Pick<Vendor, 'oauthEndpoints' | 'tokenTypes' | 'renewsWithRedirectUri'>,
  origin: string,
): Server {
  const defaults = vendor.oauthEndpoints(connection.apiUrl)
  const absolute = (url: string) => new URL(url, origin).href
  const { authorizeUrl, tokenUrl, registrationUrl } = connection.oauth
  const token = absolute(tokenUrl ?? defaults.tokenUrl)
  const registration = registrationUrl ?? defaults.registrationUrl
  return {
    metadata: {
      issuer: new URL(token).origin,
      token_endpoint: token,
      ...(registration === undefined ? {} : { registration_endpoint: absolute(registration) }),
    },
    authorizeUrl: absolute(authorizeUrl ?? defaults.authorizeUrl),
    tokens: {
      recognizedTokenTypes: Object.fromEntries(
        (vendor.tokenTypes ?? []).map(type => [type, () => {}]),
      ),
    },
    renewal: vendor.renewsWithRedirectUri ? { redirect_uri: origin + paths.callback } : {},
    options: environment => ({
      [oauth.customFetch]: async (url, init) => withoutNulls(await environment.fetch(url, init)),
      // Plain http goes no further than this machine or the page's own origin, which came the same way.
      [oauth.allowInsecureRequests]: [token, ...(registration ? [absolute(registration)] : [])]
        .map(url => new URL(url))
        .filter(url => url.protocol === 'http:')
        .every(url => url.origin === origin || isLoopback(url.hostname)),
    }),
  }
}

/** To us `null` and missing are the same; the library takes a refresh token of `null` for a broken answer. */
async function withoutNulls(answer: Response): Promise<Response> {
  const body = answer.ok ? json(await answer.clone().text()) : undefined
  if (body === undefined) return answer
  return new Response(
    JSON.stringify(body, (_, value) => value ?? undefined),
    answer,
  )
}

export type Registered = { readonly clientId: string } | { readonly problem: SignInProblem }

/**
 * Registers this page's origin as a client (https://www.rfc-editor.org/rfc/rfc7591). "web" is what this is, but awork's
 * own browser clients register as "native", so that is what is tried when "web" is refused.
 */
export async function registerClient(
  server: Server,
  client: { readonly redirectUri: string; readonly scope: string },
  environment: Environment,
): Promise<Registered> {
  if (!server.metadata.registration_endpoint) return { problem: { kind: 'noClient' } }
  const register = async (applicationType: 'web' | 'native') => {
    try {
      const response = await oauth.dynamicClientRegistrationRequest(
        server.metadata,
        {
          client_name: 'Rollcall',
          redirect_uris: [client.redirectUri],
          scope: client.scope,
          application_type: applicationType,
          token_endpoint_auth_method: 'none',
          // Without "refresh_token" here awork issues none.
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
        },
        server.options(environment),
      )
      const made = await oauth.processDynamicClientRegistrationResponse(response)
      // A server may answer with other metadata than it was asked for. A browser cannot keep a secret.
      const method = made['token_endpoint_auth_method'] ?? 'none'
      const problem: SignInProblem = { kind: 'refused', step: 'registration', code: String(method) }
      return method === 'none' ? { clientId: made.client_id } : { problem }
    } catch (error) {
      return { problem: await problemOf(error, 'registration') }
    }
  }
  const registered = await register('web')
  return 'problem' in registered && registered.problem.kind === 'refused'
    ? register('native')
    : registered
}

export type Transaction = {
  readonly state: string
  readonly verifier: string
  readonly clientId: string
  readonly redirectUri: string
}

/** `mark` leads the state, so that whoever gets the answer knows what kind of sign-in it ends. */
export async function authorizationRequest(
  server: Server,
  request: { readonly clientId: string; readonly redirectUri: string; readonly scope: string },
  mark: string,
): Promise<{ readonly url: string; readonly transaction: Transaction }> {
  const { clientId, redirectUri, scope } = request
  const state = mark + oauth.generateRandomState()
  const verifier = oauth.generateRandomCodeVerifier()
  const url = new URL(server.authorizeUrl)
  url.searchParams.set('client_id', clientId)
  url.searchParams.set('response_type', 'code')
  url.searchParams.set('redirect_uri', redirectUri)
  if (scope !== '') url.searchParams.set('scope', scope)
  url.searchParams.set('state', state)
  url.searchParams.set('code_challenge', await oauth.calculatePKCECodeChallenge(verifier))
  url.searchParams.set('code_challenge_method', 'S256')
  return { url: url.href, transaction: { state, verifier, clientId, redirectUri } }
}

/** The answer of the consent page is exchanged for tokens. */
export async function exchangeCode(
  server: Server,
  transaction: Transaction,
  answer: URLSearchParams,
  environment: Environment,
): Promise<{ readonly tokens: OAuthTokens } | { readonly problem: SignInProblem }> {
  const client = { client_id: transaction.clientId }
  const parameters = new URLSearchParams(answer)
  // An issuer can be sent unasked, and what awork's is called is not documented. The state ties the answer to one
  // connection and with it to one token endpoint, which is what the issuer is there for (RFC 9207).
  parameters.delete('iss')
  let step: Step = 'authorize'
  try {
    const checked = oauth.validateAuthResponse(
      server.metadata,
      client,
      parameters,
      transaction.state,
    )
    step = 'token'
    const response = await oauth.authorizationCodeGrantRequest(
      server.metadata,
      client,
      oauth.None(),
      checked,
      transaction.redirectUri,
      transaction.verifier,
      server.options(environment),
    )
    const issued = await oauth.processAuthorizationCodeResponse(
      server.metadata,
      client,
      response,
      server.tokens,
    )
    return {
      tokens: tokensOf(issued, { clientId: transaction.clientId, generation: 1 }, environment),
    }
  } catch (error) {
    return { problem: await problemOf(error, step) }
  }
}

export async function refreshTokens(
  server: Server,
  tokens: OAuthTokens,
  environment: Environment,
): Promise<Refreshed> {
  const client = { client_id: tokens.clientId }
  try {
    const response = await oauth.refreshTokenGrantRequest(
      server.metadata,
      client,
      oauth.None(),
      tokens.refresh ?? '',
      { ...server.options(environment), additionalParameters: server.renewal },
    )
    const issued = await oauth.processRefreshTokenResponse(
      server.metadata,
      client,
      response,
      server.tokens,
    )
    const generation = tokens.generation + 1
    const { refresh } = tokens
    return {
      tokens: {
        refresh,
        ...tokensOf(issued, { clientId: tokens.clientId, generation }, environment),
      },
    }
  } catch (error) {
    const { kind } = await problemOf(error, 'token')
    const isPassing = kind === 'unreachable' || kind === 'server' || kind === 'nonsense'
    return { stop: isPassing ? 'unreachable' : 'ended' }
  }
}

function tokensOf(
  issued: oauth.TokenEndpointResponse,
  given: { readonly clientId: string; readonly generation: number },
  environment: Environment,
): OAuthTokens {
  if (!canBeToken(issued.access_token)) {
    throw new oauth.OperationProcessingError('"access_token" property cannot be sent')
  }
  const now = environment.now()
  return {
    means: 'oauth',
    access: issued.access_token,
    ...(issued.refresh_token === undefined ? {} : { refresh: issued.refresh_token }),
    // Zero would be a token that never was good: the server does not say.
    ...(issued.expires_in ? { expiresAt: now + issued.expires_in * 1_000 } : {}),
    issuedAt: now,
    ...given,
  }
}

/** A programming error is thrown on, never shown as a refusal. */
async function problemOf(error: unknown, step: Step): Promise<SignInProblem> {
  if (error instanceof FailureError) return { kind: 'unreachable', step }
  if (error instanceof oauth.AuthorizationResponseError) {
    const { error: code, error_description: description } = error
    return code === 'access_denied'
      ? { kind: 'denied', description }
      : { kind: 'refused', step, code, description }
  }
  if (error instanceof oauth.ResponseBodyError) {
    const { status, error: code, error_description: description } = error
    if (isPassingStatus(status)) return { kind: 'server', step, status }
    return code === 'invalid_grant'
      ? { kind: 'codeExpired' }
      : { kind: 'refused', step, status, code, description }
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return { kind: 'refused', step, status: error.status }
  }
  if (error instanceof oauth.OperationProcessingError) {
    const answer = error.cause instanceof Response ? error.cause : undefined
    const status = answer?.status ?? 0
    if (isPassingStatus(status)) return { kind: 'server', step, status }
    if (answer && status >= 400) return refusalIn(answer, step)
    return { kind: 'nonsense', step, field: /"(\w+)" property/.exec(error.message)?.[1] }
  }
  if (error instanceof oauth.UnsupportedOperationError) {
    return { kind: 'nonsense', step, field: 'token_type' }
  }
  throw error
}

const word = z.catch(z.optional(z.string()), undefined)

/** A refusal that is not as OAuth words it, but has words all the same: each vendor's APIs have their own. */
const ownRefusal = z.object({
  type: word,
  message: word,
  code: word,
  description: word,
  traceId: word,
})

async function refusalIn(answer: Response, step: Step): Promise<SignInProblem> {
  const { status } = answer
  const text = answer.bodyUsed ? '' : await answer.text().catch(() => '')
  const said = ownRefusal.safeParse(json(text)).data
  const code = said?.type ?? said?.code
  if (code === 'invalid_grant') return { kind: 'codeExpired' }
  const description = said?.message ?? said?.description
  return { kind: 'refused', step, status, code, description, traceId: said?.traceId }
}

function isPassingStatus(status: number) {
  return status >= 500 || status === 429 || status === 408
}
