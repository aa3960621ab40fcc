import { beforeEach, describe, expect, test } from 'vitest'
import type { Ask } from '../asking'
import { createSandbox } from '../sandbox'
import { askingWorkfront, stagingWorkfront, type Who } from './asking'

let as: (who: Who) => Ask
let stage: ReturnType<typeof stagingWorkfront>
beforeEach(() => {
  const sandbox = createSandbox({ users: 0, rateLimits: false })
  as = who => askingWorkfront(sandbox, { who })
  stage = stagingWorkfront(sandbox)
})

const deactivate = async (name: string, ask: Ask) =>
  ask('PUT', await stage.path(name), { isActive: false })

describe('rights', () => {
  test('of a group administrator end with their groups, and below a System Administrator', async () => {
    const manager = as('manager')
    expect(await deactivate('Amara Okafor', manager)).toMatchObject({ status: 200 })
    for (const name of ['Tamara Lindholm', 'Ada Lindqvist']) {
      expect(await deactivate(name, manager)).toMatchObject({
        status: 403,
        body: {
          error: { message: 'The user does not have permission to perform the operation.' },
        },
      })
      expect(await stage.truth(name)).toMatchObject({ isActive: true })
    }
    expect(await manager('GET', await stage.path('Tamara Lindholm'))).toMatchObject({ status: 200 })
  })

  test('to look do not allow to change, and a guest sees only themselves', async () => {
    const support = as('support')
    const guest = as('guest')
    expect(await deactivate('Amara Okafor', support)).toMatchObject({ status: 403 })
    expect(await support('GET', await stage.path('Amara Okafor'))).toMatchObject({ status: 200 })
    expect(await guest('GET', await stage.path('Amara Okafor'))).toMatchObject({ status: 404 })
    expect(await deactivate('Amara Okafor', guest)).toMatchObject({ status: 404 })
  })

  test('to delete nobody has here', async () => {
    expect(
      await as('admin')('DELETE', `${await stage.path('Amara Okafor')}?force=true`),
    ).toMatchObject({
      status: 403,
      body: { error: { message: 'Users must be deleted in the Adobe Admin Console.' } },
    })
    expect(await stage.truth('Amara Okafor')).toMatchObject({
      isActive: true,
      log: ['write:delete'],
    })
  })
})
