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
const deactivate = async (name: string) =>
  ask('POST', `/users/${await person(name)}/deactivate?includeSummary=true`)
const activate = async (name: string) => ask('POST', `/users/${await person(name)}/activate`)
const archive = async (name: string, isArchived: boolean) =>
  ask('POST', `/users/${await person(name)}/setarchived`, { isArchived })

describe('private projects', () => {
  const projects = async (
    as: Ask = ask,
  ): Promise<
    readonly { name: string; members: readonly { userId: string; isResponsible: boolean }[] }[]
  > =>
    JSON.parse(
      (
        await as(
          'GET',
          `/projects?pageSize=1000&filterby=${encodeURIComponent('isPrivate eq true')}`,
        )
      ).text,
    )

  test('are seen by their members and who made them, not by other admins', async () => {
    const seen = (await projects()).map(project => project.name).toSorted()
    expect(seen).toEqual([
      'Farewell for Dagmar',
      'Gala seating',
      'Offsite ideas',
      'Redesign experiments',
      'Salary review 2027',
      'Venue complaints',
    ])
    expect(await projects(asking(sandbox, { who: 'apikey' }))).toEqual([])
    const [salaries] = JSON.parse(
      (await ask('GET', `/projects?filterby=${encodeURIComponent("name eq 'Salary review 2027'")}`))
        .text,
    )
    expect(
      await asking(sandbox, { who: 'support' })('GET', `/projects/${salaries.id}`),
    ).toMatchObject({ status: 404 })
  })

  test('get a new manager, or are deleted when nobody is left: the summary counts both', async () => {
    expect(await deactivate('Olga Owner')).toMatchObject({
      body: { privateProjectManagersReassignedCount: 3, privateProjectsDeletedCount: 2 },
    })
    expect((await projects()).map(project => project.name)).not.toContain('Salary review 2027')
    const ben = await projects(asking(sandbox, { who: 'manager' }))
    const heir = ben
      .find(project => project.name === 'Works agreement')
      ?.members.find(member => member.isResponsible)
    expect(heir?.userId).toBe(await person('Ben Okoro'))
  })

  test('do not come back', async () => {
    await deactivate('Olga Owner')
    await activate('Olga Owner')
    expect(await deactivate('Olga Owner')).toMatchObject({
      body: { privateProjectManagersReassignedCount: 0, privateProjectsDeletedCount: 0 },
    })
  })

  test('are handed to nobody who cannot sign in', async () => {
    await deactivate('Henrik Dahl')
    expect(await deactivate('Olga Owner')).toMatchObject({
      body: { privateProjectManagersReassignedCount: 2, privateProjectsDeletedCount: 3 },
    })
  })

  test.each([
    [
      'deactivated without asking for the summary',
      async () => ask('POST', `/users/${await person('Olga Owner')}/deactivate`),
      204,
    ],
    ['archived', () => archive('Olga Owner', true), 200],
    ['deleted', async () => ask('DELETE', `/users/${await person('Olga Owner')}`), 204],
  ])('go the same way when their manager is %s', async (_, act, status) => {
    expect(await act()).toMatchObject({ status })
    expect((await projects()).map(project => project.name)).not.toContain('Salary review 2027')
  })
})

describe('what somebody leaves behind', () => {
  const count = async (path: string) =>
    Number((await ask('GET', path)).headers.get('aw-totalitems'))

  test('open tasks, projects and machines are as many as promised', async () => {
    const olga = await person('Olga Owner')
    expect(await count(`/users/${olga}/assignedtasks?pageSize=1`)).toBe(12)
    const tasks: readonly { projectId: string }[] = JSON.parse(
      (await ask('GET', `/users/${olga}/assignedtasks?pageSize=100`)).text,
    )
    expect(new Set(tasks.map(task => task.projectId)).size).toBe(4)
    const filter = `isPrivate eq false and members/any(m: m/userId eq guid'${olga}' and m/isResponsible eq true)`
    const led = JSON.parse(
      (await ask('GET', `/projects?pageSize=100&filterby=${encodeURIComponent(filter)}`)).text,
    )
    expect(led.map((project: { name: string }) => project.name)).toEqual([
      'Trade fair 2027',
      'Website relaunch',
      'Onboarding',
    ])
    const apiUsers: readonly { name: string; createdBy: string }[] = JSON.parse(
      (await ask('GET', '/apiusers')).text,
    )
    expect(apiUsers.filter(user => user.createdBy === olga).map(user => user.name)).toEqual([
      'Marketing Sync',
    ])
  })
})
