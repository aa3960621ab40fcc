import { askedFor, back } from '../../oauth/authorization'
import { consentPage } from '../../oauth/consent-page'
import { newSecret } from '../../oauth/grants'
import { slugOf, workspaceNamed } from '../../world'
import type { WorkfrontContext } from '../env'
import { personaId } from '../gateway'
import { tenantOf } from '../tenant'

const personas = [
  { key: 'Ada Lindqvist', what: 'System Administrator' },
  { key: 'Ben Okoro', what: 'manages the users of three groups' },
  { key: 'Cleo Marchetti', what: 'help desk, read only' },
]

/**
 * Authorization Code with PKCE, for a "Single Page Web Application". https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/oauth-app-pkce-flow
 */
export async function authorize(c: WorkfrontContext): Promise<Response> {
  const { world } = c.var
  const isForm = c.req.method === 'POST'
  const parameters = isForm
    ? new URLSearchParams(await c.req.text())
    : new URL(c.req.url).searchParams
  const asked = askedFor(world, 'Workfront', parameters)
  if ('answer' in asked) return asked.answer
  const { client, redirectUri } = asked
  const name = slugOf(parameters.get('workspace') ?? c.var.workspace.name)
  const page = (complaint?: string) =>
    consentPage({
      system: 'Workfront',
      personas,
      clientName: client.name,
      redirectUri,
      workspace: name,
      parameters,
      complaint,
    })
  if (!isForm) return page()
  if (parameters.get('answer') !== 'allow') {
    return back(asked, {
      error: 'access_denied',
      error_description: 'The user denied the request.',
    })
  }
  const workspace = workspaceNamed(world, name)
  const user = tenantOf(world, workspace).user(personaId(workspace, parameters.get('who') ?? ''))
  if (!user) return page('Choose who to be.')
  if (!user.isActive) {
    return page(`${user.firstName} cannot sign in to ${workspace.displayName}: deactivated.`)
  }
  const code = newSecret()
  world.grants.add({
    client,
    userId: user.id,
    workspace: workspace.name,
    scopes: (parameters.get('scope') ?? '').split(' ').filter(Boolean),
    authorizedAt: world.now(),
    redirectUri,
    challenge: parameters.get('code_challenge') ?? '',
    code,
    codeState: 'fresh',
    accessTokens: [],
    refreshToken: undefined,
  })
  return back(asked, { code, domain: `${workspace.name}.my.workfront.com`, lane: 'cl01' })
}
