import { describe, expect, it } from 'vitest'
import {
  administrationOf,
  createStage,
  failureOf,
  hurry,
  never,
  recordNamed,
  writes,
} from './sandbox.test.stage'

const missing = { status: 404, body: { code: 'not-found', description: 'No such role.' } }

describe('the record of a user', () => {
  it('has profile, contacts, role and who changed it, from one answer of the user and one of each role', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    stage.asked.length = 0
    const { user, profile, contacts, roleId, updatedBy, remarks } = await recordNamed(
      stage,
      administration,
      'Elif Demir',
    )
    expect(user).toMatchObject({
      name: 'Elif Demir',
      status: 'deactivated',
      role: 'User',
      isAdmin: false,
      kind: 'person',
    })
    expect(profile).toEqual({
      firstName: 'Elif',
      lastName: 'Demir',
      title: undefined,
      position: 'Campaign manager',
      gender: 'female',
      birthDate: '1991-04-19',
      language: 'de-DE',
    })
    expect(
      contacts.map(({ type, subType, value, isShownEmail }) => [
        type,
        subType,
        value,
        isShownEmail,
      ]),
    ).toEqual([
      ['email', 'work', 'elif.demir@acme.example', true],
      ['email', 'private', 'elif@demir.example', false],
      ['phone', 'mobile', '+49 30 5550 0142', false],
    ])
    expect(roleId).toMatch(/^[0-9a-f-]{36}$/)
    expect(updatedBy).toBe(await stage.idOf('Henrik Dahl'))
    expect(remarks).toEqual([])
    expect(stage.asked.filter(call => call.startsWith(`GET /users/${user.id}`))).toHaveLength(1)
    const members = stage.asked.filter(call => /^GET \/roles\/[^/]+\/users/.test(call))
    expect(members.length).toBeGreaterThan(5)
    expect(members.every(call => call.includes(`userId eq guid'${user.id}'`))).toBe(true)
    expect(writes(stage)).toEqual([])
  })

  it('shows the work e-mail as the table does, wherever it stands', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const administration = await administrationOf(provider)
    const id = await stage.idOf('Marta Kowalczyk')
    const infos = [
      { id: '1', type: 'email', subType: 'private', value: 'marta@home.example' },
      { id: '2', type: 'phone', subType: 'work', value: '1' },
      { id: '3', type: 'email', subType: 'work', value: '  ' },
      { id: '4', type: 'email', subType: 'work', value: 'marta@acme.example' },
    ]
    const body = { id, isDeactivated: false, userContactInfos: infos }
    await stage.fault({ kind: 'status', status: 200, userId: id, path: '/users/:id', body })
    const record = await administration.record(id, never)
    expect(record?.contacts.filter(contact => contact.isShownEmail).map(({ id }) => id)).toEqual([
      '4',
    ])
    expect((await provider.user(id, never))?.email).toBe('marta@acme.example')
  })

  it('is undefined for somebody who is gone, never was, or was softly deleted', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    expect(await administration.record(await stage.idOf('Gone Gina'), never)).toBeUndefined()
    expect(
      await administration.record('00000000-0000-4000-8000-000000000000', never),
    ).toBeUndefined()
    stage.asked.length = 0
    expect(await administration.record('../me?', never)).toBeUndefined()
    expect(stage.asked).toEqual([])
    const id = await stage.idOf('Amara Okafor')
    const body = { id, isDeactivated: true, deletedOn: '2026-11-03T12:00:00Z' }
    await stage.fault({ kind: 'status', status: 200, userId: id, path: '/users/:id', body })
    expect(await administration.record(id, never)).toBeUndefined()
  })

  it('is not taken for gone because a proxy found nothing', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const id = await stage.idOf('Amara Okafor')
    await stage.fault({ kind: 'html', status: 404, userId: id })
    expect((await failureOf(administration.record(id, never))).kind).toBe('notFound')
  })

  it('names the right that is missing for everybody but oneself', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('guest'))
    const olga = await stage.idOf('Olga Owner')
    expect(await failureOf(administration.record(olga, never))).toMatchObject({
      kind: 'notPermitted',
      right: 'user-master-data:read',
    })
    const { user, roleId } = await recordNamed(stage, administration, 'Lamar Whitfield')
    expect(user).toMatchObject({ name: 'Lamar Whitfield', kind: 'external', role: undefined })
    expect(roleId).toBeUndefined()
  })

  it('comes without the role, and does not ask for it, where roles may not be read', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('support'))
    stage.asked.length = 0
    const { user, roleId } = await recordNamed(stage, administration, 'Olga Owner')
    expect([user.role, user.isAdmin, roleId]).toEqual([undefined, undefined, undefined])
    expect(stage.asked.filter(call => call.includes('roles'))).toEqual([])
  })

  it('comes without the role when roles cannot be read for the moment', async () => {
    hurry()
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    await stage.fault({ kind: 'status', status: 500, path: '/roles/:id/users' })
    const { user } = await recordNamed(stage, administration, 'Olga Owner')
    expect(user).toMatchObject({ role: undefined, isAdmin: undefined, status: 'active' })
  })

  it.each([
    ['refuses the filter', { status: 400, body: { code: 'invalid-filter-or-order' } }],
    ['answers about others', { status: 200, body: [{ userId: 'somebody-else' }] }],
  ])('reads all members where awork %s', async (_, answer) => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const id = await stage.idOf('Olga Owner')
    const query = { filterby: `userId eq guid'${id}'` }
    await stage.fault({ kind: 'status', path: '/roles/:id/users', query, ...answer })
    expect((await recordNamed(stage, administration, 'Olga Owner')).user.role).toBe('Admin')
  })

  it('asks one role alone where the list has told it, and believes the answer', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const administration = await administrationOf(provider)
    const id = await stage.idOf('Anne Lindgren')
    const roles = async () => {
      stage.asked.length = 0
      const record = await administration.record(id, never)
      const asked = stage.asked.filter(call => /^GET \/roles\/[^/]+\/users/.test(call))
      return { role: record?.user.role, asked: asked.length }
    }
    await provider.user(id, never)
    expect(await roles()).toEqual({ role: 'User', asked: 1 })
    await stage.change(id, { role: 'Support' })
    const moved = await roles()
    expect(moved.role).toBe('Support')
    expect(moved.asked).toBeGreaterThan(1)
    await stage.fault({ kind: 'status', path: '/roles/:id/users', times: 1, ...missing })
    expect((await roles()).role).toBe('Support')
  })

  it('marks what could not be read, shows the rest, and will not save over it', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const id = await stage.idOf('Amara Okafor')
    const body = { id, firstName: 'Amara', position: 7, isDeactivated: false }
    await stage.fault({ kind: 'status', status: 200, userId: id, path: '/users/:id', body })
    const odd = await administration.record(id, never)
    expect(odd?.user.unreadable).toEqual({ endpoint: 'GET /users/{id}', field: 'position' })
    expect(administration.profile.save({ id })).toEqual({
      reason: 'position could not be read, and saving would empty what was not read.',
    })
    await stage.clearFaults()
    await administration.record(id, never)
    expect(administration.profile.save({ id })).toHaveProperty('run')
  })

  it('names who changed it with one request, whatever their role', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const id = await stage.idOf('Henrik Dahl')
    stage.asked.length = 0
    expect(await administration.nameOf?.(id, never)).toBe('Henrik Dahl')
    expect(stage.asked).toEqual([`GET /users/${id}`])
    const gone = '00000000-0000-4000-8000-000000000000'
    expect(await administration.nameOf?.(gone, never)).toBeUndefined()
  })

  it('of an API user cannot be changed as a person’s, and says where it can', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const able = async (name: string) => {
      const { user } = await recordNamed(stage, administration, name)
      return [administration.profile.save(user), administration.contacts?.edit(user)]
    }
    const reason = 'An API user: it has a name and a role, changed on the page of API users.'
    expect(await able('Marketing Sync')).toEqual([{ reason }, { reason }])
    for (const ability of await able('Campaign Planner')) expect(ability).toHaveProperty('run')
  })

  it.each([
    [{ birthDate: 'once upon a time' }, 'birthDate'],
    [{ gender: 1 }, 'gender'],
    [{ userContactInfos: [{ type: 'phone', value: '1' }] }, 'userContactInfos.0.id'],
    [{ updatedBy: 1 }, 'updatedBy'],
  ])('of %j is marked unreadable, and none of it is taken for empty', async (fields, field) => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const id = await stage.idOf('Amara Okafor')
    const body = { id, isDeactivated: false, ...fields }
    await stage.fault({ kind: 'status', status: 200, userId: id, path: '/users/:id', body })
    const record = await administration.record(id, never)
    expect(record?.user.unreadable?.field).toBe(field)
    expect(record?.contactsUnread).toBe(field.startsWith('userContactInfos') ? field : undefined)
    const isRead = Object.keys(record?.profile ?? {}).length > 0
    expect(isRead).toBe(field !== 'birthDate' && field !== 'gender')
  })

  it('says what an admin should know of outsiders, machines and provisioned people', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const remarks = async (name: string) =>
      (await recordNamed(stage, await administrationOf(provider), name)).remarks.map(
        remark => remark.split(':')[0],
      )
    expect(await remarks('Lamar Whitfield')).toEqual(['External'])
    expect(await remarks('Campaign Planner')).toEqual(['Agent'])
    expect(await remarks('Marketing Sync')).toEqual(['API user'])
    await stage.fault({
      kind: 'status',
      status: 200,
      path: '/workspaces/:id',
      body: { isScimActivated: true },
    })
    const later = await administrationOf(await stage.connect('admin'))
    expect((await recordNamed(stage, later, 'Olga Owner')).remarks).toEqual([
      'SCIM is on: what an identity provider manages, it overwrites. Change it there, if it is managed.',
    ])
  })
})

it('administration is the same for everybody who asks for it', async () => {
  const { administration } = await createStage().connect('support')
  if ('reason' in administration) throw new Error(administration.reason)
  expect(await administration.run()).toBe(await administration.run())
})
