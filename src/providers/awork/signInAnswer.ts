import { formatDate, formatDateTime } from '../../ui/time'
import type { SignInAnswer } from '../administration'
import type { Kind } from '../provider'
import type { LoginSettings } from './workspace'

export type Known<T> = { readonly value: T } | { readonly reason: string }

export type SignInFacts = {
  readonly kind: Kind
  /** API users have none: theirs is a name, a role and a client application. */
  readonly hasEmail: boolean
  readonly isArchived: boolean
  readonly isDeactivated: boolean
  readonly deactivatedAt: string | undefined
  /** `undefined`: awork does not say. */
  readonly invitationAccepted: boolean | undefined
  /** The field that was not as documented. */
  readonly unreadable: string | undefined
  readonly isApiUser: Known<boolean>
  readonly login: Known<LoginSettings>
}

type Check = SignInAnswer['checked'][number]

const fine = (text: string): Check => ({ text, state: 'fine' })
const inTheWay = (text: string): Check => ({ text, state: 'inTheWay' })
const unknown = (text: string): Check => ({ text, state: 'unknown' })

const ofPeople = [
  'Password, single sign-on, second factor',
  'Last sign-in',
  'Open sessions',
  'The e-mail used to sign in; the one here is profile data',
]
const ofMachines = ['Which keys there are', 'When it last called the API']

export const gone: SignInAnswer = {
  can: 'no',
  answer: 'No. They are no longer in this workspace.',
  action: undefined,
  checked: [inTheWay('Deleted, or never there')],
  notShown: [],
}

/** Pure. Never a bare yes: that nothing awork shows is in the way is all that can be said. */
export function answerFrom(facts: SignInFacts): SignInAnswer {
  const isApiUser = 'value' in facts.isApiUser && facts.isApiUser.value
  const isMachine = isApiUser || facts.kind === 'agent'
  const settings = isMachine || facts.kind === 'external' ? [] : settingChecks(facts.login)
  return {
    ...verdict(facts, isApiUser, settings),
    checked: [...statusChecks(facts, isMachine), kindCheck(facts, isApiUser), ...settings],
    notShown: isMachine ? ofMachines : ofPeople,
  }
}

function verdict(
  facts: SignInFacts,
  isApiUser: boolean,
  settings: readonly Check[],
): Pick<SignInAnswer, 'can' | 'answer' | 'action'> {
  const { isArchived, isDeactivated, invitationAccepted, unreadable, kind } = facts
  const never = invitationAccepted === false ? ' The invitation was never accepted either.' : ''
  const since = facts.deactivatedAt ? ` on ${formatDate(facts.deactivatedAt)}` : ''
  if (unreadable !== undefined) {
    const answer = `Not known: ${unreadable} in awork’s answer is not as documented.`
    return { can: 'unknown', answer, action: undefined }
  }
  if (isApiUser) return no('An API user has no sign-in; it calls the API with a key.')
  if (kind === 'agent') return no('An agent is not a person who signs in.')
  if (isArchived) {
    return no(isDeactivated ? `Archived, and deactivated${since}.` : 'Archived.', 'unarchive')
  }
  if (isDeactivated) return no(`Deactivated${since}.${never}`, 'activate')
  if (invitationAccepted === false) {
    // https://support.awork.com/en/articles/5355990: who invites is an admin. What invites externals is a project.
    const who = kind === 'external' ? '' : ' An admin can invite them again in awork.'
    const answer = `Not yet. The invitation was never accepted.${who}`
    return { can: 'notYet', answer, action: undefined }
  }
  if (invitationAccepted === undefined) {
    const answer = 'Not known: awork does not say whether the invitation was accepted.'
    return { can: 'unknown', answer, action: undefined }
  }
  if (kind === 'external') {
    const answer =
      'Nothing here is in the way. Whether they can sign in is decided in their own workspace.'
    return { can: 'unknown', answer, action: undefined }
  }
  if (settings.some(({ state }) => state === 'inTheWay')) {
    return no('This workspace allows no way to sign in. An admin can change that in awork.')
  }
  if ('reason' in facts.isApiUser && !facts.hasEmail) {
    const answer =
      'Not known: this may be an API user, which has no sign-in. Nothing else is in the way.'
    return { can: 'unknown', answer, action: undefined }
  }
  return { can: 'yes', answer: 'Yes, as far as awork shows.', action: undefined }
}

