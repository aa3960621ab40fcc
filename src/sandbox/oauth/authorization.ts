import type { World } from '../world'
import { type Client, clientOf, isRegistered } from './clients'
import { refusalPage } from './consent-page'

export type Asked = {
  readonly client: Client
  readonly redirectUri: string
  readonly parameters: URLSearchParams
}
export type Refusal = { readonly answer: Response | Promise<Response> }

/** What is asked for, or the answer that it cannot be had: never a redirect to an address that is not registered. */
export function askedFor(
  world: World,
  system: string,
  parameters: URLSearchParams,
): Asked | Refusal {
  const client = clientOf(world, parameters.get('client_id') ?? '')
  const redirectUri = parameters.get('redirect_uri') ?? ''
  if (!client) return { answer: refusalPage(system, 'This client is not registered.') }
  if (!isRegistered(client, redirectUri)) {
    const reason = 'The address to return to is not registered for this client.'
    return { answer: refusalPage(system, reason) }
  }
  const asked = { client, redirectUri, parameters }
  if (parameters.get('response_type') !== 'code')
    return { answer: back(asked, { error: 'unsupported_response_type' }) }
  if (!parameters.get('code_challenge') || parameters.get('code_challenge_method') !== 'S256') {
    return {
      answer: back(asked, {
        error: 'invalid_request',
        error_description: 'PKCE with S256 is required.',
      }),
    }
  }
  return asked
}

/** The browser returns to the client with this. */
export function back({ redirectUri, parameters }: Asked, answer: Record<string, string>): Response {
  const target = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value)
  const state = parameters.get('state')
  if (state) target.searchParams.set('state', state)
  return new Response(null, { status: 302, headers: { location: target.href } })
}
