import { challengeOf } from '../../oauth/grants'
import type { Sandbox } from '../../sandbox'

/** For tests: what a client and a person in front of a browser send when signing in. */

export const redirectUri = 'http://localhost:5173/callback'
export const verifier = 'a-verifier-of-forty-three-letters-at-the-least-0'

export const ordinary = {
  client_id: 'rollcall',
  response_type: 'code',
  redirect_uri: redirectUri,
  scope: 'full_access offline_access',
  state: 'the-state',
  code_challenge: challengeOf(verifier),
  code_challenge_method: 'S256',
}

type Form = Readonly<Record<string, string>>

export function apiRoot(workspace?: string): string {
  return `http://localhost/sandbox/${workspace ? `${workspace}/` : ''}awork/api/v1`
}

export function signingIn(sandbox: Sandbox) {
  const consent = (form: Form = {}) => {
    const person = { who: 'Ada Lindqvist', workspace: 'acme', answer: 'allow' }
    const body = new URLSearchParams({ ...ordinary, ...person, ...form })
    return sandbox.fetch(new Request(`${apiRoot()}/accounts/authorize`, { method: 'POST', body }))
  }

  /** The parameters with which the browser returns. */
  const callback = async (form: Form = {}) => {
    const location = (await consent(form)).headers.get('location')
    if (location === null) throw new Error('The page of consent did not redirect.')
    return new URL(location).searchParams
  }

  const post = async (form: Form, headers: Form = {}) => {
    const body = new URLSearchParams(form)
    const request = new Request(`${apiRoot()}/accounts/token`, { method: 'POST', body, headers })
    const response = await sandbox.fetch(request)
    const cache = response.headers.get('cache-control')
    return { status: response.status, cache, ...JSON.parse(await response.text()) }
  }

  const redeem = (code: string, change: Form = {}) =>
    post({
      grant_type: 'authorization_code',
      client_id: 'rollcall',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...change,
    })

  /** From the page of consent to tokens: `asked` goes to the page, `change` to the token endpoint. */
  const exchange = async (change: Form = {}, asked: Form = {}) =>
    redeem((await callback(asked)).get('code') ?? '', change)

  const refresh = (token: string) =>
    post({ grant_type: 'refresh_token', client_id: 'rollcall', refresh_token: token })

  /** The id of a newly registered client. */
  const registered = async (change: object = {}): Promise<string> => {
    const form = {
      client_name: 'Rollcall',
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      ...change,
    }
    const body = JSON.stringify(form)
    const response = await sandbox.fetch(
      new Request(`${apiRoot()}/clientapplications/register`, { method: 'POST', body }),
    )
    return JSON.parse(await response.text()).client_id
  }

  return { consent, callback, post, redeem, exchange, refresh, registered }
}
