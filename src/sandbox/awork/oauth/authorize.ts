import { Hono } from 'hono'
import { type Asked, askedFor, back } from '../../oauth/authorization'
import { consentPage } from '../../oauth/consent-page'
import { newSecret } from '../../oauth/grants'
import { userIdOf } from '../../population/draft'
import { isUsable } from '../../population/model'
import { slugOf, workspaceNamed } from '../../world'
import type { AworkContext, AworkEnv } from '../env'

/** https://developers.awork.com/authentication: Authorization Code with PKCE, which is mandatory here. */
export const authorize = new Hono<AworkEnv>()

const personas = [
  { key: 'Ada Lindqvist', what: 'admin' },
  { key: 'Ben Okoro', what: 'colleague who manages users' },
  { key: 'Cleo Marchetti', what: 'support, read only' },
]

authorize.get('/accounts/authorize', c => {
  const asked = askedFor(c.var.world, 'awork', new URL(c.req.url).searchParams)
  if ('answer' in asked) return asked.answer
  return page(c, asked)
})

authorize.post('/accounts/authorize', async c => {
  const form = new URLSearchParams(await c.req.text())
  const asked = askedFor(c.var.world, 'awork', form)
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

function page(c: AworkContext, asked: Asked, complaint?: string): Promise<Response> {
  const name = asked.parameters.get('workspace') ?? c.var.workspace.name
  return consentPage({
    system: 'awork',
    personas,
    clientName: asked.client.name,
    redirectUri: asked.redirectUri,
    workspace: slugOf(name),
    parameters: asked.parameters,
    complaint,
  })
}
