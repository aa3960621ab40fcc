import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NodeApi } from 'workfront-api'
import { sandboxListener } from '../node'
import { challengeOf } from '../oauth/grants'

/** Adobe's own client, over HTTP: our reading of the protocol is not only our own. */
const server = createServer(sandboxListener({ users: 0 }))
let origin = ''
let api: NodeApi
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  api = clientWith('sandbox-admin-acme')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function clientWith(apiKey: string, more: object = {}): NodeApi {
  return new NodeApi({ url: `${origin}/sandbox/workfront`, version: '21.0', apiKey, ...more })
}

const idOf = async (name: string): Promise<string> => {
  const [user] = await api.search('USER', { name, name_Mod: 'eq' })
  return user.ID
}

describe('with Adobe’s own client', () => {
  test('search finds by filters, sorted and paged', async () => {
    const query = {
      isActive: true,
      lastName: 'Li',
      lastName_Mod: 'startswith',
      lastName_Sort: 'asc',
    }
    const found = await api.search('USER', query, ['isActive', 'accessLevel:name'])
    expect(found.map(({ name }: { name: string }) => name)).toEqual([
      'Anne Lindgren',
      'Tamara Lindholm',
      'Ada Lindqvist',
    ])
    expect(found[2]).toMatchObject({
      objCode: 'USER',
      isActive: true,
      accessLevel: { name: 'System Administrator' },
    })
    expect(await api.search('USER', { ...query, $$FIRST: 1, $$LIMIT: 1 })).toHaveLength(1)
  })

  test('search by POST finds the same', async () => {
    const ben = await idOf('Ben Okoro')
    const others = Array.from({ length: 300 }, () => 'f'.repeat(32))
    const query = { ID: [...others, ben], lastName: 'Okoro' }
    await expect(api.search('USER', query)).rejects.toMatchObject({ status: 414 })
    expect(await api.search('USER', query, ['isActive'], true)).toMatchObject([
      { ID: ben, isActive: true },
    ])
  })

  test('count counts', async () => {
    const [all, active, inactive] = await Promise.all([
      api.count('user'),
      api.count('user', { isActive: true }),
      api.count('user', { isActive: false }),
    ])
    expect(inactive).toBeGreaterThan(0)
    expect(active + inactive).toBe(all)
  })

  test('get reads one, and several', async () => {
    const [ada, ben] = [await idOf('Ada Lindqvist'), await idOf('Ben Okoro')]
    expect(await api.get('USER', ada, 'emailAddr')).toMatchObject({
      ID: ada,
      emailAddr: 'ada.lindqvist@acme.example',
    })
    expect(await api.get('USER', [ada, ben], ['title'])).toMatchObject([
      { ID: ada, title: 'Workspace administrator' },
      { ID: ben, title: 'People operations' },
    ])
  })

  test('edit deactivates and activates', async () => {
    const id = await idOf('Amara Okafor')
    expect(await api.edit('USER', id, { isActive: false }, ['isActive'])).toMatchObject({
      ID: id,
      name: 'Amara Okafor',
      isActive: false,
    })
    expect(await api.get('USER', id, ['isActive'])).toMatchObject({ isActive: false })
    expect(await api.edit('USER', id, { isActive: true }, ['isActive'])).toMatchObject({
      isActive: true,
    })
  })

  test('edit works by GET, as in Adobe’s article', async () => {
    const old = clientWith('sandbox-admin-acme', { alwaysUseGet: true })
    const id = await idOf('Anne Lindgren')
    expect(await old.edit('USER', id, { isActive: 'false' }, ['isActive'])).toMatchObject({
      isActive: false,
    })
  })

  test('editMultiple edits several', async () => {
    const ids = [await idOf('Dagmar Petersen'), await idOf('Tamara Lindholm')]
    const updates = ids.map(ID => ({ ID, isActive: false }))
    expect(await api.editMultiple('USER', updates, ['isActive'])).toMatchObject(updates)
    expect(await api.count('USER', { ID: ids, isActive: true })).toBe(0)
  })

  test('metadata describes a user', async () => {
    expect(await api.metadata('USER')).toMatchObject({
      objCode: 'USER',
      fields: { isActive: { fieldType: 'boolean' } },
    })
  })

  test('an error has its status and words', async () => {
    await expect(api.search('USER', {}, 'nothing')).rejects.toEqual({
      status: 422,
      message: 'APIModel V21_0 does not support field nothing (User)',
    })
    await expect(clientWith('wrong').count('USER')).rejects.toMatchObject({ status: 401 })
    await expect(api.remove('USER', await idOf('Ben Okoro'))).rejects.toMatchObject({ status: 403 })
    const retired = clientWith('sandbox-admin-acme', { version: '7.0' })
    await expect(retired.count('USER')).rejects.toMatchObject({ status: 410 })
  })

  test('an error with the status of a success is an error too', async () => {
    const id = await idOf('Refused Rolf')
    await expect(api.edit('USER', id, { isActive: false })).rejects.toMatchObject({
      message: expect.stringContaining('Adobe Admin Console'),
    })
  })

  test('a connection that is cut is an error, whatever was done', async () => {
    const id = await idOf('Lost-answer Lars')
    await expect(api.edit('USER', id, { isActive: false })).rejects.toThrow(/fetch failed/)
    expect(await api.get('USER', id, ['isActive'])).toMatchObject({ isActive: false })
  })

  test('a token of the sign-in is as good as a key', async () => {
    const api = new NodeApi({ url: `${origin}/sandbox/workfront`, version: '21.0' })
    api.setSessionID('sandbox-admin-acme')
    await expect(api.count('USER')).rejects.toMatchObject({
      status: 401,
      message: 'You are not currently logged in.',
    })
    api.setSessionID(await token())
    expect(await api.count('USER')).toBeGreaterThan(0)
    await api.logout()
  })
})

/** Signs in as the page and the token endpoint have it. */
async function token(): Promise<string> {
  const verifier = 'a-verifier-of-forty-three-letters-at-the-least-0'
  const asked = { client_id: 'rollcall', redirect_uri: 'http://localhost:5173/callback' }
  const post = (path: string, form: Record<string, string>) =>
    fetch(`${origin}/sandbox/workfront/integrations/oauth2/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ ...asked, ...form }),
      redirect: 'manual',
    })
  const allowed = await post('authorize', {
    response_type: 'code',
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    who: 'Ada Lindqvist',
    workspace: 'acme',
    answer: 'allow',
  })
  const code = new URL(allowed.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const grant = { grant_type: 'authorization_code', code, code_verifier: verifier }
  const tokens = await (await post('api/v1/token', grant)).json()
  return tokens.access_token
}
