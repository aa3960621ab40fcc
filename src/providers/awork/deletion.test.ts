import { describe, expect, it } from 'vitest'
import type { Provider, User } from '../provider'
import {
  act,
  apiUsersOf,
  createStage,
  failureOf,
  never,
  type Stage,
  userNamed,
  writes,
} from './sandbox.test.stage'

const people = 'user-manage-config:delete'
const machines = 'workspace-manage-config:write'

async function both(stage: Stage, provider: Provider): Promise<readonly [User, User]> {
  return [
    await userNamed(stage, provider, 'Amara Okafor'),
    await userNamed(stage, provider, 'Zapier'),
  ]
}

describe('deleting an API user', () => {
  it('is asked of the API users, and proven there', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const [amara, zapier] = await both(stage, provider)
    await act(provider, 'delete', zapier)
    expect(writes(stage)).toEqual([`DELETE /apiusers/${zapier.id}`])
    expect(await provider.user(zapier.id, never)).toBeUndefined()
    await act(provider, 'delete', amara)
    expect(writes(stage).at(-1)).toBe(`DELETE /users/${amara.id}`)
  })

  it('is done once the list of API users drops it, even while the list of users has it', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const [, zapier] = await both(stage, provider)
    const body = { id: zapier.id, firstName: 'Zapier', isDeactivated: false }
    await stage.fault({ kind: 'status', status: 200, path: '/users/:id', userId: zapier.id, body })
    expect(await provider.user(zapier.id, never)).toMatchObject({ kind: 'apiUser' })
    await act(provider, 'delete', zapier)
    expect(await provider.user(zapier.id, never)).toBeUndefined()
    // After the memory of who is an API user has been refreshed, too.
    expect(await provider.user(zapier.id, never)).toBeUndefined()
  })

  it('is asked of the API users also while it cannot be told again who is one', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const [amara, zapier] = await both(stage, provider)
    await act(provider, 'delete', { ...zapier, kind: 'person' })
    await act(provider, 'delete', amara)
    expect(writes(stage)).toEqual([`DELETE /apiusers/${zapier.id}`, `DELETE /users/${amara.id}`])
  })

  it('is not taken for done because something on the way found nothing', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const [, zapier] = await both(stage, provider)
    await stage.fault({ kind: 'html', status: 404, path: '/apiusers/:id', method: 'GET' })
    expect((await failureOf(provider.user(zapier.id, never))).kind).toBe('notFound')
  })

  it('fails as not found where somebody else has done it', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const [, zapier] = await both(stage, provider)
    await act(await stage.connect('admin'), 'delete', zapier)
    expect((await failureOf(act(provider, 'delete', zapier))).kind).toBe('notFound')
    expect(await provider.user(zapier.id, never)).toBeUndefined()
  })

  it('names the client application it belongs to', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const [amara, zapier] = await both(stage, provider)
    expect(provider.rules.delete.consequences(zapier)).toEqual([
      'Zapier is deleted. awork offers no way to take it back.',
      'It belongs to the client application zapier.',
      'What becomes of private projects, tasks and times is not documented.',
      'What uses its API key stops working. Whether at once is not known.',
      'Deactivating cuts access too, can be taken back, and reports what becomes of private projects.',
    ])
    await (await apiUsersOf(provider)).list(never)
    expect(provider.rules.delete.consequences(zapier)[1]).toBe(
      'It belongs to the client application Zapier client.',
    )
    expect(provider.rules.delete.consequences(amara).join()).not.toContain('client application')
  })
})

describe('the right to delete', () => {
  const needs = {
    [people]: 'Needs user-manage-config: delete. An admin has it.',
    [machines]: 'Needs workspace-manage-config: write. An admin has it.',
  }
  it.each([
    [[people, machines], undefined, undefined],
    [[people], undefined, needs[machines]],
    [[machines], needs[people], undefined],
    [[], needs[people], needs[machines]],
  ])('with %j is told for people and API users apart', async (rights, ofPeople, ofMachines) => {
    const stage = createStage()
    const admin = await stage.connect('admin')
    const [amara, zapier] = await both(stage, admin)
    const { rules, actions } = await stage.connectWith(rights)
    expect(rules.delete.reasonFor?.(amara)).toBe(ofPeople)
    expect(rules.delete.reasonFor?.(zapier)).toBe(ofMachines)
    expect('run' in actions.delete).toBe(rights.length > 0)
  })

  it('is named as the one that is missing when it went away meanwhile', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const [, zapier] = await both(stage, provider)
    await stage.change(await stage.idOf('Ada Lindqvist'), { role: 'User manager' })
    expect(await failureOf(act(provider, 'delete', zapier))).toMatchObject({
      kind: 'notPermitted',
      right: machines,
    })
  })
})
