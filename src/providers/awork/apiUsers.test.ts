import { describe, expect, it, vi } from 'vitest'
import type { ApiUser } from '../administration'
import {
  able,
  administrationOf,
  apiUsersOf,
  createStage,
  failureOf,
  hurry,
  never,
  type Stage,
  userNamed,
  writes,
} from './sandbox.test.stage'

const needsRead = { reason: 'Needs workspace-manage-config: read. An admin has it.' }
const needsWrite = { reason: 'Needs workspace-manage-config: write. An admin has it.' }

async function roleNamed(stage: Stage, name: string): Promise<string> {
  const { roles } = await administrationOf(await stage.connect('admin'))
  const role = (await able(roles)(never)).find(role => role.name === name)
  if (!role) throw new Error(`no role ${name}`)
  return role.id
}

const named = (users: readonly ApiUser[], name: string) => users.find(user => user.name === name)

describe('the list of API users', () => {
  it('has role, client application and who made each', async () => {
    const stage = createStage()
    const users = await (await apiUsersOf(await stage.connect('admin'))).list(never)
    expect(users).toHaveLength(9)
    expect(named(users, 'HR Connector')).toEqual({
      id: await stage.idOf('HR Connector'),
      name: 'HR Connector',
      roleId: await roleNamed(stage, 'Admin'),
      role: 'Admin',
      isAdmin: true,
      clientId: 'hr-connector',
      client: 'HR Connector client',
      createdAt: expect.stringMatching(/^2022-11-02T/),
      createdBy: await stage.idOf('Ada Lindqvist'),
      updatedAt: expect.any(String),
    })
    expect(named(users, 'BI Warehouse')).toMatchObject({ role: 'Support', isAdmin: false })
  })

  it('names the client by its id alone where the application is gone', async () => {
    const users = await (await apiUsersOf(await createStage().connect('admin'))).list(never)
    expect(named(users, 'Old Importer')).toMatchObject({
      clientId: 'old-importer',
      client: undefined,
    })
  })

  it('is there without roles and applications when those cannot be read', async () => {
    hurry()
    const stage = createStage()
    const { list } = await apiUsersOf(await stage.connect('admin'))
    await stage.fault({ kind: 'status', status: 500, path: '/roles' })
    await stage.fault({ kind: 'nonsense', path: '/clientapplications' })
    expect(named(await list(never), 'HR Connector')).toMatchObject({
      role: undefined,
      isAdmin: undefined,
      client: undefined,
      clientId: 'hr-connector',
    })
  })

  it('fails when it cannot be read itself, and is not an empty one', async () => {
    const stage = createStage()
    const { list } = await apiUsersOf(await stage.connect('admin'))
    await stage.fault({ kind: 'nonsense', path: '/apiusers' })
    expect(await failureOf(list(never))).toMatchObject({
      kind: 'unexpectedAnswer',
      method: 'GET',
      path: expect.stringMatching(/\/apiusers$/),
    })
  })

  it('needs a right, and says which', async () => {
    const stage = createStage()
    for (const who of ['manager', 'support', 'guest'] as const) {
      expect((await administrationOf(await stage.connect(who))).apiUsers).toEqual(needsRead)
    }
  })

  it('can be read, and keys made, but nothing written with the right to read', async () => {
    const stage = createStage()
    const reader = await apiUsersOf(await stage.connectWith(['workspace-manage-config:read']))
    expect(reader).toMatchObject({ create: needsWrite, change: needsWrite })
    expect(reader.clients).toHaveProperty('run')
    expect(reader.generateKey).toHaveProperty('run')
  })

  it('knows the client applications one can choose from', async () => {
    const { clients } = await apiUsersOf(await createStage().connect('admin'))
    expect(await able(clients)(never)).toContainEqual({
      id: 'zapier',
      name: 'Zapier client',
    })
  })
})

