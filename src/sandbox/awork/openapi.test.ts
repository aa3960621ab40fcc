import { expect, test } from 'vitest'
import { asking, idOf, staging } from '../asking'
import { checkRequest, checkResponse, operationOf, operations } from '../openapi'
import { createSandbox } from '../sandbox'

const sandbox = createSandbox({ users: 0, rateLimits: false })
const ask = asking(sandbox)
const stage = staging(sandbox)
// His record is not as documented.
await stage('DELETE', `/users/${await idOf(stage, 'Odd Otto')}`)
const amara = await idOf(stage, 'Amara Okafor')
const elif = await idOf(stage, 'Elif Demir')
const olga = await idOf(stage, 'Olga Owner')
const goneLater = await idOf(stage, 'Anne Lindgren')
const marketing = await first('/teams')
const user = await first('/roles/User')
const project = await first('/projects')
const marketingSync = await idOf(stage, 'Marketing Sync')
const { body: me } = await ask('GET', '/me')

async function first(path: string): Promise<string> {
  const { text } = await ask('GET', path)
  const [one] = [JSON.parse(text)].flat()
  return one.id
}

const asked = new Set<string>()

/** Asks, with the check of `asking`, and notes which operation it was. */
async function drive(method: string, path: string, body?: unknown) {
  const operation = operationOf(method, `http://localhost/api/v1${path}`)
  asked.add(`${method} ${operation?.path}`)
  return ask(method, path, body)
}

test.each([
  ['GET', '/me', 200],
  ['GET', '/users/me', 200],
  ['GET', '/me/permissions', 200],
  ['GET', '/permissions/features', 200],
  ['GET', '/users?page=1&pageSize=1000&showArchived=true&orderby=lastName,firstName desc', 200],
  ['GET', `/users/${olga}`, 200],
  ['GET', '/users/tags', 200],
  ['GET', '/users/autofill/elif.demir@acme.example', 200],
  ['GET', '/users/autofill/info@acme.example', 204],
  ['GET', `/users/${elif}/contactinfo?pageSize=5`, 200],
  ['GET', `/users/${olga}/assignedtasks?pageSize=5`, 200],
  ['GET', '/roles', 200],
  ['GET', '/roles/users', 401],
  ['GET', `/roles/${user}`, 200],
  ['GET', '/roles/Project%20lead', 200],
  ['GET', `/roles/${user}/users?pageSize=3`, 200],
  ['GET', `/roles/${user}/permissions?pageSize=3`, 200],
  ['GET', '/teams?includeUserIds=true&includeProjectIds=true', 200],
  ['GET', `/teams/${marketing}`, 200],
  ['GET', '/apiusers', 200],
  ['GET', `/apiusers/${marketingSync}`, 200],
  ['GET', '/clientapplications', 200],
  ['GET', `/projects?filterby=members/any(m: m/userId eq guid'${olga}')&pageSize=100`, 200],
  ['GET', `/projects/${project}`, 200],
  ['GET', '/accounts/me/authorizedclients', 200],
  ['DELETE', '/accounts/me/authorizedclients', 204],
  ['DELETE', '/accounts/me/authorizedclients/rollcall', 404],
  ['POST', `/users/${amara}/deactivate?includeSummary=true`, 200],
  ['POST', `/users/${amara}/deactivate`, 204],
  ['POST', `/users/${amara}/activate`, 204],
  ['DELETE', `/users/${goneLater}`, 204],
  ['GET', `/users/${goneLater}`, 404],
])('%s %s answers %i as documented', async (method, path, status) => {
  expect((await drive(method, path)).status).toBe(status)
})

test.each([
  [
    'PUT',
    `/users/${amara}`,
    { firstName: 'Amara', lastName: 'Okafor', title: 'Dr', position: null },
    200,
  ],
  ['POST', `/users/${amara}/setarchived`, { isArchived: true }, 200],
  ['POST', `/users/${amara}/setarchived`, { isArchived: false }, 200],
  ['POST', '/roles/moveuser', { userId: amara, toRoleId: user }, 200],
  ['POST', `/roles/${user}/adduser`, { userId: amara }, 200],
  ['POST', `/teams/${marketing}/addusers`, [elif], 200],
  ['POST', `/teams/${marketing}/removeusers`, [elif], 204],
])('%s %s %j answers %i as documented', async (method, path, body, status) => {
  expect((await drive(method, path, body)).status).toBe(status)
})

test('contact infos are made, read, changed and deleted as documented', async () => {
  const path = `/users/${amara}/contactinfo`
  const made = await drive('POST', path, { type: 'phone', subType: 'work', value: '+49 30 1' })
  const { id } = JSON.parse(made.text)
  expect(await drive('GET', `${path}/${id}`)).toMatchObject({
    status: 200,
    body: { value: '+49 30 1' },
  })
  const form = { type: 'phone', subType: 'work', value: '+49 30 2' }
  expect(await drive('PUT', `${path}/${id}`, form)).toMatchObject({
    status: 200,
    body: { value: '+49 30 2' },
  })
  expect(await drive('DELETE', `${path}/${id}`)).toMatchObject({ status: 204 })
  expect(await drive('GET', `${path}/${id}`)).toMatchObject({ status: 404 })
  expect(await drive('POST', path, { isAddress: true, addressLine1: 'Markt 1' })).toMatchObject({
    status: 400,
  })
})

