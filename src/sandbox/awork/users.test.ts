import { describe, expect, test } from 'vitest'
import { type Answer, asking, idOf, staging } from '../asking'
import { createSandbox } from '../sandbox'

const sandbox = createSandbox({ rateLimits: false })
const ask = asking(sandbox, { unchecked: true })
const stage = staging(sandbox)

type Listed = {
  readonly id: string
  readonly firstName?: string
  readonly lastName?: string
  readonly createdOn: string
}

function listed({ text }: Answer): readonly Listed[] {
  return JSON.parse(text)
}

const list = async (query: string) => listed(await ask('GET', `/users?${query}`))
const names = async (filter: string) =>
  (await list(`pageSize=1000&showArchived=true&filterby=${encodeURIComponent(filter)}`)).map(user =>
    [user.firstName, user.lastName].filter(Boolean).join(' '),
  )

describe('paging', () => {
  test('gives every user exactly once, and says in headers where one is', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map(page => ask('GET', `/users?page=${page}&pageSize=1000&showArchived=true`)),
    )
    const headers = pages.map(page =>
      ['aw-page', 'aw-pagesize', 'aw-items', 'aw-totalitems'].map(name => page.headers.get(name)),
    )
    expect(headers).toEqual([
      ['1', '1000', '1000', '2340'],
      ['2', '1000', '1000', '2340'],
      ['3', '1000', '340', '2340'],
      ['4', '1000', '0', '2340'],
    ])
    expect(new Set(pages.flatMap(listed).map(user => user.id)).size).toBe(2340)
  })

  test('gives ten to who does not ask, and never more than a thousand', async () => {
    expect(await list('')).toHaveLength(10)
    const answer = await ask('GET', '/users?pageSize=5000')
    expect(listed(answer)).toHaveLength(1000)
    expect(answer.headers.get('aw-pagesize')).toBe('1000')
  })

  test.each(['page=0', 'page=x', 'pageSize=-1', 'pageSize=1.5'])('refuses %s', async query => {
    expect(await ask('GET', `/users?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    })
  })
})

test('archived users are left out unless asked for', async () => {
  const total = async (query: string) =>
    Number((await ask('GET', `/users?${query}`)).headers.get('aw-totalitems'))
  const { text } = await stage('GET', '/users')
  const archived = JSON.parse(text).filter(
    (user: { isArchived: boolean }) => user.isArchived,
  ).length
  expect(archived).toBeGreaterThan(50)
  expect(await total('')).toBe(2340 - archived)
  expect(await total('showArchived=true')).toBe(2340)
})

describe('filters', () => {
  test.each([
    ["firstName eq 'Olga' and lastName eq 'Owner'", ['Olga Owner']],
    ["FIRSTNAME eq 'olga' and LASTNAME eq 'owner'", ['Olga Owner']],
    ["userContactInfos/any(c: c/value eq 'olga.owner@acme.example')", ['Olga Owner']],
    ["tags/any(t: t/name eq 'Photo')", ['Sumarni Wijaya']],
    [
      "teams/any(t: t/name eq 'Sales Iberia') and startswith(lastName,'Fernández')",
      ['María Fernández-Castro'],
    ],
    ["substringof('wojciechow',tolower(lastName))", ['Marek Wojciechowski']],
    ["endswith(lastName,'Whitfield') and isExternal eq true", ['Lamar Whitfield']],
    ["lastName eq 'Owner' and not (firstName eq 'Olga')", []],
    ["lastName in ('Owner','Dahl') and isArchived ne true", ['Olga Owner', 'Henrik Dahl']],
    [
      "deactivatedOn ge datetime'2026-11-03' and deactivatedOn lt datetime'2026-11-04' and tags/any(t: t/name in ('Berlin','Poznań')) and (firstName eq 'Elif' or firstName eq 'Marek')",
      ['Marek Wojciechowski', 'Elif Demir'],
    ],
    ["lastName eq 'Petersen' and teams/count() ge 2", ['Dagmar Petersen']],
    ["firstName eq 'Gerhard' and status/invitationAccepted eq false", ['Gerhard Winkler']],
  ])('%s', async (filter, expected) => {
    expect((await names(filter)).toSorted()).toEqual(expected.toSorted())
  })

  test('find by id', async () => {
    const id = await idOf(stage, 'Olga Owner')
    expect(await names(`id eq guid'${id}'`)).toEqual(['Olga Owner'])
  })

  test('take a doubled quote for a quote', async () => {
    await stage('PATCH', `/users/${await idOf(stage, 'Annemarie Vogt')}`, {
      position: "the user's task",
    })
    expect(await names("position eq 'the user''s task'")).toEqual(['Annemarie Vogt'])
  })

  test('the total considers them', async () => {
    const answer = await ask(
      'GET',
      `/users?pageSize=1&filterby=${encodeURIComponent('isDeactivated eq true')}`,
    )
    expect(Number(answer.headers.get('aw-totalitems'))).toBeGreaterThan(200)
  })

  test.each([
    'firstName eq',
    'nickname eq 1',
    'firstName eq Olga',
    'upper(firstName)',
    'firstName = 1',
    "(firstName eq 'Olga'",
  ])('cannot be %s', async filter => {
    const answer = await ask('GET', `/users?filterby=${encodeURIComponent(filter)}`)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-filter-or-order' } })
  })
})

describe('order', () => {
  test('goes by several properties, each up or down', async () => {
    const users = await list(
      `pageSize=1000&orderby=${encodeURIComponent('isDeactivated desc,createdOn')}`,
    )
    const firstActive = users.findIndex(user => !('deactivatedOn' in user))
    expect(firstActive).toBeGreaterThan(200)
    expect(users.slice(firstActive).every(user => !('deactivatedOn' in user))).toBe(true)
    const times = users.slice(0, firstActive).map(user => user.createdOn)
    expect(times).toEqual(times.toSorted((one, other) => one.localeCompare(other, 'en')))
  })

  test.each(['nickname', 'lastName, firstName', 'lastName up'])('cannot be “%s”', async order => {
    const answer = await ask('GET', `/users?orderby=${encodeURIComponent(order)}`)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-filter-or-order' } })
  })
})

describe('one user', () => {
  test('has the e-mail in the contact infos only, and the role nowhere', async () => {
    const { body, text } = await asking(sandbox)('GET', `/users/${await idOf(stage, 'Elif Demir')}`)
    expect(body).toMatchObject({
      firstName: 'Elif',
      isDeactivated: true,
      deactivatedOn: expect.stringMatching(/^2026-11-03T/),
      status: { invitationAccepted: true, isDeactivated: true },
      userContactInfos: [
        { type: 'email', subType: 'work', value: 'elif.demir@acme.example' },
        { subType: 'private' },
        { type: 'phone' },
      ],
      teams: [{ name: 'Marketing' }],
      tags: [{ name: 'Berlin' }],
    })
    expect(text).not.toMatch(/role|"email"\s*:/i)
  })

  test('who is put loses what is not sent', async () => {
    const id = await idOf(stage, 'Dagmar Petersen')
    const changed = await asking(sandbox)('PUT', `/users/${id}`, {
      firstName: 'Dagmar',
      lastName: 'Petersen-Holm',
    })
    expect(changed.body).toMatchObject({ lastName: 'Petersen-Holm' })
    expect(changed.body).not.toHaveProperty('position')
    expect(changed.body).not.toHaveProperty('language')
  })

  test.each([
    { firstName: 'x'.repeat(1001) },
    { birthDate: '1998-04-19T00:00:000Z' },
    { title: 5 },
  ])('cannot be put with %j', async form => {
    const id = await idOf(stage, 'Anne Lindgren')
    const answer = await ask('PUT', `/users/${id}`, form)
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: 'validation-failed',
        validationErrors: [{ property: expect.stringMatching(/^[A-Z]/) }],
      },
    })
  })

  test('who does not exist is a 404 with a trace id, in the body and in the header', async () => {
    const answer = await ask('GET', '/users/00000000-0000-4000-8000-000000000000')
    expect(answer).toMatchObject({
      status: 404,
      body: { code: 'not-found', traceId: answer.headers.get('trace-id') },
    })
  })

  test('cannot be changed with what is no JSON', async () => {
    const response = await sandbox.fetch(
      new Request(
        `http://localhost/sandbox/awork/api/v1/users/${await idOf(stage, 'Anne Lindgren')}`,
        {
          method: 'PUT',
          headers: { authorization: 'Bearer sandbox-admin-acme' },
          body: '{firstName',
        },
      ),
    )
    expect(await response.json()).toMatchObject({ code: 'invalid-model' })
  })
})

test('API users are among the users, without an e-mail and under the same id', async () => {
  const apiUsers: readonly { id: string; name: string }[] = JSON.parse(
    (await ask('GET', '/apiusers')).text,
  )
  expect(apiUsers).toHaveLength(9)
  for (const { id, name } of apiUsers) {
    expect(await ask('GET', `/users/${id}`)).toMatchObject({
      body: { firstName: name, userContactInfos: [] },
    })
  }
})

test('an API user without a role becomes an admin', async () => {
  const roles: readonly { id: string; isAdminRole: boolean }[] = JSON.parse(
    (await ask('GET', '/roles')).text,
  )
  const made = await ask('POST', '/apiusers', { name: 'Careless' })
  expect(made.body).toMatchObject({ roleId: roles.find(role => role.isAdminRole)?.id })
})
