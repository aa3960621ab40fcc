import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { newSecret } from '../../oauth/grants'
import { written } from '../../population/seeded'
import type { AworkEnv } from '../env'
import { invalid, problem } from '../errors'

/** Dynamic registration, RFC 7591. https://developers.awork.com/authentication */
export const registration = new Hono<AworkEnv>()

const form = z.object({
  redirect_uris: z.array(z.url()).min(1),
  client_name: z.string().default('Unnamed client'),
  token_endpoint_auth_method: z
    .enum(['none', 'client_secret_basic', 'client_secret_post'])
    .default('client_secret_basic'),
  grant_types: z.array(z.string()).default(['authorization_code']),
  response_types: z.array(z.literal('code')).default(['code']),
  scope: z.string().default('full_access'),
  application_type: z.enum(['web', 'native']).default('web'),
})

registration.post('/clientapplications/register', async c => {
  const { world } = c.var
  const asked = form.safeParse(await c.req.json().catch(() => undefined))
  if (!asked.success) return invalid(c, asked.error)
  const { redirect_uris, client_name, grant_types, token_endpoint_auth_method } = asked.data
  const insecure = redirect_uris.find(uri => !isAcceptable(new URL(uri)))
  if (insecure !== undefined)
    return problem(c, 'validation-failed', `The redirect URI ${insecure} is not allowed.`)
  const slug = client_name.toLowerCase().replace(/[^a-z0-9]+/g, '_')
  const id = `dcr_${slug}_${randomBytes(4).toString('hex')}`
  const secret = token_endpoint_auth_method === 'none' ? undefined : newSecret()
  const now = written(world.now())
  world.clients.set(id, {
    id,
    name: client_name,
    redirectUris: redirect_uris,
    secret,
    grantTypes: grant_types,
    createdOn: now,
    updatedOn: now,
  })
  return c.json(
    {
      ...asked.data,
      client_id: id,
      client_secret: secret,
      client_secret_expires_at: 0,
      client_id_issued_at: Math.floor(world.now() / 1000),
    },
    201,
  )
})

/** Seen in use with awork: https, http on loopback, and schemes of one's own. */
function isAcceptable({ protocol, hostname }: URL): boolean {
  return protocol !== 'http:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