describe('an API user', () => {
  it('is made with the role that was chosen, never as an admin by omission', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const { create } = await apiUsersOf(provider)
    const roleId = await roleNamed(stage, 'Support')
    stage.asked.length = 0
    const made = await able(create)({ name: 'Badge printer', roleId, clientId: 'zapier' }, never)
    expect(made).toMatchObject({
      name: 'Badge printer',
      role: 'Support',
      isAdmin: false,
      client: 'Zapier client',
      createdBy: provider.operator.id,
    })
    expect(writes(stage)).toEqual(['POST /apiusers'])
    expect(await userNamed(stage, provider, 'Badge printer')).toMatchObject({
      kind: 'apiUser',
      role: 'Support',
      isAdmin: false,
    })
    const alone = await able(create)({ name: 'No client', roleId, clientId: undefined }, never)
    expect([alone.clientId, alone.client]).toEqual([undefined, undefined])
  })

  it('is refused per field, in our words for it', async () => {
    const stage = createStage()
    const { create } = await apiUsersOf(await stage.connect('admin'))
    const roleId = await roleNamed(stage, 'Support')
    const validationErrors = [{ property: 'Name', message: 'Taken.' }]
    const body = { code: 'validation-failed', description: 'No.', link: '', validationErrors }
    await stage.fault({ kind: 'status', status: 400, method: 'POST', body })
    const failure = await failureOf(
      able(create)({ name: 'Robot', roleId, clientId: undefined }, never),
    )
    expect(failure.fieldErrors).toEqual([{ field: 'name', message: 'Taken.' }])
  })

  it('made with an answer that cannot be read fails as that', async () => {
    const stage = createStage()
    const { create } = await apiUsersOf(await stage.connect('admin'))
    const roleId = await roleNamed(stage, 'Support')
    await stage.fault({ kind: 'nonsense', method: 'POST', path: '/apiusers' })
    expect(
      await failureOf(able(create)({ name: 'Robot', roleId, clientId: undefined }, never)),
    ).toMatchObject({ kind: 'unexpectedAnswer', method: 'POST', field: expect.any(String) })
  })

  it('is changed with the role sent along', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const { change, list } = await apiUsersOf(provider)
    const before = await userNamed(stage, provider, 'BI Warehouse')
    const roleId = await roleNamed(stage, 'Support')
    const sent = vi.spyOn(globalThis, 'fetch')
    await able(change)(before.id, { name: 'BI Lake', roleId }, never)
    expect(sent.mock.calls[0]?.[1]?.body).toBe(JSON.stringify({ name: 'BI Lake', roleId }))
    expect(named(await list(never), 'BI Lake')).toMatchObject({ id: before.id, role: 'Support' })
    expect((await provider.user(before.id, never))?.name).toBe('BI Lake')
  })

  it('that is gone fails as not found', async () => {
    const { change } = await apiUsersOf(await createStage().connect('admin'))
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect((await failureOf(able(change)(nobody, { name: 'X', roleId: nobody }, never))).kind).toBe(
      'notFound',
    )
  })

  it('names the right when it went away meanwhile', async () => {
    const stage = createStage()
    const { change, generateKey } = await apiUsersOf(await stage.connect('admin'))
    const id = await stage.idOf('Zapier')
    const roleId = await roleNamed(stage, 'Support')
    await stage.change(await stage.idOf('Ada Lindqvist'), { role: 'Support' })
    expect(await failureOf(able(change)(id, { name: 'Z', roleId }, never))).toMatchObject({
      kind: 'notPermitted',
      right: 'workspace-manage-config:write',
    })
    expect(await failureOf(able(generateKey)({ id, clientId: 'zapier' }, never))).toMatchObject({
      kind: 'notPermitted',
      right: 'workspace-manage-config:read',
    })
  })
})

describe('a key', () => {
  it('works as a bearer token of its API user, and is in nothing else that is given out', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const { generateKey, list } = await apiUsersOf(provider)
    const id = await stage.idOf('BI Warehouse')
    const key = await able(generateKey)({ id, clientId: 'bi-warehouse' }, never)
    const asItself = await stage.connect('apikey', { token: () => key })
    expect(asItself.operator).toMatchObject({ id, name: 'BI Warehouse', isAdmin: false })
    const given = [await list(never), await provider.user(id, never), asItself.operator]
    expect(JSON.stringify(given)).not.toContain(key)
    expect(stage.asked.join()).not.toContain(key)
  })

  it('that did not come fails with the field, and what came is in no error', async () => {
    const stage = createStage()
    const { generateKey } = await apiUsersOf(await stage.connect('admin'))
    const zapier = { id: await stage.idOf('Zapier'), clientId: 'zapier' }
    const body = { access_token: null, refresh_token: 'secret' }
    await stage.fault({ kind: 'status', status: 200, method: 'POST', body })
    const failure = await failureOf(able(generateKey)(zapier, never))
    expect(failure).toMatchObject({ kind: 'unexpectedAnswer', field: 'access_token' })
    expect(JSON.stringify(failure)).not.toContain('secret')
    expect(writes(stage)).toHaveLength(1)
  })

  it('cannot be made where the client application is gone', async () => {
    const stage = createStage()
    const { generateKey } = await apiUsersOf(await stage.connect('admin'))
    const old = { id: await stage.idOf('Old Importer'), clientId: 'old-importer' }
    expect((await failureOf(able(generateKey)(old, never))).kind).toBe('notFound')
  })
})
