import { beforeAll, describe, expect, test } from 'vitest'
import type { Ask } from '../asking'
import { createSandbox } from '../sandbox'
import { askingWorkfront, rowsOf } from './asking'

const now = Date.UTC(2026, 10, 20, 12)
let ask: Ask
let guest: Ask
beforeAll(() => {
  const sandbox = createSandbox({ users: 400, rateLimits: false, now: () => now })
  ask = askingWorkfront(sandbox)
  guest = askingWorkfront(sandbox, { who: 'guest' })
})

const search = async (query: string) => rowsOf(await ask('GET', `/user/search?${query}`))
const count = async (query: string, object = 'user'): Promise<number> =>
  JSON.parse((await ask('GET', `/${object}/count?${query}`)).text).data.count

describe('a list', () => {
  test('has no more than 100 unless more are asked for', async () => {
    expect(await search('')).toHaveLength(100)
    expect(await search('$$LIMIT=2000')).toHaveLength(400)
  })

  test('is refused for more than 2,000', async () => {
    expect(await ask('GET', '/user/search?$$LIMIT=2001')).toMatchObject({
      status: 422,
      body: {
        error: {
          class: 'java.lang.IllegalArgumentException',
          message: 'The requested limit 2001 is greater than the maximum allowed limit of 2000',
        },
      },
    })
  })

  test('comes in pages that are whole when sorted by ID', async () => {
    const pages = await Promise.all(
      [0, 150, 300].map(first => search(`ID_Sort=asc&$$FIRST=${first}&$$LIMIT=150`)),
    )
    const ids = pages.flat().map(({ ID }) => ID)
    expect(pages.map(({ length }) => length)).toEqual([150, 150, 100])
    expect(ids).toEqual([...new Set(ids)].toSorted())
  })

  test('is sorted by several fields, in either direction', async () => {
    const rows = await search(
      'isActive_1_Sort=asc&lastName_2_Sort=desc&fields=isActive,lastName&$$LIMIT=2000&lastName_Mod=notblank',
    )
    const keys = rows.map(row => [row['isActive'], row['lastName']])
    const first = keys.filter(([isActive]) => isActive === false)
    expect(keys.slice(0, first.length)).toEqual(first)
    const names = first.map(([, name]) => String(name))
    expect(names).toEqual(names.toSorted().toReversed())
  })

  test('is keyed by ID with map=true', async () => {
    const { text } = await ask('GET', '/user/search?map=true&$$LIMIT=1')
    const [[id, row] = []] = Object.entries(JSON.parse(text).data)
    expect(row).toMatchObject({ ID: id, objCode: 'USER' })
  })

  test('is empty, not forbidden, for whoever may not see users', async () => {
    expect(await guest('GET', '/user/search')).toMatchObject({ status: 200, body: { data: [] } })
    expect(await guest('GET', '/user/count')).toMatchObject({ body: { data: { count: 0 } } })
    const { body } = await guest('GET', '/user?id=$$USER&fields=emailAddr')
    expect(body).toMatchObject({ data: { emailAddr: 'lamar@studio-halden.example' } })
  })

  test.each(['USER', 'user', 'User'])('is to be had under %s', async name => {
    expect(await ask('GET', `/${name}/count`)).toMatchObject({ body: { data: { count: 400 } } })
  })

  test('can be asked for with a form that says method=GET', async () => {
    const form = new URLSearchParams({
      lastName: 'Okafor',
      fields: 'emailAddr',
      method: 'GET',
    })
    expect(rowsOf(await ask('POST', '/user/search', form))).toMatchObject([
      { name: 'Amara Okafor', emailAddr: 'amara.okafor@acme.example' },
    ])
  })
})

