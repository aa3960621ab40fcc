import { describe, expect, it } from 'vitest'
import { formatDate } from '../../ui/time'
import {
  administrationOf,
  createStage,
  failureOf,
  hurry,
  never,
  recordNamed,
  type Stage,
} from './sandbox.test.stage'
import { answerFrom, type SignInFacts } from './signInAnswer'

async function asked(stage: Stage, name: string, who: 'admin' | 'support' = 'admin') {
  const administration = await administrationOf(await stage.connect(who))
  const { user } = await recordNamed(stage, administration, name)
  return administration.signIn(user, never)
}

const login = {
  password: true,
  social: true,
  singleSignOn: false,
  secondFactorRequired: false,
  scim: false,
}
const facts: SignInFacts = {
  kind: 'person',
  hasEmail: true,
  isArchived: false,
  isDeactivated: false,
  deactivatedAt: undefined,
  invitationAccepted: true,
  unreadable: undefined,
  isApiUser: { value: false },
  login: { value: login },
}
const texts = (answer: { readonly checked: readonly { readonly text: string }[] }) =>
  answer.checked.map(({ text }) => text)

describe('whether somebody can sign in', () => {
  it('is never a bare yes, and says what was checked and what is not shown', async () => {
    expect(await asked(createStage(), 'Amara Okafor')).toEqual({
      can: 'yes',
      answer: 'Yes, as far as awork shows.',
      action: undefined,
      checked: [
        'Not deactivated',
        'Not archived',
        'Not deleted',
        'Invitation accepted',
        'A person of this workspace, not an API user',
        'The workspace allows signing in by password, Google or Apple, not by single sign-on',
        'The workspace requires no second factor',
        'SCIM is off: no identity provider manages people here',
      ].map(text => ({ text, state: 'fine' })),
      notShown: [
        'Password, single sign-on, second factor',
        'Last sign-in',
        'Open sessions',
        'The e-mail used to sign in; the one here is profile data',
      ],
    })
  })

  it('is no for who is deactivated, since when, and what would change it', async () => {
    const answer = await asked(createStage(), 'Elif Demir')
    expect(answer).toMatchObject({
      can: 'no',
      answer: 'No. Deactivated on 3 Nov 2026.',
      action: 'activate',
    })
    const inTheWay = answer.checked.filter(({ state }) => state === 'inTheWay')
    expect(texts({ checked: inTheWay })).toEqual([
      expect.stringMatching(/^Deactivated since 3 Nov 2026, \d\d:\d\d$/),
    ])
    expect(texts(answer)).toContain('Invitation accepted')
  })

  it('is not yet for who never accepted the invitation', async () => {
    expect(await asked(createStage(), 'Annemarie Vogt')).toMatchObject({
      can: 'notYet',
      answer:
        'Not yet. The invitation was never accepted. An admin can invite them again in awork.',
      action: undefined,
    })
    const external = answerFrom({ ...facts, kind: 'external', invitationAccepted: false })
    expect(external.answer).toBe('Not yet. The invitation was never accepted.')
  })

  it('is no for who is archived, whether deactivated before or not', async () => {
    const stage = createStage()
    expect(await asked(stage, 'Jonas Weber')).toMatchObject({
      can: 'no',
      answer: expect.stringMatching(/^No\. Archived, and deactivated on 28 Feb 2025\.$/),
      action: 'unarchive',
    })
    await stage.change(await stage.idOf('Amara Okafor'), { isArchived: true })
    expect((await asked(stage, 'Amara Okafor')).answer).toBe('No. Archived.')
  })

  it('is no for machines, which have keys instead', async () => {
    const stage = createStage()
    expect(await asked(stage, 'Marketing Sync')).toMatchObject({
      can: 'no',
      answer: 'No. An API user has no sign-in; it calls the API with a key.',
      notShown: ['Which keys there are', 'When it last called the API'],
    })
    expect((await asked(stage, 'Campaign Planner')).answer).toBe(
      'No. An agent is not a person who signs in.',
    )
  })

  it('is for another workspace to say of an external', async () => {
    expect(await asked(createStage(), 'Lamar Whitfield')).toMatchObject({
      can: 'unknown',
      answer:
        'Nothing here is in the way. Whether they can sign in is decided in their own workspace.',
    })
  })

  it('is asked anew, so that a change since then counts', async () => {
    const stage = createStage()
    const administration = await administrationOf(await stage.connect('admin'))
    const { user } = await recordNamed(stage, administration, 'Amara Okafor')
    await stage.change(user.id, { isDeactivated: true })
    expect((await administration.signIn(user, never)).answer).toBe(
      `No. Deactivated on ${formatDate(Date.now())}.`,
    )
    const gina = { ...user, id: await stage.idOf('Gone Gina') }
    expect(await administration.signIn(gina, never)).toMatchObject({
      can: 'no',
      answer: 'No. They are no longer in this workspace.',
    })
  })

  it('does not take a machine for a person where that cannot be told', async () => {
    const stage = createStage()
    const answer = await asked(stage, 'Marketing Sync', 'support')
    expect(answer).toMatchObject({
      can: 'unknown',
      answer:
        'Not known: this may be an API user, which has no sign-in. Nothing else is in the way.',
    })
    expect((await asked(stage, 'Amara Okafor', 'support')).can).toBe('yes')
    expect(answer.checked).toContainEqual({
      text: 'Whether this is an API user: Needs workspace-manage-config: read. An admin has it.',
      state: 'unknown',
    })
  })

  it('leaves the workspace’s settings open where they cannot be read', async () => {
    hurry()
    const stage = createStage()
    await stage.fault({ kind: 'status', status: 503, path: '/workspaces/:id' })
    const answer = await asked(stage, 'Amara Okafor')
    expect(answer.can).toBe('yes')
    expect(answer.checked).toContainEqual({
      text: 'Workspace login settings: awork failed with 503.',
      state: 'unknown',
    })
  })

  it('is not known of an answer that is not as documented', async () => {
    const answer = await asked(createStage(), 'Odd Otto')
    expect(answer).toMatchObject({
      can: 'unknown',
      answer: 'Not known: status in awork’s answer is not as documented.',
    })
    expect(answer.checked[0]).toEqual({
      text: 'Status: status could not be read',
      state: 'unknown',
    })
  })

  it('needs the right to see others', async () => {
    const stage = createStage()
    const guest = await stage.connect('guest')
    const { user } = await recordNamed(stage, await administrationOf(guest), 'Lamar Whitfield')
    const olga = { ...user, id: await stage.idOf('Olga Owner') }
    const answer = (await administrationOf(guest)).signIn(olga, never)
    expect(await failureOf(answer)).toMatchObject({
      kind: 'notPermitted',
      right: 'user-master-data:read',
    })
  })
})