test('API users, client applications and keys are made, changed and deleted as documented', async () => {
  const app = {
    clientId: 'new-app',
    displayName: 'New',
    redirectUris: ['http://localhost/cb'],
    isConfidential: false,
  }
  expect(await drive('POST', '/clientapplications', app)).toMatchObject({ status: 200 })
  expect(await drive('POST', '/clientapplications', app)).toMatchObject({
    status: 400,
    body: { code: 'already-exist-error' },
  })
  expect(
    await drive('PUT', '/clientapplications/new-app', { displayName: 'Newer', redirectUris: [] }),
  ).toMatchObject({ body: { displayName: 'Newer' } })
  expect(await drive('GET', '/clientapplications/new-app')).toMatchObject({
    body: { displayName: 'Newer' },
  })
  const made = await drive('POST', '/apiusers', {
    name: 'Robot',
    clientId: 'new-app',
    roleId: user,
  })
  const { id } = JSON.parse(made.text)
  const key = await drive('POST', '/clientapplications/new-app/generateapikey', { apiUserId: id })
  const token = JSON.parse(key.text).access_token
  expect(await asking(sandbox, { token })('GET', '/me')).toMatchObject({
    body: { id, firstName: 'Robot' },
  })
  expect(await drive('PUT', `/apiusers/${id}`, { name: 'Robot 2', roleId: user })).toMatchObject({
    body: { name: 'Robot 2' },
  })
  expect(await drive('DELETE', `/apiusers/${id}`)).toMatchObject({ status: 204 })
  expect(await asking(sandbox, { token })('GET', '/me')).toMatchObject({ status: 401 })
  expect(await drive('DELETE', '/clientapplications/new-app')).toMatchObject({ status: 204 })
})

test('an API user comes with its client application, which makes keys; one left without has none', async () => {
  const { body } = await ask('GET', '/clientapplications')
  expect(body).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ clientId: 'marketing-sync', displayName: 'Marketing Sync client' }),
    ]),
  )
  const path = '/clientapplications/marketing-sync/generateapikey'
  expect(await ask('POST', path, { apiUserId: marketingSync })).toMatchObject({ status: 200 })
  const old = { apiUserId: await idOf(stage, 'Old Importer') }
  expect(await ask('POST', '/clientapplications/old-importer/generateapikey', old)).toMatchObject({
    status: 404,
  })
})

test('a client registers, and the workspace is described, as documented', async () => {
  const form = {
    redirect_uris: ['http://localhost:5173/callback'],
    token_endpoint_auth_method: 'none',
  }
  expect(await drive('POST', '/clientapplications/register', form)).toMatchObject({ status: 201 })
  expect(await drive('POST', '/clientapplications/register', { redirect_uris: [] })).toMatchObject({
    status: 400,
  })
  const { text } = await ask('GET', '/me')
  expect(await drive('GET', `/workspaces/${JSON.parse(text).workspace.id}`)).toMatchObject({
    status: 200,
  })
})

test('every operation of the document has been asked', () => {
  expect(
    operations.map(({ method, path }) => `${method} ${path}`).filter(name => !asked.has(name)),
  ).toEqual([])
})

test('null is left out, and an int64 is too large for JavaScript', () => {
  expect(JSON.stringify(me)).not.toContain('null')
  expect(me).toHaveProperty(
    'resourceVersion',
    expect.toSatisfy((value: number) => value > 2 ** 53),
  )
})

test.each([
  ['GET', '/users/123', undefined, 'not documented'],
  ['GET', '/users?pagesize=10', undefined, 'pagesize is not documented'],
  ['GET', '/users?page=one', undefined, 'must be integer'],
  ['POST', `/users/${olga}/activate`, '{"force":true}', 'none is documented'],
  ['POST', `/users/${olga}/setarchived`, undefined, 'the body is missing'],
  ['POST', `/users/${olga}/setarchived`, '{"isArchived":"yes"}', 'must be boolean'],
  ['PUT', `/users/${olga}`, '{"nickname":"O"}', 'must NOT have additional properties'],
])(
  'the check of requests finds what is wrong with %s %s %s',
  async (method, path, body, problem) => {
    const request = new Request(`http://localhost/sandbox/awork/api/v1${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    })
    expect((await checkRequest(request)).join()).toContain(problem)
  },
)

test.each([
  [200, '{"id":1}', 'must be string'],
  [200, '{"email":"a@b.c"}', 'must NOT have additional properties'],
  [202, '', 'is not documented'],
  [400, '{"error":"no"}', "must have required property 'code'"],
])('the check of answers finds what is wrong with %i %s', async (status, body, problem) => {
  const request = new Request(`http://localhost/api/v1/users/${olga}`)
  expect((await checkResponse(request, new Response(body || null, { status }))).join()).toContain(
    problem,
  )
})
