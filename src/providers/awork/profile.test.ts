import { describe, expect, it } from 'vitest'
import { toProfile, toUserForm } from './profile'
import {
  able,
  administrationOf,
  createStage,
  failureOf,
  never,
  recordNamed,
  writes,
} from './sandbox.test.stage'

describe('a profile', () => {
  it('has the seven fields of awork’s form with its limits', async () => {
    const { profile } = await administrationOf(await createStage().connect('support'))
    expect(
      profile.fields.map(({ id, maxLength, suggested }) => [id, maxLength, suggested]),
    ).toEqual([
      ['firstName', 1000, true],
      ['lastName', 1000, true],
      ['title', 100, false],
      ['position', 1000, false],
      ['gender', 25, true],
      ['birthDate', undefined, false],
      ['language', 25, false],
    ])
  })

  it('is saved with every field, the untouched ones as they were read', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('manager'))
    const { user, profile } = await recordNamed(stage, administration, 'Elif Demir')
    stage.asked.length = 0
    await able(administration.profile.save(user))({ ...profile, position: 'Head of it all' }, never)
    expect(stage.asked).toEqual([`PUT /users/${user.id}`])
    expect(await stage.seen(user.id)).toMatchObject({
      user: {
        firstName: 'Elif',
        lastName: 'Demir',
        position: 'Head of it all',
        gender: 'female',
        birthDate: expect.stringMatching(/^1991-04-19T00:00:00/),
        language: 'de-DE',
      },
    })
    expect((await recordNamed(stage, administration, 'Elif Demir')).profile).toEqual({
      ...profile,
      position: 'Head of it all',
    })
  })

  it('keeps to the hour a birthday that nobody touched', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const id = await stage.idOf('Amara Okafor')
    const birthDate = '1991-04-18T22:00:00Z'
    const body = { id, isDeactivated: false, birthDate }
    await stage.fault({ kind: 'status', status: 200, method: 'GET', path: '/users/:id', body })
    const record = await administration.record(id, never)
    expect(record?.profile['birthDate']).toBe('1991-04-19')
    await able(administration.profile.save({ id }))(record?.profile ?? {}, never)
    expect(await stage.seen(id)).toMatchObject({ user: { birthDate: '1991-04-18T22:00:00.000Z' } })
  })

  it('is emptied where a field was emptied', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const { user, profile } = await recordNamed(stage, administration, 'Elif Demir')
    const values = { ...profile, position: undefined, birthDate: undefined, gender: ' ' }
    await able(administration.profile.save(user))(values, never)
    const { profile: after } = await recordNamed(stage, administration, 'Elif Demir')
    expect(after).toEqual({ ...values, gender: undefined })
  })

  it('takes a value that is not among the choices', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const { user, profile } = await recordNamed(stage, administration, 'Marta Kowalczyk')
    expect(profile['language']).toBe('pl-PL')
    await able(administration.profile.save(user))({ ...profile, title: 'Dr' }, never)
    const { profile: after } = await recordNamed(stage, administration, 'Marta Kowalczyk')
    expect([after['language'], after['title']]).toEqual(['pl-PL', 'Dr'])
  })

  it('says per field of the form what awork did not like', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const { user, profile } = await recordNamed(stage, administration, 'Olga Owner')
    const validationErrors = [
      { property: 'FirstName', message: 'Too long.' },
      { property: '$.birthdate', message: 'No such day.' },
      { property: 'Nickname', message: 'Unknown.' },
    ]
    const body = { code: 'validation-failed', description: 'No.', link: '', validationErrors }
    await stage.fault({ kind: 'status', status: 400, method: 'PUT', body })
    const failure = await failureOf(able(administration.profile.save(user))(profile, never))
    expect(failure).toMatchObject({
      kind: 'refused',
      fieldErrors: [
        { field: 'firstName', message: 'Too long.' },
        { field: 'birthDate', message: 'No such day.' },
        { field: 'Nickname', message: 'Unknown.' },
      ],
    })
    expect(writes(stage)).toHaveLength(1)
  })

  it('may be changed by its owner and by whoever has the right', async () => {
    const stage = createStage()
    const olga = { id: await stage.idOf('Olga Owner') }
    const support = await stage.connect('support')
    const { profile, contacts } = await administrationOf(support)
    const reason = 'Needs user-master-data: write. An admin has it.'
    expect(profile.save(olga)).toEqual({ reason })
    expect(contacts?.edit(olga)).toEqual({ reason })
    expect(profile.save(support.operator)).toHaveProperty('run')
    expect(contacts?.edit(support.operator)).toHaveProperty('run')
    const cleo = await recordNamed(stage, await administrationOf(support), 'Cleo Marchetti')
    await able(profile.save(cleo.user))({ ...cleo.profile, title: 'Dr' }, never)
    expect(await stage.seen(cleo.user.id)).toMatchObject({ user: { title: 'Dr' } })
    const manager = await administrationOf(await stage.connect('manager'))
    expect(manager.profile.save(olga)).toHaveProperty('run')
  })

  it('names the right when it went away meanwhile, and writes once only', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('manager'))
    const { user, profile } = await recordNamed(stage, administration, 'Olga Owner')
    await stage.change(await stage.idOf('Ben Okoro'), { role: 'Support' })
    expect(await failureOf(able(administration.profile.save(user))(profile, never))).toMatchObject({
      kind: 'notPermitted',
      right: 'user-master-data:write',
    })
    expect(writes(stage)).toHaveLength(1)
  })

  it('is suggested from an e-mail address, or not', async () => {
    const stage = createStage()
    const { profile } = await administrationOf(await stage.connect('guest'))
    const suggest = able(profile.suggest)
    expect(await suggest('elif.yilmaz@acme.example', never)).toEqual({
      firstName: 'Elif',
      lastName: 'Yilmaz',
      gender: 'female',
    })
    expect(await suggest('info@acme.example', never)).toBeUndefined()
    await stage.fault({ kind: 'status', status: 200, body: { firstName: null, gender: '' } })
    expect(await suggest('x.y@acme.example', never)).toBeUndefined()
  })
})

describe('a birthday', () => {
  it.each([
    ['1998-04-19T00:00:00Z', '1998-04-19'],
    ['1998-04-18T22:00:00Z', '1998-04-19'],
    ['1998-04-19T05:00:00.000Z', '1998-04-19'],
    ['1998-04-19T00:00:00', '1998-04-19'],
    ['1969-12-31T23:00:00Z', '1970-01-01'],
  ])('kept as %s is on %s, and goes back as it was', (birthDate, day) => {
    const profile = toProfile({ birthDate })
    if (!profile.ok) throw new Error(profile.field)
    const { values, birthInstant } = profile.value
    expect(values['birthDate']).toBe(day)
    const back = toUserForm(values, birthInstant).birthDate ?? ''
    const asUtc = birthDate.endsWith('Z') ? birthDate : `${birthDate}Z`
    expect(Date.parse(back)).toBe(Date.parse(asUtc))
  })

  it('that was changed is sent as midnight in UTC', () => {
    const last = '1998-04-18T22:00:00.000Z'
    expect(toUserForm({ birthDate: '1998-04-20' }, last).birthDate).toBe('1998-04-20T00:00:00.000Z')
    expect(toUserForm({}, last).birthDate).toBeNull()
  })
})
