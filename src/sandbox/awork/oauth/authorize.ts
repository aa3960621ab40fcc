import { Hono } from 'hono'
import { userIdOf } from '../../population/draft'
import { isUsable } from '../../population/model'
import { slugOf, workspaceNamed } from '../../world'
import type { AworkContext, AworkEnv } from '../env'
import { type Client, clientOf, isRegistered } from './clients'
import { consentPage, refusalPage } from './consent-page'
import { newSecret } from './grants'

/** https://developers.awork.com/authentication: Authorization Code with PKCE, which is mandatory here. */
export const authorize = new Hono<AworkEnv>()

type Asked = {
  readonly client: Client
  readonly redirectUri: string
  readonly parameters: URLSearchParams
}

type Refusal = { readonly answer: Response | Promise<Response> }

authorize.get('/accounts/authorize', c => {
  const asked = askedFor(c, new URL(c.req.url).searchParams)
  if ('answer' in asked) return asked.answer
  return page(c, asked)
})

authorize.post('/accounts/authorize', async c => {
  const form = new URLSearchParams(await c.req.text())
  const asked = askedFor(c, form)
  if ('answer' in asked) return asked.answer
  const { client, redirectUri, parameters } = asked
  if (form.get('answer') !== 'allow') {
    return back(asked, {
      error: 'access_denied',
      error_description: 'The user denied the request.',
    })
  }
  const { world } = c.var
  const workspace = workspaceNamed(world, form.get('workspace') || c.var.workspace.name)
  const user = workspace.user(userIdOf(workspace.population.template, form.get('who') ?? ''))
  if (!user) return page(c, asked, 'Choose who to be.')
  if (!isUsable(user))
    return page(
      c,
      asked,
      `${user.firstName} cannot sign in to ${workspace.displayName}: deactivated.`,
    )
  const code = newSecret()
  world.grants.add({
    client,
    userId: user.id,
    workspace: workspace.name,
    scopes: (parameters.get('scope') ?? 'full_access').split(' ').filter(Boolean),
    authorizedAt: world.now(),
    redirectUri,
    challenge: parameters.get('code_challenge') ?? '',
    code,
    codeState: 'fresh',
    accessTokens: [],
    refreshToken: undefined,
  })
  return back(asked, { code })
})

/** What is asked for, or the answer that it cannot be had: never a redirect to an address that is not registered. */
function askedFor(c: AworkContext, parameters: URLSearchParams): Asked | Refusal {
  const client = clientOf(c.var.world, parameters.get('client_id') ?? '')
  const redirectUri = parameters.get('redirect_uri') ?? ''
  if (!client) return { answer: refusalPage('This client is not registered.') }
  if (!isRegistered(client, redirectUri)) {
    return { answer: refusalPage('The address to return to is not registered for this client.') }
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

function back({ redirectUri, parameters }: Asked, answer: Record<string, string>): Response {
  const target = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value)
  const state = parameters.get('state')
  if (state) target.searchParams.set('state', state)
  return new Response(null, { status: 302, headers: { location: target.href } })
}

function page(c: AworkContext, asked: Asked, complaint?: string): Promise<Response> {
  const name = asked.parameters.get('workspace') ?? c.var.workspace.name
  return consentPage({
    clientName: asked.client.name,
    redirectUri: asked.redirectUri,
    workspace: slugOf(name),
    parameters: asked.parameters,
    complaint,
  })
}
