import { describe, expect, test } from 'vitest'
import { asking } from '../asking'
import { createSandbox } from '../sandbox'
import { emailOf, nameOf, type StoredUser } from './model'
import { populationOf } from './population'

const acme = populationOf('acme', 2340)
const count = (is: (user: StoredUser) => boolean) => acme.users.filter(is).length
const named = (name: string) => acme.users.filter(user => nameOf(user) === name)
const roleOf = (user: StoredUser) => acme.roles.find(role => role.id === user.roleId)

describe('Acme', () => {
  test('is 2,316 people, 12 externals, 9 API users and 3 agents', () => {
    const kinds = (['person', 'external', 'apiUser', 'agent'] as const).map(kind =>
      count(user => user.kind === kind),
    )
    expect(kinds).toEqual([2316, 12, 9, 3])
  })

  test('has people of every status', () => {
    expect(count(user => !user.invitationAccepted)).toBeGreaterThan(80)
    expect(count(user => user.isDeactivated && !user.isArchived)).toBeGreaterThan(200)
    expect(count(user => user.isArchived)).toBeGreaterThan(50)
  })

  test('has exactly three human admins, and machines with the role', () => {
    const admins = acme.users.filter(user => roleOf(user)?.isAdmin)
    expect(
      admins
        .filter(user => user.kind === 'person')
        .map(nameOf)
        .toSorted(),
    ).toEqual(['Ada Lindqvist', 'Henrik Dahl', 'Olga Owner'])
    expect(admins.filter(user => user.kind === 'apiUser')).toHaveLength(2)
  })

  test('has two with one name, two with one e-mail, and otherwise each only once', () => {
    const repeated = (texts: readonly string[]) => [
      ...new Set(texts.filter((text, n) => texts.indexOf(text) !== n)),
    ]
    expect(repeated(acme.users.map(nameOf))).toEqual(['Anna Schmidt'])
    expect(repeated(acme.users.flatMap(user => emailOf(user)?.toLowerCase() ?? []))).toEqual([
      'front.desk@acme.example',
    ])
    expect(repeated(acme.users.map(user => user.id))).toEqual([])
  })

  test('has people without an e-mail, hostile names, and one of a thousand characters', () => {
    expect(count(user => user.kind === 'person' && emailOf(user) === undefined)).toBe(3)
    expect(count(user => nameOf(user).includes('<img src=x onerror=alert(1)>'))).toBe(1)
    expect(count(user => nameOf(user).startsWith('=HYPERLINK('))).toBe(1)
    expect(count(user => nameOf(user).length === 1000)).toBe(1)
    expect(count(user => /[\u200f\u202e]/.test(nameOf(user)))).toBe(1)
    expect(count(user => /\p{Script=Arabic}/u.test(nameOf(user)))).toBe(2)
    expect(count(user => /\p{Script=Han}|\p{Script=Hiragana}/u.test(nameOf(user)))).toBe(2)
  })

  test('lives in days that are fixed: nobody has a date after 17 November 2026', () => {
    const times = acme.users.flatMap(user => [
      user.createdOn,
      user.updatedOn,
      user.deactivatedOn ?? user.createdOn,
    ])
    expect(times.toSorted().at(-1)).toMatch(/^2026-11-17T/)
    expect(times.every(time => !Number.isNaN(Date.parse(time)))).toBe(true)
    expect(named('Elif Demir')[0]?.deactivatedOn).toMatch(/^2026-11-03T/)
    expect(named('Jonas Weber')[0]).toMatchObject({
      isArchived: true,
      deactivatedOn: expect.stringMatching(/^2025-02-28T/),
    })
  })

  test('nobody was deactivated before they came', () => {
    expect(
      acme.users.filter(user => (user.deactivatedOn ?? user.createdOn) < user.createdOn),
    ).toEqual([])
  })

  test('is the same at every start: ids are in receipts', () => {
    expect(named('Olga Owner')[0]?.id).toBe('8c4bb950-3ce0-4ac6-9847-a12e856187ef')
    expect(named('Elif Demir')[0]?.id).toBe('490e303c-dcd6-46a0-98e7-dbe4ab0b6546')
  })

  test('keeps those with a name of their own at any size', () => {
    const small = populationOf('acme', 0)
    expect(small.users.length).toBeLessThan(90)
    for (const name of ['Olga Owner', 'Rate-limited Rita', 'Marketing Sync', 'Ben Okoro']) {
      expect(small.users.some(user => nameOf(user) === name)).toBe(true)
    }
  })
})

describe('Nordwind', () => {
  const nordwind = populationOf('nordwind', 180)

  test('has some of Acme’s people, under the same address and another id', () => {
    const addresses = new Map(acme.users.map(user => [emailOf(user), user.id]))
    const both = nordwind.users.filter(
      user => emailOf(user) !== undefined && addresses.has(emailOf(user)),
    )
    expect(both.length).toBeGreaterThan(30)
    expect(both.length).toBeLessThan(40)
    expect(both.every(user => addresses.get(emailOf(user)) !== user.id)).toBe(true)
  })

  test('has nobody who makes things go wrong', () => {
    expect(nordwind.users.filter(user => user.special !== undefined)).toEqual([])
  })
})

test('a further workspace is made in less than five milliseconds', async () => {
  const sandbox = createSandbox()
  await asking(sandbox)('GET', '/me')
  const times: number[] = []
  for (let n = 0; n < 20; n += 1) {
    const ask = asking(sandbox, { workspace: `test-${n}`, unchecked: true })
    const started = performance.now()
    await ask('GET', '/me')
    times.push(performance.now() - started)
  }
  // The quickest of them: what else the processor is busy with only ever adds to it.
  expect(Math.min(...times)).toBeLessThan(5)
})
