import { formatDate, formatDateTime } from '../../ui/time'
import type { SignInAnswer } from '../administration'
import type { User } from '../provider'

type Check = SignInAnswer['checked'][number]

const fine = (text: string): Check => ({ text, state: 'fine' })
const inTheWay = (text: string): Check => ({ text, state: 'inTheWay' })
const unknown = (text: string): Check => ({ text, state: 'unknown' })

const ofPeople = [
  'The Adobe Admin Console: whether their product profile gives them Workfront',
  'Password, single sign-on, second factor: Adobe looks after them',
  'The e-mail of their Adobe account; the one here may be another',
  'Open sessions',
]
const ofMachines = ['The credential in the Adobe Developer Console', 'When it last called the API']

export const gone: SignInAnswer = {
  can: 'no',
  answer: 'No. They are no longer in this Workfront, or you may not see them.',
  action: undefined,
  checked: [inTheWay('Not found')],
  notShown: [],
}

/**
 * Pure. Never a bare yes: that nothing Workfront shows is in the way is all that can be said.
 * @param noApproval why it is not known who is pending approval
 */
export function answerFor(user: User, noApproval: string | undefined): SignInAnswer {
  const isMachine = user.kind === 'apiUser'
  return {
    ...verdict(user, noApproval),
    checked: [
      ...statusChecks(user, noApproval),
      isMachine ? inTheWay('A technical account, not a person') : fine('A person'),
      ...(isMachine ? [] : [levelCheck(user), lastSignInCheck(user)]),
    ],
    notShown: isMachine ? ofMachines : ofPeople,
  }
}

function verdict(
  { status, kind, unreadable, deactivatedAt, deactivatesAt }: User,
  noApproval: string | undefined,
): Pick<SignInAnswer, 'can' | 'answer' | 'action'> {
  if (unreadable) {
    const answer = `Not known: ${unreadable.field} in Workfront’s answer is not as documented.`
    return { can: 'unknown', answer, action: undefined }
  }
  if (kind === 'apiUser') {
    const answer = 'No. A technical account has no sign-in; it calls the API with a credential.'
    return { can: 'no', answer, action: undefined }
  }
  if (status === 'pendingApproval') {
    const answer = 'Not yet. An administrator has to approve them in Workfront first.'
    return { can: 'notYet', answer, action: undefined }
  }
  if (status !== 'active') {
    const since = deactivatedAt ? ` on ${formatDate(deactivatedAt)}` : ''
    const or = noApproval === undefined ? '' : ', or never approved'
    return { can: 'no', answer: `No. Deactivated${since}${or}.`, action: 'activate' }
  }
  const until = deactivatesAt ? `, until they are deactivated on ${formatDate(deactivatesAt)}` : ''
  return { can: 'yes', answer: `Yes, as far as Workfront shows${until}.`, action: undefined }
}

function statusChecks(
  { status, unreadable, deactivatedAt, deactivatesAt }: User,
  noApproval: string | undefined,
): readonly Check[] {
  // Of an answer that could be read in part only, nothing is called fine.
  if (unreadable) return [unknown(`Status: ${unreadable.field} could not be read`)]
  if (status === 'pendingApproval') return [inTheWay('Pending approval')]
  if (status !== 'active') {
    const since = deactivatedAt
      ? `Deactivated since ${formatDateTime(deactivatedAt)}`
      : 'Not active'
    return [
      inTheWay(since),
      ...(noApproval === undefined
        ? []
        : [unknown(`Whether an approval is waited for: ${noApproval}`)]),
    ]
  }
  return [
    fine('Active'),
    deactivatesAt
      ? unknown(`To be deactivated on ${formatDateTime(deactivatesAt)}`)
      : fine('No deactivation scheduled that Workfront shows'),
  ]
}

function levelCheck({ role }: User): Check {
  return role === undefined ? unknown('No access level is shown') : fine(`Access level: ${role}`)
}

function lastSignInCheck({ details }: User): Check {
  const last = details?.['lastSignIn']?.[0]
  return last === undefined
    ? unknown('No sign-in is shown: they may never have come')
    : fine(`Last signed in on ${formatDateTime(last)}`)
}
