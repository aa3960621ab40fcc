import { beforeEach, expect, test } from 'vitest'
import { type Ask, asking } from '../asking'
import { createSandbox, type Sandbox } from '../sandbox'
import { askingWorkfront, rowsOf, stagingWorkfront } from './asking'

let sandbox: Sandbox
let ask: Ask
let stage: ReturnType<typeof stagingWorkfront>
beforeEach(() => {
  sandbox = createSandbox({ users: 400, now: () => Date.UTC(2026, 10, 20, 12) })
  ask = askingWorkfront(sandbox)
  stage = stagingWorkfront(sandbox)
})

test('sums a tenant up', async () => {
  expect(await stage.behind('GET', '')).toMatchObject({
    body: {
      users: 400,
      active: expect.any(Number),
      pending: expect.any(Number),
      underWay: 0,
      accessLevelOnActivation: 'kept',
      lastAdmin: 'refused',
      oneself: 'allowed',
      concurrency: 10,
    },
  })
})

test('refuses settings there are none of', async () => {
  expect(await stage.settings({ lastAdmin: 'perhaps' })).toMatchObject({ status: 400 })
  expect(await stage.settings({ nothing: 1 })).toMatchObject({ status: 400 })
})

test('changes a user behind everybody’s back', async () => {
  const path = await stage.path('Amara Okafor')
  await stage.behind('PATCH', path.replace('/user/', '/users/'), {
    isActive: false,
    accessLevel: 'Light',
    scheduleDeactivationDate: null,
  })
  expect(
    await ask('GET', `${path}?fields=isActive,accessLevel:name,lastUpdatedByID`),
  ).toMatchObject({
    body: {
      data: { isActive: false, accessLevel: { name: 'Light' }, lastUpdatedByID: null },
    },
  })
  expect(await stage.truth('Amara Okafor')).toMatchObject({ log: ['read'] })
})

test('lets a user vanish, and keeps what was asked about them', async () => {
  const path = await stage.path('Amara Okafor')
  await ask('GET', path)
  const behind = path.replace('/user/', '/users/')
  await stage.behind('DELETE', behind)
  expect(await ask('GET', path)).toMatchObject({ status: 404 })
  expect(await stage.behind('GET', behind)).toMatchObject({ status: 404, body: { reads: 2 } })
})

test('counts being named in a search as being read', async () => {
  const path = await stage.path('Amara Okafor')
  await ask('GET', `/user/search?ID=${path.slice(6)}`)
  await ask('GET', '/user/search')
  expect(await stage.truth('Amara Okafor')).toMatchObject({ reads: 1, writes: 0 })
})

test('the same people are in both systems, some under another address, some in one only', async () => {
  const awork = asking(sandbox, { unchecked: true })
  const there: readonly {
    readonly firstName?: string
    readonly lastName?: string
    readonly userContactInfos: readonly { readonly type?: string; readonly value?: string }[]
  }[] = JSON.parse((await awork('GET', '/users?pageSize=1000')).text)
  const here = rowsOf(await ask('GET', '/user/search?$$LIMIT=2000&fields=emailAddr'))
  const emails = new Set(
    there.flatMap(user =>
      user.userContactInfos.flatMap(({ type, value }) => (type === 'email' ? value?.trim() : [])),
    ),
  )
  const names = new Set(there.map(({ firstName, lastName }) => `${firstName} ${lastName}`))
  const same = here.filter(row => emails.has(String(row['emailAddr'])))
  const otherAddress = here.filter(
    row => names.has(String(row['name'])) && !emails.has(String(row['emailAddr'])),
  )
  expect(same.length).toBeGreaterThan(200)
  expect(otherAddress.map(({ name }) => name)).toContain('Ingmar Solberg')
  expect(otherAddress.length).toBeLessThan(20)
  expect(here.length - same.length - otherAddress.length).toBeGreaterThan(20)
  expect(emails.size - same.length).toBeGreaterThan(20)
})

test('no two active users have the same address', async () => {
  const rows = rowsOf(await ask('GET', '/user/search?$$LIMIT=2000&fields=emailAddr&isActive=true'))
  const emails = rows.map(row => String(row['emailAddr']).toLowerCase())
  expect(new Set(emails).size).toBe(emails.length)
})

test('technical accounts are users among users', async () => {
  const rows = rowsOf(
    await ask(
      'GET',
      '/user/search?name=techacct&name_Mod=contains&fields=isActive,accessLevel:name',
    ),
  )
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(row).toMatchObject({ accessLevel: { name: 'Contributor' } })
})

test('the same sandbox is always the same', async () => {
  const again = askingWorkfront(createSandbox({ users: 400, now: () => Date.UTC(2026, 10, 20, 9) }))
  const query = '/user/search?$$LIMIT=2000&fields=*,manager:name'
  expect((await again('GET', query)).text).toBe((await ask('GET', query)).text)
})
