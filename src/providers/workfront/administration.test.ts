import { describe, expect, it } from 'vitest'
import type { Administration } from '../administration'
import { able, act, administrationOf } from '../awork/sandbox.test.stage'
import { createStage, never, type Stage, userNamed } from './sandbox.test.stage'

async function recordOf(stage: Stage, administration: Administration, name: string) {
  const record = await administration.record(await stage.idOf(name), never)
  if (!record) throw new Error(`${name} is not there`)
  return record
}

describe('the profile', () => {
  it('is changed sparsely, and shows in a read', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const { user, profile } = await recordOf(stage, administration, 'Amara Okafor')
    await stage.change(user.id, { lastName: 'Okafor-Lund' })
    await able(administration.profile.save(user))({ ...profile, position: 'Chief editor' }, never)
    const after = await recordOf(stage, administration, 'Amara Okafor')
    expect(after.profile).toMatchObject({ position: 'Chief editor', lastName: 'Okafor-Lund' })
    expect(after.user.position).toBe('Chief editor')
  })

  it('is emptied where a field is emptied', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const { user, profile } = await recordOf(stage, administration, 'Amara Okafor')
    const save = able(administration.profile.save(user))
    await save({ ...profile, position: 'Editor' }, never)
    const { profile: now } = await recordOf(stage, administration, 'Amara Okafor')
    await save({ ...now, position: undefined }, never)
    const after = await recordOf(stage, administration, 'Amara Okafor')
    expect(after.profile['position']).toBeUndefined()
    expect(after.profile['firstName']).toBe('Amara')
  })

  it('has the fields that the tenant has', async () => {
    const stage = createStage()
    await stage.set({ without: ['phoneNumber', 'firstName'] })
    const { profile } = await administrationOf(await stage.connect('admin'))
    expect(profile.fields.map(({ label }) => label)).toEqual(['Last name', 'Title'])
  })

  it('has them also where they could not be read at first', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'nonsense', path: '/user/metadata', times: 1 })
    const administration = await administrationOf(provider)
    const labels = () => administration.profile.fields.map(({ label }) => label)
    const few = labels()
    await recordOf(stage, administration, 'Amara Okafor')
    expect(labels().length).toBeGreaterThan(few.length)
  })
})

describe('a user in full', () => {
  it('has no contacts, a role by its id, and no API users anywhere', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const administration = await administrationOf(provider)
    const { roleId, user } = await recordOf(stage, administration, 'Ada Lindqvist')
    const roles = await able(administration.roles)(never)
    expect(roles.find(({ id }) => id === roleId)).toMatchObject({
      name: 'System Administrator',
      isAdmin: true,
    })
    expect(administration.contacts).toBeUndefined()
    expect(administration.moveToRole).toHaveProperty('reason')
    expect(administration.apiUsers).toHaveProperty('reason')
    expect(provider.noApiUsers).toContain('technical accounts')
    expect(user.name).toBe('Ada Lindqvist')
  })

  it('is undefined for whoever is gone', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    expect(await administration.record(await stage.idOf('Gone Gina'), never)).toBeUndefined()
  })
})

describe('"Can this person sign in?"', () => {
  async function answerFor(name: string, settings: object = {}) {
    const stage = createStage()
    await stage.set(settings)
    const provider = await stage.connect('support')
    const user = await userNamed(stage, provider, name)
    return (await administrationOf(provider)).signIn(user, never)
  }

  it.each([
    ['Amara Okafor', 'yes', 'Yes, as far as Workfront shows.'],
    ['Rolf Neumann', 'no', 'No. Deactivated on 27 Feb 2026.'],
    [
      'Annemarie Vogt',
      'notYet',
      'Not yet. An administrator has to approve them in Workfront first.',
    ],
    ['Tamara Lindholm', 'yes', expect.stringContaining('until they are deactivated on ')],
    ['Odd Otto', 'unknown', 'Not known: isActive in Workfront’s answer is not as documented.'],
  ])('of %s: %s', async (name, can, answer) => {
    expect(await answerFor(name)).toMatchObject({ can, answer })
  })

  it('shows the last sign-in, and what Workfront does not', async () => {
    const { checked, notShown, action } = await answerFor('Amara Okafor')
    expect(checked.map(({ text, state }) => [text.replace(/on \d.*/, 'on …'), state])).toEqual([
      ['Active', 'fine'],
      ['No deactivation scheduled that Workfront shows', 'fine'],
      ['A person', 'fine'],
      [expect.stringMatching(/^Access level: /), 'fine'],
      ['Last signed in on …', 'fine'],
    ])
    expect(notShown.join()).toContain('Adobe Admin Console')
    expect(action).toBeUndefined()
  })

  it('does not know who is pending where Workfront does not tell', async () => {
    const answer = await answerFor('Annemarie Vogt', { without: ['userApproval'] })
    expect(answer).toMatchObject({ can: 'no', action: 'activate' })
    expect(answer.answer).toContain('or never approved')
    expect(answer.checked.map(({ state }) => state)).toContain('unknown')
  })

  it('does not know of a planned deactivation where Workfront does not tell', async () => {
    const { checked } = await answerFor('Tamara Lindholm', {
      without: ['scheduleDeactivationDate'],
    })
    expect(checked).toContainEqual({
      text: expect.stringMatching(
        /^Whether a deactivation is scheduled: .*no scheduleDeactivation/,
      ),
      state: 'unknown',
    })
  })

  it('says since when, right after somebody was deactivated', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const amara = await userNamed(stage, provider, 'Amara Okafor')
    await act(provider, 'deactivate', amara)
    const answer = await (await administrationOf(provider)).signIn(amara, never)
    expect(answer).toMatchObject({ can: 'no', action: 'activate' })
  })
})
