import { beforeEach, describe, expect, test } from 'vitest'
import type { Ask } from '../asking'
import { createSandbox } from '../sandbox'
import { askingWorkfront, stagingWorkfront } from './asking'

let ask: Ask
let stage: ReturnType<typeof stagingWorkfront>
beforeEach(() => {
  const sandbox = createSandbox({ users: 0, rateLimits: false })
  ask = askingWorkfront(sandbox)
  stage = stagingWorkfront(sandbox)
})

const idFor = async (name: string) => (await stage.path(name)).replace('/user/', '')

describe('several at once', () => {
  test('are a list in the body, and one in the answer', async () => {
    const [amara, anne] = [await idFor('Amara Okafor'), await idFor('Anne Lindgren')]
    const body = [
      { ID: amara, isActive: false },
      { ID: anne, title: 'Editor' },
    ]
    expect(await ask('PUT', '/user?fields=isActive,title', body)).toMatchObject({
      status: 200,
      body: {
        data: [
          { ID: amara, isActive: false },
          { ID: anne, isActive: true, title: 'Editor' },
        ],
      },
    })
    expect(await stage.truth('Amara Okafor')).toMatchObject({ log: ['write:deactivate'] })
    expect(await stage.truth('Anne Lindgren')).toMatchObject({ log: ['write:update'] })
  })

  test('are done until one is refused; with atomic none is', async () => {
    const body = [
      { ID: await idFor('Amara Okafor'), isActive: false },
      { ID: await idFor('Rolf Neumann'), isActive: true },
    ]
    expect(await ask('PUT', '/user?atomic=true', body)).toMatchObject({ status: 422 })
    expect(await stage.truth('Amara Okafor')).toMatchObject({ isActive: true })
    expect(await ask('PUT', '/user', body)).toMatchObject({ status: 422 })
    expect(await stage.truth('Amara Okafor')).toMatchObject({ isActive: false })
    expect(await ask('PUT', '/user?atomic=true', body.slice(0, 1))).toMatchObject({
      body: { data: { success: true } },
    })
  })

  test('are 100 at most', async () => {
    const ID = await idFor('Amara Okafor')
    const body = Array.from({ length: 101 }, () => ({ ID, isActive: false }))
    expect(await ask('PUT', '/user', body)).toMatchObject({ status: 422 })
    expect(await ask('PUT', '/user', body.slice(1))).toMatchObject({ status: 200 })
  })
})