function no(because: string, action?: SignInAnswer['action']) {
  return { can: 'no', answer: `No. ${because}`, action } as const
}

function statusChecks(facts: SignInFacts, isMachine: boolean): readonly Check[] {
  const { isArchived, isDeactivated, deactivatedAt, invitationAccepted, unreadable } = facts
  // Of an answer that could be read in part only, nothing is called fine.
  if (unreadable !== undefined) return [unknown(`Status: ${unreadable} could not be read`)]
  const invitation =
    invitationAccepted === undefined
      ? unknown('Whether the invitation was accepted')
      : invitationAccepted
        ? fine('Invitation accepted')
        : inTheWay('Invitation never accepted')
  return [
    isDeactivated
      ? inTheWay(
          deactivatedAt ? `Deactivated since ${formatDateTime(deactivatedAt)}` : 'Deactivated',
        )
      : fine('Not deactivated'),
    isArchived ? inTheWay('Archived') : fine('Not archived'),
    fine('Not deleted'),
    ...(isMachine ? [] : [invitation]),
  ]
}

function kindCheck({ kind, isApiUser: known }: SignInFacts, isApiUser: boolean): Check {
  if (isApiUser) return inTheWay('An API user, not a person')
  if (kind === 'agent') return inTheWay('An agent, not a person')
  if (kind === 'external') {
    return unknown('External: the account belongs to another workspace, which is not seen here')
  }
  return 'reason' in known
    ? unknown(`Whether this is an API user: ${known.reason}`)
    : fine('A person of this workspace, not an API user')
}

/** https://developers.awork.com/apiv1/workspaces */
function settingChecks(login: Known<LoginSettings>): readonly Check[] {
  if ('reason' in login) return [unknown(`Workspace login settings: ${login.reason}`)]
  const { password, social, singleSignOn, secondFactorRequired, scim } = login.value
  const ways = [
    { names: ['password'], allowed: password },
    { names: ['Google', 'Apple'], allowed: social },
    { names: ['single sign-on'], allowed: singleSignOn },
  ]
  const named = (allowed: boolean | undefined) =>
    ways.filter(way => way.allowed === allowed).flatMap(way => way.names)
  const [yes, not, unsaid] = [named(true), named(false), named(undefined)]
  return [
    ...(yes.length + unsaid.length === 0
      ? [inTheWay('The workspace allows no way to sign in')]
      : []),
    ...(yes.length > 0 ? [fine(allows(yes, not))] : []),
    ...(unsaid.length > 0
      ? [unknown(`Whether the workspace allows signing in by ${listed(unsaid)}`)]
      : []),
    secondFactorRequired === undefined
      ? unknown('Whether the workspace requires a second factor')
      : secondFactorRequired
        ? unknown('The workspace requires a second factor; whether they have one is not shown')
        : fine('The workspace requires no second factor'),
    scim === undefined
      ? unknown('Whether an identity provider manages the workspace’s people (SCIM)')
      : scim
        ? unknown('SCIM is on: an identity provider may deactivate people, too')
        : fine('SCIM is off: no identity provider manages people here'),
  ]
}

/** "The workspace allows signing in by password, not by single sign-on" */
function allows(yes: readonly string[], not: readonly string[]): string {
  const but = not.length > 0 ? `, not by ${listed(not)}` : ''
  return `The workspace allows signing in by ${listed(yes)}${but}`
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last
}
