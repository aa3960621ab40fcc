import { beforeEach, describe, expect, test } from 'vitest'
import { type Ask, staging } from '../asking'
import { createSandbox, type Sandbox } from '../sandbox'
import { askingWorkfront, stagingWorkfront } from './asking'

let sandbox: Sandbox
let ask: Ask
/** Ends what waits. */
let goOn: (() => void)[] = []
beforeEach(() => {
  goOn = []
  sandbox = createSandbox({
    users: 0,
    wait: ms => (ms > 0 ? new Promise(resolve => goOn.push(resolve)) : Promise.resolve()),
  })
  ask = askingWorkfront(sandbox)
})

const as = (headers: Record<string, string>) => askingWorkfront(sandbox, { headers })
const key = 'sandbox-admin-acme'
const turnedAway = (message: string) => ({
  status: 401,
  body: { error: { class: 'com.attask.common.AuthenticationException', message } },
})

describe('who asks', () => {
  test('is told by an API key, in a header or in the address', async () => {
    const me = {
      body: { data: { isAdmin: true, userID: expect.stringMatching(/^[0-9a-f]{32}$/) } },
    }
    expect(await ask('GET', '/session')).toMatchObject(me)
    expect(await as({})('GET', `/session?apiKey=${key}`)).toMatchObject(me)
  })

  test('is not told by an API key in the place of a session, by a cookie, or by nothing', async () => {
    const out = turnedAway('You are not currently logged in.')
    expect(await as({ sessionID: key })('GET', '/session')).toMatchObject(out)
    expect(await as({ cookie: `attask=${key}; wf-auth=${key}` })('GET', '/session')).toMatchObject(
      out,
    )
    expect(await as({})('GET', '/user/search')).toMatchObject(out)
    expect(await as({ sessionID: 'x', apiKey: key })('GET', '/session')).toMatchObject(out)
  })

  test('is not told by a key that is wrong, withdrawn, or in a form', async () => {
    const wrong = turnedAway('Invalid or expired API key.')
    expect(await as({ apiKey: 'sandbox-owner-acme' })('GET', '/session')).toMatchObject(wrong)
    await staging(sandbox)('POST', '/expire-tokens', { pastedToo: true })
    expect(await ask('GET', '/session')).toMatchObject(wrong)
    const form = new URLSearchParams({ apiKey: key, isActive: 'false' })
    expect(await as({})('PUT', `/user/${'f'.repeat(32)}`, form)).toMatchObject(
      turnedAway('AuthenticationException: {0}'),
    )
  })

  test.each([
    ['admin', true],
    ['manager', false],
    ['support', false],
    ['guest', false],
  ] as const)('as %s has the session of an administrator: %s', async (who, isAdmin) => {
    const { body } = await askingWorkfront(sandbox, { who, workspace: 'nordwind' })(
      'GET',
      '/session',
    )
    expect(body).toMatchObject({ data: { isAdmin } })
  })

  test('is asked for no password', async () => {
    expect(await ask('POST', '/login', new URLSearchParams({ username: 'a' }))).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('no longer available') } },
    })
  })
})

describe('a version', () => {
  test.each(['/v16.0', '/v19.0', '/v22.0', ''])('“%s” answers', async version => {
    const { body } = await askingWorkfront(sandbox, { version })('GET', '/session')
    const currentAPI = version.slice(1) || 'v22.0'
    expect(body).toMatchObject({ data: { versionInformation: { currentAPI } } })
  })

  test.each(['/v2.0', '/v7.0', '/v15.0'])('“%s” is gone', async version => {
    expect(await askingWorkfront(sandbox, { version })('GET', '/user/search')).toMatchObject({
      status: 410,
      body: { error: { message: expect.stringContaining('no longer available') } },
    })
  })

  test('that never was is not found', async () => {
    const answer = await askingWorkfront(sandbox, { version: '/v99.0' })('GET', '/session')
    expect(answer.status).toBe(404)
  })
})

