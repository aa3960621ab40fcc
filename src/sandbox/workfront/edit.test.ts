import { beforeEach, describe, expect, test } from 'vitest'
import type { Ask } from '../asking'
import { createSandbox, type Sandbox } from '../sandbox'
import { askingWorkfront, stagingWorkfront } from './asking'

const now = Date.UTC(2026, 10, 20, 12)
let sandbox: Sandbox
let ask: Ask
let stage: ReturnType<typeof stagingWorkfront>
beforeEach(() => {
  sandbox = createSandbox({ users: 0, rateLimits: false, now: () => now })
  ask = askingWorkfront(sandbox)
  stage = stagingWorkfront(sandbox)
})

const put = async (name: string, body: object, as = ask) =>
  as('PUT', `${await stage.path(name)}?fields=isActive`, body)
const deactivate = (name: string, as = ask) => put(name, { isActive: false }, as)
const activate = (name: string, more: object = {}) => put(name, { isActive: true, ...more })
const levelNamed = async (name: string): Promise<string> =>
  JSON.parse((await ask('GET', `/acslvl/search?name=${encodeURIComponent(name)}`)).text).data[0].ID

describe('an edit', () => {
  test('deactivates, and answers with what was asked for', async () => {
    expect(await deactivate('Amara Okafor')).toMatchObject({
      status: 200,
      body: { data: { name: 'Amara Okafor', objCode: 'USER', isActive: false } },
    })
    expect(await stage.truth('Amara Okafor')).toMatchObject({
      isActive: false,
      actualDeactivationDate: '2026-11-20T13:00:00:000+0100',
      writes: 1,
      log: ['write:deactivate'],
    })
  })

  test.each([
    ['as a form with updates', 'PUT', '', { updates: '{"isActive":"false"}' }],
    ['as a form of fields', 'PUT', '', { isActive: 'false' }],
    ['as a POST that says PUT', 'POST', '', { method: 'put', updates: '{"isActive":false}' }],
    ['in the address of a GET', 'GET', '?method=PUT&updates={"isActive":"false"}', undefined],
  ])('can be sent %s', async (_, method, query, form) => {
    const path = `${await stage.path('Amara Okafor')}${query}`
    const answer = await ask(method, path, form && new URLSearchParams(form))
    expect(answer).toMatchObject({ status: 200, body: { data: { objCode: 'USER' } } })
    expect(await stage.truth('Amara Okafor')).toMatchObject({
      isActive: false,
      log: ['write:deactivate'],
    })
  })

  test('is one of the ways, not two at once', async () => {
    const form = new URLSearchParams({ updates: '{"isActive":false}', title: 'x' })
    expect(await ask('PUT', await stage.path('Amara Okafor'), form)).toMatchObject({
      status: 422,
      body: {
        error: {
          message: "Cannot mix 'updates' JSON parameter with non-JSON update parameter 'title'",
        },
      },
    })
  })

  test('leaves what it does not name', async () => {
    const path = `${await stage.path('Tamara Lindholm')}?fields=title,scheduleDeactivationDate,homeTeamID,lastUpdatedBy:name`
    expect(
      await ask('PUT', path, { scheduleDeactivationDate: null, homeTeamID: '' }),
    ).toMatchObject({
      body: {
        data: {
          title: 'Accountant',
          scheduleDeactivationDate: null,
          homeTeamID: null,
          lastUpdatedBy: { name: 'Ada Lindqvist' },
        },
      },
    })
  })

  test.each([
    [{ statusLabel: 1 }, 'APIModel V21_0 does not support field statusLabel (User)'],
    [{ isActive: 'perhaps' }, 'isActive'],
    [{ loginCount: 3 }, 'loginCount'],
    [{ scheduleDeactivationDate: 'soon' }, 'soon is not a date.'],
    [{ accessLevelID: 'f' }, 'AccessLevel with primary key value(s) "f" not found'],
  ])('with %j is refused whole', async (body, words) => {
    const answer = await put('Amara Okafor', { isActive: false, ...body })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(JSON.stringify(words).slice(1, -1))
    expect(await stage.truth('Amara Okafor')).toMatchObject({ isActive: true })
  })

  test('of somebody who is not there is a 404', async () => {
    expect(await ask('PUT', `/user/${'f'.repeat(32)}`, { isActive: false })).toMatchObject({
      status: 404,
    })
  })
})

