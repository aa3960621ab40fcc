import { describe, expect, it } from 'vitest'
import { permissionsInWords } from './permissions'
import {
  able,
  administrationOf,
  createStage,
  failureOf,
  hurry,
  never,
  recordNamed,
  userNamed,
  writes,
} from './sandbox.test.stage'

const nobody = '00000000-0000-4000-8000-000000000000'
const needsRead = { reason: 'Needs workspace-manage-config: read. An admin has it.' }
const needsWrite = { reason: 'Needs workspace-manage-config: write. An admin has it.' }

describe('the roles', () => {
  it('say in words what each may do', async () => {
    const { roles } = await administrationOf(await createStage().connect('admin'))
    const all = await able(roles)(never)
    const words = Object.fromEntries(all.map(({ name, permissions }) => [name, permissions]))
    expect(words).toMatchObject({
      Admin: ['Everything'],
      'User manager': [
        'Activate and deactivate users',
        'Delete users',
        'See all users with their profiles and contact details',
        'Change profiles, contact details and tags of all users',
      ],
      Support: ['See all users with their profiles and contact details'],
      Guest: ['Nothing by itself, only what project roles allow'],
    })
    expect(all.filter(({ isAdmin }) => isAdmin).map(({ name }) => name)).toEqual(['Admin'])
    expect(all.flatMap(({ unavailable }) => unavailable ?? [])).toEqual([])
  })

  it('come without words where one role’s permissions cannot be read', async () => {
    hurry()
    const stage = createStage()
    const { roles } = await administrationOf(await stage.connect('admin'))
    await stage.fault({ kind: 'status', status: 500, path: '/roles/:id/permissions' })
    const all = await able(roles)(never)
    expect(all.filter(role => !role.isAdmin).every(role => role.permissions === undefined)).toBe(
      true,
    )
    expect(all.find(role => role.isAdmin)?.permissions).toEqual(['Everything'])
  })

  it('say which can be given to nobody any more', async () => {
    const stage = createStage()
    const { roles } = await administrationOf(await stage.connect('admin'))
    const body = [
      { id: `${nobody.slice(0, -1)}1`, name: 'Old', isArchived: true },
      { id: nobody, name: 'New' },
    ]
    await stage.fault({ kind: 'status', status: 200, path: '/roles', body })
    await stage.fault({ kind: 'status', status: 200, path: '/roles/:id/permissions', body: [] })
    const all = await able(roles)(never)
    expect(all.map(({ name, unavailable }) => [name, unavailable])).toEqual([
      ['Old', 'Archived in awork: nobody else can be given this role.'],
      ['New', undefined],
    ])
  })

  it('need a right, and say which', async () => {
    const stage = createStage()
    for (const who of ['manager', 'support', 'guest'] as const) {
      const { roles, moveToRole } = await administrationOf(await stage.connect(who))
      expect([roles, moveToRole]).toEqual([needsRead, needsWrite])
    }
    const reader = await stage.connectWith(['workspace-manage-config:read'])
    const { roles, moveToRole } = await administrationOf(reader)
    expect(roles).toHaveProperty('run')
    expect(moveToRole).toEqual(needsWrite)
  })
})

describe('a right', () => {
  it.each([
    [['project-create:write'], ['Create projects']],
    [['user-manage-config:manage'], ['Activate and deactivate users', 'Delete users']],
    [
      ['user-master-data:read', 'workspace-manage-config:read'],
      [
        'See roles, API users and client applications, and make API keys',
        'See all users with their profiles and contact details',
      ],
    ],
    [
      ['user-master-data:read', 'user-master-data:write'],
      [
        'See all users with their profiles and contact details',
        'Change profiles, contact details and tags of all users',
      ],
    ],
    [
      ['sorcery:write', 'user-master-data:bless'],
      ['user-master-data: bless', 'sorcery: write'],
    ],
  ])('%j reads as %j', (rights, lines) => {
    expect(permissionsInWords(rights)).toEqual(lines)
  })
})

describe('moving to another role', () => {
  it('is one write, and seen at once by whoever reads the user', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const administration = await administrationOf(provider)
    const anne = await userNamed(stage, provider, 'Anne Lindgren')
    expect(anne.role).toBe('User')
    const lead = (await able(administration.roles)(never)).find(
      ({ name }) => name === 'Project lead',
    )
    await able(administration.moveToRole)(anne, lead?.id ?? '', never)
    expect(writes(stage)).toEqual(['POST /roles/moveuser'])
    expect((await userNamed(stage, provider, 'Anne Lindgren')).role).toBe('Project lead')
    const record = await recordNamed(stage, administration, 'Anne Lindgren')
    expect([record.user.role, record.roleId]).toEqual(['Project lead', lead?.id])
  })

  it('is refused to the last admin in awork’s own words', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const user = (await able(administration.roles)(never)).find(({ name }) => name === 'User')
    const move = async (name: string) =>
      able(administration.moveToRole)({ id: await stage.idOf(name) }, user?.id ?? '', never)
    await move('Henrik Dahl')
    await move('Olga Owner')
    expect(await failureOf(move('Ada Lindqvist'))).toMatchObject({
      kind: 'refused',
      code: 'invalid-operation',
      description: expect.stringContaining('last admin'),
      traceId: expect.any(String),
    })
    const { user: ada } = await recordNamed(stage, administration, 'Ada Lindqvist')
    expect(ada.isAdmin).toBe(true)
  })

  it('names the right when it went away meanwhile', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    await stage.change(await stage.idOf('Ada Lindqvist'), { role: 'Support' })
    const olga = { id: await stage.idOf('Olga Owner') }
    const moving = able(administration.moveToRole)(olga, nobody, never)
    expect(await failureOf(moving)).toMatchObject({
      kind: 'notPermitted',
      right: 'workspace-manage-config:write',
    })
  })

  it('to a role that is gone fails as not found', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const olga = { id: await stage.idOf('Olga Owner') }
    expect((await failureOf(able(administration.moveToRole)(olga, nobody, never))).kind).toBe(
      'notFound',
    )
  })
})
