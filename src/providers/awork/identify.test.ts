import { describe, expect, it } from 'vitest'
import { FailureError } from '../../http/failure'
import { actions } from '../provider'
import { awork } from './awork'
import { createStage, failureOf, hurry, never } from './sandbox.test.stage'

describe('who is signed in', () => {
  it('is told by two calls where nobody may ask for more', async () => {
    const stage = createStage()
    const { operator } = await stage.connect('manager')
    expect(operator).toMatchObject({
      name: 'Ben Okoro',
      email: 'ben.okoro@acme.example',
      workspace: { name: 'Acme', url: 'https://acme.awork.com' },
      isAdmin: false,
      isApiUser: false,
    })
    expect(operator.rights).toContain('user-manage-config:write')
    expect(stage.asked).toEqual(['GET /me', 'GET /me/permissions'])
  })

  it('is an admin without any right being listed', async () => {
    const { operator } = await createStage().connect('admin')
    expect(operator).toMatchObject({ isAdmin: true, rights: [], isApiUser: false })
  })

  it('is a machine where the token is an API key', async () => {
    const { operator } = await createStage().connect('apikey')
    expect(operator).toMatchObject({ name: 'HR Connector', isAdmin: true, isApiUser: true })
  })

  it('may look, but not act, when the rights cannot be read', async () => {
    const stage = createStage()
    await stage.fault({ kind: 'nonsense', path: '/me/permissions' })
    const provider = await stage.connect('admin')
    expect(provider.operator.rights).toEqual([])
    for (const action of actions) {
      expect(provider.actions[action]).toEqual({
        reason: expect.stringContaining('Your rights could not be read: awork answered not as'),
      })
    }
  })

  it('is not known while awork cannot be reached', async () => {
    hurry()
    const stage = createStage()
    await stage.fault({ kind: 'cut', path: '/me/permissions' })
    const { kind } = await failureOf(stage.connect('admin'))
    expect(kind).toBe('unreachable')
  })

  it('is not asked again when the token is wrong and cannot be renewed', async () => {
    const stage = createStage()
    const expired = new FailureError({ kind: 'expired', method: 'GET', path: '/me' })
    const credentials = {
      token: () => 'wrong',
      means: () => 'pasted' as const,
      renew: () => Promise.reject(expired),
    }
    const failure = await failureOf(awork.identify(stage.apiUrl, credentials, never))
    expect(failure.kind).toBe('expired')
  })
})
