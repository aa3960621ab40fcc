import { describe, expect, test } from 'vitest'
import { asking, idOf, staging, type Who } from '../asking'
import { operations } from '../openapi'
import { createSandbox } from '../sandbox'

const sandbox = createSandbox({ users: 0, rateLimits: false })
const stage = staging(sandbox)
const elif = await idOf(stage, 'Elif Demir')

const rights: Record<Exclude<Who, 'admin' | 'apikey'>, readonly string[]> = {
  manager: [
    'user-master-data:read',
    'user-master-data:write',
    'user-manage-config:write',
    'user-manage-config:delete',
  ],
  support: ['user-master-data:read'],
  guest: [],
}

describe.each(Object.entries(rights))('%s', (name, held) => {
  const who = name === 'manager' ? 'manager' : name === 'support' ? 'support' : 'guest'
  // A workspace of its own: what is allowed is done.
  const ask = asking(sandbox, { who, workspace: name, unchecked: true })

  test('is told which rights they have', async () => {
    const { body } = await asking(sandbox, { who })('GET', '/me/permissions')
    const { isAdmin, permissions } = Object(body).userPermission
    expect(isAdmin).toBe(false)
    const told = permissions.flatMap(
      (right: { feature: string; accessLevels: readonly string[] }) =>
        right.accessLevels.map(level => `${right.feature}:${level}`),
    )
    expect(told).toEqual(held)
  })

  const guarded = operations.filter(operation => 'admin' in operation['x-access'])

  test.each(guarded)(
    '$method $path is refused exactly when the document’s right is missing',
    async operation => {
      const access = Object.entries(operation['x-access']).filter(([feature]) =>
        feature.includes('-'),
      )
      const allowed = access.some(([feature, level]) => held.includes(`${feature}:${level}`))
      const path = operation.path
        .replace('{userId}', elif)
        .replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')
      const answer = await ask(operation.method, path)
      const isRefused = answer.status === 401 && Object(answer.body).code === 'unauthorized'
      expect(isRefused).toBe(!allowed)
    },
  )
})

test('an admin is told so, with an empty list', async () => {
  const { body } = await asking(sandbox)('GET', '/me/permissions')
  expect(body).toMatchObject({ userPermission: { isAdmin: true, permissions: [] } })
})

test('without user-master-data:read the list holds only oneself, and others cannot be read', async () => {
  const ask = asking(sandbox, { who: 'guest' })
  expect(await ask('GET', '/users?pageSize=1000')).toMatchObject({ body: [{ firstName: 'Lamar' }] })
  expect(await ask('GET', `/users/${elif}`)).toMatchObject({
    status: 401,
    body: { code: 'unauthorized' },
  })
  expect(await ask('GET', `/users/${await idOf(stage, 'Lamar Whitfield')}`)).toMatchObject({
    status: 200,
  })
})

test('everybody may change themselves', async () => {
  const ask = asking(sandbox, { who: 'guest' })
  const path = `/users/${await idOf(stage, 'Lamar Whitfield')}`
  expect(await ask('PUT', path, { firstName: 'Lamar', lastName: 'Whitfield' })).toMatchObject({
    status: 200,
  })
  expect(await ask('GET', `${path}/contactinfo`)).toMatchObject({ status: 200 })
})

test('a key acts as its API user', async () => {
  expect(await asking(sandbox, { who: 'apikey' })('GET', '/me')).toMatchObject({
    body: { firstName: 'HR Connector' },
  })
})