describe('activating', () => {
  test('keeps the access level where the tenant leaves it', async () => {
    const before = await stage.truth('Marek Wojciechowski')
    expect(before).toMatchObject({ isActive: false, accessLevel: expect.any(String) })
    const levelIn = (truth: unknown) =>
      typeof truth === 'object' && truth !== null && 'accessLevel' in truth && truth.accessLevel
    expect(await activate('Marek Wojciechowski')).toMatchObject({
      body: { data: { isActive: true } },
    })
    const after = await stage.truth('Marek Wojciechowski')
    expect(after).toMatchObject({ isActive: true, writes: 1, log: ['write:activate'] })
    expect(levelIn(after)).toBe(levelIn(before))
  })

  test('needs an access level where the tenant takes it away', async () => {
    await stage.settings({ accessLevelOnActivation: 'required' })
    const path = `${await stage.path('Amara Okafor')}?fields=accessLevelID,accessLevel:name`
    const none = { data: { accessLevelID: null, accessLevel: null } }
    expect(await ask('PUT', path, { isActive: false })).toMatchObject({ body: none })
    expect(await ask('PUT', path, { isActive: true })).toMatchObject({
      status: 422,
      body: { error: { message: 'Access Level is required to activate a user.' } },
    })
    const accessLevelID = await levelNamed('Light')
    expect(await ask('PUT', path, { isActive: true, accessLevelID })).toMatchObject({
      body: { data: { accessLevelID, accessLevel: { name: 'Light' } } },
    })
  })

  test('is refused while somebody active has the address', async () => {
    expect(await activate('Rolf Neumann')).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining('active user Petra Neumann') } },
    })
    await deactivate('Petra Neumann')
    expect(await activate('Rolf Neumann')).toMatchObject({ status: 200 })
  })

  test('is refused where no licence is left', async () => {
    const accessLevelID = await levelNamed('Light')
    await stage.settings({ freeLicenses: { W: 0 } })
    expect(await activate('Marek Wojciechowski', { accessLevelID })).toMatchObject({
      status: 422,
      body: { error: { message: 'There are no licenses of this type available.' } },
    })
    await stage.settings({ freeLicenses: { W: 1 } })
    expect(await activate('Marek Wojciechowski', { accessLevelID })).toMatchObject({ status: 200 })
    expect(await activate('Jonas Weber', { accessLevelID })).toMatchObject({ status: 422 })
  })

  test('approves whoever waits for it', async () => {
    expect(await stage.truth('Marlene Aust')).toMatchObject({ isActive: false, isPending: true })
    await activate('Marlene Aust')
    expect(await stage.truth('Marlene Aust')).toMatchObject({ isActive: true, isPending: false })
  })

  test('makes nobody a System Administrator', async () => {
    const accessLevelID = await levelNamed('System Administrator')
    expect(await activate('Marek Wojciechowski', { accessLevelID })).toMatchObject({ status: 403 })
  })
})

describe('deactivating', () => {
  test('ends the plan to do so', async () => {
    expect(await stage.truth('Tamara Lindholm')).toMatchObject({
      isActive: true,
      scheduleDeactivationDate: '2026-12-04T00:00:00:000+0100',
    })
    await deactivate('Tamara Lindholm')
    expect(await stage.truth('Tamara Lindholm')).toMatchObject({ scheduleDeactivationDate: null })
  })

  test('the last active System Administrator is up to the tenant', async () => {
    await deactivate('Henrik Dahl')
    await deactivate('Olga Owner')
    expect(await deactivate('Ada Lindqvist')).toMatchObject({
      status: 422,
      body: { error: { message: 'The last active System Administrator cannot be deactivated.' } },
    })
    await stage.settings({ lastAdmin: 'allowed' })
    expect(await deactivate('Ada Lindqvist')).toMatchObject({ status: 200 })
  })

  test('oneself is up to the tenant, and ends one’s sessions', async () => {
    await stage.settings({ oneself: 'refused' })
    expect(await deactivate('Ada Lindqvist')).toMatchObject({ status: 422 })
    await stage.settings({ oneself: 'allowed' })
    expect(await deactivate('Ada Lindqvist')).toMatchObject({ status: 200 })
    expect(await ask('GET', '/session')).toMatchObject({ status: 401 })
  })

  test('happens by itself at midnight of the day that was set', async () => {
    let time = now
    const later = createSandbox({ users: 0, now: () => time })
    const { truth } = stagingWorkfront(later)
    expect(await truth('Tamara Lindholm')).toMatchObject({ isActive: true })
    time = Date.UTC(2026, 11, 3, 22, 59)
    expect(await truth('Tamara Lindholm')).toMatchObject({ isActive: true })
    time = Date.UTC(2026, 11, 3, 23)
    expect(await truth('Tamara Lindholm')).toMatchObject({
      isActive: false,
      scheduleDeactivationDate: null,
      actualDeactivationDate: '2026-12-04T00:00:00:000+0100',
      writes: 0,
    })
  })
})