describe('a filter', () => {
  test.each([
    ['isActive=true', 'isActive=false'],
    ['userApproval_Mod=notnull', 'userApproval_Mod=isnull'],
    [
      'lastLoginDate=$$TODAY-90d&lastLoginDate_Mod=gte',
      'lastLoginDate=$$TODAY-90d&lastLoginDate_Mod=lt&OR:1:lastLoginDate_Mod=isnull',
    ],
    ['accessLevel:name=Standard', 'accessLevel:name=Standard&accessLevel:name_Mod=ne'],
    [
      'emailAddr=ACME.example&emailAddr_Mod=cicontains',
      'emailAddr=acme.example&emailAddr_Mod=cinotcontains',
    ],
    [
      'entryDate=2024-01-01&entryDate_Mod=between&entryDate_Range=2024-12-31',
      'entryDate=2024-01-01&entryDate_Mod=notbetween&entryDate_Range=2024-12-31',
    ],
  ])('%s and %s share everybody between them', async (one, other) => {
    const [some, others] = [await count(one), await count(other)]
    expect(some).toBeGreaterThan(0)
    expect(others).toBeGreaterThan(0)
    expect(some + others).toBe(400)
  })

  test('with several values means any of them; with commas only of an ID', async () => {
    const [one, other] = await search('$$LIMIT=2&ID_Sort=asc')
    expect(await count(`ID=${one?.['ID']}&ID=${other?.['ID']}`)).toBe(2)
    expect(await count(`ID=${one?.['ID']},${other?.['ID']}&ID_Mod=in`)).toBe(2)
    expect(await count('firstName=Ada&firstName=Ben&lastName=Lindqvist&lastName=Okoro')).toBe(2)
    expect(await count('lastName=Lindqvist,Okoro&lastName_Mod=in')).toBe(0)
  })

  test('of a date means the whole day', async () => {
    expect(await count('scheduleDeactivationDate=2026-12-04')).toBeGreaterThan(0)
    expect(await count('scheduleDeactivationDate=2026-12-04T00:00:00.000Z')).toBe(0)
    expect(await count('scheduleDeactivationDate=2026-12-03T23:00:00.000Z')).toBeGreaterThan(0)
  })

  test('does not carry into OR groups', async () => {
    const carried = 'isActive=false&OR:1:lastName=Lindqvist&OR:1:firstName=Ada'
    expect(await count(carried)).toBe((await count('isActive=false')) + 1)
  })

  test('in JSON takes the user name, which the address would take for a sign-in', async () => {
    const filters = encodeURIComponent('{"username":"ada.lindqvist@acme.example"}')
    expect(await count(`filters=${filters}`)).toBe(1)
    expect(await count('username=ada.lindqvist@acme.example')).toBe(400)
  })

  test('knows who asks', async () => {
    expect(await search('ID=$$USER.ID')).toMatchObject([{ name: 'Ada Lindqvist' }])
  })

  test('with an unknown value of a flag finds nobody; with an unknown field or operator it fails', async () => {
    expect(await count('isActive=perhaps')).toBe(0)
    expect(await ask('GET', '/user/count?nothing=1')).toMatchObject({ status: 422 })
    expect(await ask('GET', '/user/count?name=a&name_Mod=sounds')).toMatchObject({ status: 422 })
    expect(await ask('GET', '/user/count?entryDate=soon')).toMatchObject({ status: 422 })
  })
})

describe('one user', () => {
  test('is an object, several are a list, by commas or repeated', async () => {
    const [ada, ben] = [
      ...(await search('lastName=Lindqvist')),
      ...(await search('lastName=Okoro')),
    ]
    const [a, b] = [ada?.['ID'], ben?.['ID']]
    expect(await ask('GET', `/user/${a}?fields=isActive`)).toMatchObject({
      body: { data: { name: 'Ada Lindqvist', isActive: true } },
    })
    for (const query of [`id=${a},${b}`, `id=${a}&id=${b}`]) {
      expect(rowsOf(await ask('GET', `/user?${query}`))).toMatchObject([ada, ben])
    }
  })

  test('who is not there is a 404 with their id', async () => {
    const id = 'f'.repeat(32)
    expect(await ask('GET', `/user/${id}`)).toMatchObject({
      status: 404,
      body: { error: { message: `User with primary key value(s) "${id}" not found` } },
    })
  })
})

describe('work', () => {
  test('is counted by whom it is assigned to, whether finished or not', async () => {
    const [dagmar] = await search('lastName=Petersen')
    const id = dagmar?.['ID']
    const open = 'actualCompletionDate=&actualCompletionDate_Mod=isnull'
    expect(await count(`assignedToID=${id}&${open}`, 'task')).toBe(21)
    expect(await count(`assignments:assignedToID=${id}&${open}`, 'task')).toBe(21)
    expect(await count(`assignedToID=${id}&${open}`, 'optask')).toBe(5)
    expect(await count(`ownerID=${id}&status=CUR`, 'proj')).toBe(5)
    expect(await count(`ownerID=${id}`, 'proj')).toBe(8)
    expect(await count(`approverID=${id}`, 'awapvl')).toBe(3)
  })

  test('of everybody is the sum', async () => {
    const users = await search('$$LIMIT=2000')
    const each = await Promise.all(users.map(({ ID }) => count(`assignedToID=${ID}`, 'task')))
    expect(await count('', 'task')).toBe(each.reduce((sum, one) => sum + one, 0))
  })
})
