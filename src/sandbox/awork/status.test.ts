import { beforeEach, describe, expect, test } from 'vitest'
import { type Ask, asking, idOf, staging } from '../asking'
import { createSandbox, type Sandbox } from '../sandbox'

let sandbox: Sandbox
let ask: Ask
let stage: Ask
beforeEach(() => {
  sandbox = createSandbox({ users: 0, rateLimits: false })
  ask = asking(sandbox)
  stage = staging(sandbox)
})

const person = (name: string) => idOf(stage, name)
const truth = async (name: string) => (await stage('GET', `/users/${await person(name)}`)).body
const deactivate = async (name: string) =>
  ask('POST', `/users/${await person(name)}/deactivate?includeSummary=true`)
const activate = async (name: string) => ask('POST', `/users/${await person(name)}/activate`)
const archive = async (name: string, isArchived: boolean) =>
  ask('POST', `/users/${await person(name)}/setarchived`, { isArchived })

describe('deactivating and activating', () => {
  test('says since when, and by whom it was changed', async () => {
    const before = Date.now()
    expect(await deactivate('Amara Okafor')).toMatchObject({ status: 200 })
    const user = JSON.parse((await ask('GET', `/users/${await person('Amara Okafor')}`)).text)
    expect(user).toMatchObject({
      isDeactivated: true,
      status: { isDeactivated: true },
      updatedBy: await person('Ada Lindqvist'),
    })
    expect(Date.parse(user.deactivatedOn)).toBeGreaterThanOrEqual(before - 1)
    expect(await activate('Amara Okafor')).toMatchObject({ status: 204 })
    const again = await ask('GET', `/users/${await person('Amara Okafor')}`)
    expect(again.body).toMatchObject({ isDeactivated: false, status: { isDeactivated: false } })
    expect(again.body).not.toHaveProperty('deactivatedOn')
  })

  test('somebody who is so already changes nothing', async () => {
    const before = await truth('Elif Demir')
    expect(await deactivate('Elif Demir')).toMatchObject({ status: 200 })
    expect(await truth('Elif Demir')).toMatchObject({ user: Object(before).user })
    expect(await activate('Amara Okafor')).toMatchObject({ status: 204 })
  })
})

describe('archiving', () => {
  test('leaves the user as they were under the mark', async () => {
    expect(await archive('Elif Demir', true)).toMatchObject({
      body: { isArchived: true, isDeactivated: true },
    })
    expect(await archive('Elif Demir', false)).toMatchObject({
      body: { isArchived: false, isDeactivated: true },
    })
    expect(await archive('Amara Okafor', true)).toMatchObject({
      body: { isArchived: true, isDeactivated: false },
    })
  })

  test('needs to be told which way', async () => {
    const id = await person('Amara Okafor')
    const answer = await asking(sandbox, { unchecked: true })(
      'POST',
      `/users/${id}/setarchived`,
      {},
    )
    expect(answer).toMatchObject({
      status: 400,
      body: { validationErrors: [{ property: 'IsArchived' }] },
    })
  })
})

describe('the last admin', () => {
  beforeEach(async () => {
    for (const name of ['Olga Owner', 'Henrik Dahl'])
      expect(await deactivate(name)).toMatchObject({ status: 200 })
  })

  test.each([
    ['deactivated', () => deactivate('Ada Lindqvist')],
    ['archived', () => archive('Ada Lindqvist', true)],
    ['deleted', async () => ask('DELETE', `/users/${await person('Ada Lindqvist')}`)],
    [
      'given another role',
      async () => {
        const toRoleId = JSON.parse((await ask('GET', '/roles/User')).text).id
        return ask('POST', '/roles/moveuser', { userId: await person('Ada Lindqvist'), toRoleId })
      },
    ],
  ])('cannot be %s; machines with the role do not count', async (_, act) => {
    expect(await act()).toMatchObject({ status: 400, body: { code: 'invalid-operation' } })
    expect(await truth('Ada Lindqvist')).toMatchObject({
      isDeactivated: false,
      isArchived: false,
      role: 'Admin',
    })
  })

  test('can go once there is another', async () => {
    expect(await activate('Henrik Dahl')).toMatchObject({ status: 204 })
    expect(await deactivate('Ada Lindqvist')).toMatchObject({ status: 200 })
    expect(await ask('GET', '/me')).toMatchObject({
      status: 401,
      body: { code: 'deactivated-user' },
    })
  })
})

describe('seats', () => {
  test('a handful is free; each activation takes one, each deactivation gives one back', async () => {
    expect(await stage('GET', '')).toMatchObject({ body: { freeSeats: 5 } })
    await activate('Elif Demir')
    expect(await stage('GET', '')).toMatchObject({ body: { freeSeats: 4 } })
    await deactivate('Elif Demir')
    await deactivate('Annemarie Vogt')
    expect(await stage('GET', '')).toMatchObject({ body: { freeSeats: 6 } })
  })

  test('none left refuses an activation, and an unarchiving that would need one', async () => {
    await archive('Amara Okafor', true)
    await stage('PUT', '', { seats: 0 })
    expect(await activate('Elif Demir')).toMatchObject({
      status: 400,
      body: { code: 'insufficient-seats' },
    })
    expect(await archive('Amara Okafor', false)).toMatchObject({
      status: 400,
      body: { code: 'insufficient-seats' },
    })
    expect(await archive('Jonas Weber', false)).toMatchObject({ status: 200 })
  })

  test('machines, agents and externals need none', async () => {
    await stage('PUT', '', { seats: 0 })
    for (const name of ['Marketing Sync', 'Campaign Planner', 'Lamar Whitfield']) {
      expect(await deactivate(name)).toMatchObject({ status: 200 })
      expect(await activate(name)).toMatchObject({ status: 204 })
    }
  })
})

describe('deleting', () => {
  test('is final', async () => {
    const id = await person('Amara Okafor')
    expect(await ask('DELETE', `/users/${id}`)).toMatchObject({ status: 204 })
    expect(await ask('GET', `/users/${id}`)).toMatchObject({ status: 404 })
    expect(await ask('DELETE', `/users/${id}`)).toMatchObject({ status: 404 })
    expect(await stage('GET', `/users/${id}`)).toMatchObject({
      status: 404,
      body: { log: ['write:delete', 'read', 'write:delete'] },
    })
  })
})