describe('an address', () => {
  test('of more than 8,892 bytes is turned away with a page; a form has no limit', async () => {
    const ids = Array.from({ length: 280 }, () => 'f'.repeat(32)).join(',')
    const answer = await ask('GET', `/user/search?ID_Mod=in&ID=${ids}`)
    expect(answer.status).toBe(414)
    expect(answer.headers.get('content-type')).toBe('text/html')
    const form = new URLSearchParams({ ID: ids, ID_Mod: 'in', method: 'GET' })
    expect(await ask('POST', '/user/search', form)).toMatchObject({
      status: 200,
      body: { data: [] },
    })
  })

  test.each([
    ['GET', '/projects/search', 404, 'Unknown object type: projects in v21.0'],
    ['GET', '/user', 400, 'The operation is not supported.'],
    ['POST', '/user', 400, 'The operation is not supported.'],
    ['PUT', '/user/generateApiKey', 400, 'The operation is not supported.'],
    ['PUT', '/user?action=getApiKey', 400, 'The operation is not supported.'],
    ['PUT', `/acslvl/${'f'.repeat(32)}`, 400, 'The operation is not supported.'],
  ])('that nothing answers: %s %s is a %i', async (method, path, status, message) => {
    expect(await ask(method, path)).toMatchObject({ status, body: { error: { message } } })
  })
})

test('the eleventh request at a time is turned away, without a word on when to come back', async () => {
  const stage = staging(sandbox)
  await stage('PUT', '', { latencyMs: 50 })
  const ten = Array.from({ length: 10 }, () => ask('GET', '/user/count'))
  await expect.poll(() => goOn.length).toBe(10)
  const eleventh = await ask('GET', '/user/count')
  expect(eleventh).toMatchObject({
    status: 429,
    body: { error: { message: 'Too many concurrent API requests for the given customer.' } },
  })
  expect([...eleventh.headers.keys()].filter(name => /retry|limit/.test(name))).toEqual([])
  for (const end of goOn.splice(0)) end()
  expect((await Promise.all(ten)).map(({ status }) => status)).toEqual(Array(10).fill(200))
  const next = ask('GET', '/user/count')
  await expect.poll(() => goOn.length).toBe(1)
  goOn[0]?.()
  expect(await next).toMatchObject({ status: 200 })
})

test('no answer has a header of CORS, a preflight neither', async () => {
  const origin = 'https://rollcall.example'
  const answers = [
    await as({ apiKey: key, origin })('GET', '/session'),
    await as({ origin })('GET', '/session'),
    await as({ origin, 'access-control-request-method': 'PUT' })('OPTIONS', '/session'),
  ]
  for (const { headers } of answers) {
    expect([...headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
  }
})

test('the tenant of another workspace has its own address and people', async () => {
  const request = new Request(
    'http://localhost/sandbox/nordwind/workfront/attask/api/v21.0/session',
    {
      headers: { apiKey: 'sandbox-admin-nordwind' },
    },
  )
  const { data } = JSON.parse(await (await sandbox.fetch(request)).text())
  const acme = JSON.parse((await ask('GET', '/session')).text).data
  expect(data.customerID).not.toBe(acme.customerID)
  const { behind } = stagingWorkfront(sandbox, 'nordwind')
  expect(await behind('GET', '')).toMatchObject({ body: { id: data.customerID, users: 180 } })
})

test('a field the tenant does not have is neither in the metadata nor to be asked for', async () => {
  await stagingWorkfront(sandbox).settings({
    without: ['loginCount', 'userApproval', 'ACSLVL:isAdmin'],
  })
  const { text } = await ask('GET', '/user/metadata')
  const { fields, references } = JSON.parse(text).data
  expect(fields).not.toHaveProperty('loginCount')
  expect(references).not.toHaveProperty('userApproval')
  expect(await ask('GET', '/user/search?fields=*')).toMatchObject({ status: 200 })
  for (const field of ['loginCount', 'userApproval:*', 'accessLevel:isAdmin'])
    expect(await ask('GET', `/user/search?fields=${field}`)).toMatchObject({ status: 422 })
})