describe('the answer', () => {
  it('is no where the workspace allows no way to sign in', () => {
    const none = { ...login, password: false, social: false }
    const answer = answerFrom({ ...facts, login: { value: none } })
    expect(answer).toMatchObject({
      can: 'no',
      answer: 'No. This workspace allows no way to sign in. An admin can change that in awork.',
    })
    expect(answer.checked).toContainEqual({
      text: 'The workspace allows no way to sign in',
      state: 'inTheWay',
    })
  })

  it('names each setting that is not known, and what is known of the others', () => {
    const unsaid = { ...login, social: undefined, singleSignOn: undefined }
    const value = { ...unsaid, secondFactorRequired: undefined, scim: undefined }
    const { can, checked } = answerFrom({ ...facts, login: { value } })
    expect(can).toBe('yes')
    expect(checked.slice(5)).toEqual([
      { text: 'The workspace allows signing in by password', state: 'fine' },
      {
        text: 'Whether the workspace allows signing in by Google, Apple or single sign-on',
        state: 'unknown',
      },
      { text: 'Whether the workspace requires a second factor', state: 'unknown' },
      {
        text: 'Whether an identity provider manages the workspace’s people (SCIM)',
        state: 'unknown',
      },
    ])
  })

  it('does not call a second factor or an identity provider fine', () => {
    const value = { ...login, secondFactorRequired: true, scim: true }
    const { checked } = answerFrom({ ...facts, login: { value } })
    expect(checked.filter(({ state }) => state === 'unknown').map(({ text }) => text)).toEqual([
      'The workspace requires a second factor; whether they have one is not shown',
      'SCIM is on: an identity provider may deactivate people, too',
    ])
  })

  it('is not known where awork does not say whether the invitation was accepted', () => {
    expect(answerFrom({ ...facts, invitationAccepted: undefined })).toMatchObject({
      can: 'unknown',
      answer: 'Not known: awork does not say whether the invitation was accepted.',
    })
  })

  it('says of a deactivated who never came that activating is not all', () => {
    const answer = answerFrom({ ...facts, isDeactivated: true, invitationAccepted: false })
    expect(answer.answer).toBe('No. Deactivated. The invitation was never accepted either.')
  })
})
