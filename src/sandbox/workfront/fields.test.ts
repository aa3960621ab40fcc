import { beforeAll, describe, expect, test } from 'vitest'
import type { Ask } from '../asking'
import { createSandbox } from '../sandbox'
import { askingWorkfront, rowsOf } from './asking'

let ask: Ask
beforeAll(() => {
  const now = Date.UTC(2026, 10, 20, 12)
  ask = askingWorkfront(createSandbox({ users: 400, rateLimits: false, now: () => now }))
})

const search = async (query: string) => rowsOf(await ask('GET', `/user/search?${query}`))
const count = async (query: string): Promise<number> =>
  JSON.parse((await ask('GET', `/user/count?${query}`)).text).data.count

describe('fields', () => {
  test('bring ID, name and objCode, and what is empty as null', async () => {
    expect(await search('lastName=Lindqvist&fields=phoneNumber')).toEqual([
      {
        ID: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: 'Ada Lindqvist',
        objCode: 'USER',
        phoneNumber: null,
      },
    ])
  })

  test('walk references, one of them with everything', async () => {
    const [tamara] = await search(
      'lastName=Lindholm&fields=accessLevel:name,homeTeam,homeGroup:*,userApproval:*',
    )
    expect(tamara).toMatchObject({
      accessLevel: { name: expect.any(String), objCode: 'ACSLVL' },
      homeTeam: { name: 'Finance', objCode: 'TEAMOB' },
      homeGroup: { name: 'Finance and legal', isActive: true },
      userApproval: null,
    })
  })

  test('have times with a colon before the milliseconds, where the tenant is', async () => {
    const [tamara] = await search('lastName=Lindholm&fields=scheduleDeactivationDate,entryDate')
    expect(tamara?.['scheduleDeactivationDate']).toBe('2026-12-04T00:00:00:000+0100')
    expect(tamara?.['entryDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d:\d{3}\+0[12]00$/)
  })

  test.each([
    ['statusLabel', 'APIModel V21_0 does not support field statusLabel (User)'],
    ['accessLevel:colour', 'APIModel V21_0 does not support field colour (AccessLevel)'],
    ['nobody:name', 'APIModel V21_0 does not support field nobody (User)'],
    ['constructor', 'APIModel V21_0 does not support field constructor (User)'],
  ])('fail the whole call when one is unknown: %s', async (fields, message) => {
    expect(await ask('GET', `/user/search?fields=name,${fields}`)).toMatchObject({
      status: 422,
      body: { error: { message } },
    })
  })

  test('include what managers have below them', async () => {
    const [manager] = await search('lastName=Petersen&fields=directReports:emailAddr')
    const id = manager?.['ID']
    expect(manager?.['directReports']).toHaveLength(await count(`managerID=${id}`))
  })
})

test('metadata names the fields and references of a user', async () => {
  const { text } = await ask('GET', '/user/metadata')
  const { data } = JSON.parse(text)
  expect(data).toMatchObject({
    objCode: 'USER',
    fields: { lastLoginDate: { fieldType: 'dateTime', label: 'Last Login Date' } },
    references: { accessLevel: { typeObjCode: 'ACSLVL' } },
  })
  expect(data.operations).toEqual([
    'add',
    'count',
    'delete',
    'edit',
    'get',
    'replace',
    'report',
    'search',
  ])
})

test('slashes come escaped', async () => {
  const { text } = await ask('GET', '/session')
  expect(text).toContain('"v21.0":"\\/attask\\/api\\/v21.0\\/"')
})
