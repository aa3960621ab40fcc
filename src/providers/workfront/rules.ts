import { nameInWords } from '../../ui/nameInWords'
import { formatNumber } from '../../ui/number'
import { formatDate } from '../../ui/time'
import type { Action, ActionChoice, ActionRules, FigureLabel, Operator, User } from '../provider'

export const notOffered = {
  archive: 'Workfront has no archive.',
  unarchive: 'Workfront has no archive.',
  delete: 'Users are deleted in the Adobe Admin Console, which deactivates them here.',
} as const satisfies Partial<Record<Action, string>>

export const actRight =
  'the access level System Administrator, or Users: Edit with User Admin for a group of the user'

/**
 * Only what Adobe documents, and what it leaves open said to be open.
 * https://experienceleague.adobe.com/en/docs/workfront/using/administration-and-setup/add-users/create-manage-users/deactivate-a-user
 */
export function rulesFor(
  operator: Operator,
  loadLevels: ActionChoice['load'],
): Readonly<Record<Action, ActionRules>> {
  const doubt = operator.isAdmin
    ? undefined
    : `Whether you may, only trying tells: Workfront does not say which rights you have. It needs ${actRight}.`
  const trying = doubt === undefined ? [] : [doubt]
  const uncertain = doubt === undefined ? {} : { uncertain: doubt }
  const never = {
    from: [],
    consequences: () => [],
    undo: { reason: 'Workfront does not offer this.' },
  } as const
  return {
    activate: {
      from: ['deactivated'],
      to: 'active',
      notFrom: {
        pendingApproval: 'Pending approval: an administrator has to approve them in Workfront.',
      },
      consequences: user => [
        ...(user.kind === 'apiUser'
          ? [`${subject(user)} can call the API again.`]
          : [
              `${subject(user)} can sign in again, if the Adobe Admin Console gives them Workfront.`,
            ]),
        'It takes a licence. A proof licence and its role do not come back: they have to be given again.',
        ...(user.email === undefined
          ? []
          : ['Workfront refuses while another active user has the same e-mail.']),
        ...trying,
      ],
      ...uncertain,
      afterwards: ['A proof licence and its role have to be given again, where there were any.'],
      choice: {
        label: 'Access level',
        hint: 'Workfront’s own dialog asks for a new one. Whether it is needed is not documented: without a choice nothing is sent, and where Workfront wants one it refuses. It takes none above your own.',
        none: 'As it was',
        load: loadLevels,
      },
      undo: {
        action: 'deactivate',
        limits: 'What was assigned meanwhile stays assigned. A changed access level stays changed.',
      },
    },
    deactivate: {
      from: ['active'],
      to: 'deactivated',
      notFrom: {
        pendingApproval:
          'Pending approval: they cannot sign in. An administrator can reject them in Workfront.',
      },
      // They cannot sign in either, whatever became of an approval that was asked for before.
      toAlso: ['pendingApproval'],
      consequences: user => [
        user.kind === 'apiUser'
          ? `${subject(user)} can no longer call the API: what uses this technical account stops working.`
          : `${subject(user)} can no longer sign in to Workfront. Whether an open session ends at once is not known.`,
        'The licence, and a proof licence, become free for somebody else.',
        'Nobody finds them in searches any more, assigns work to them or shares with them. What is assigned to them stays so.',
        'Their profile and all they did stay as they are.',
        ...trying,
      ],
      consequencesOfAll: plannedDates,
      ...uncertain,
      notHandled,
      afterwards: [
        'The licence is free for somebody else.',
        'The Adobe Admin Console still has them: it keeps them in the product profile, and may bring them back.',
      ],
      undo: {
        action: 'activate',
        limits:
          'Activating takes a licence and may need an access level. A proof licence and its role do not come back; whether a planned deactivation does is not known.',
      },
    },
    archive: { ...never, to: 'archived' },
    unarchive: { ...never, to: 'active' },
    delete: { ...never, to: 'gone' },
  }
}

function plannedDates(users: readonly User[]): readonly string[] {
  const dates = users.flatMap(({ deactivatesAt = [] }) => deactivatesAt).toSorted()
  const [first] = dates
  if (first === undefined) return []
  if (users.length === 1)
    return [
      `Deactivation was planned for ${formatDate(first)}. Whether that date stays is not known.`,
    ]
  return [
    dates.length === 1
      ? `For one of them deactivation was planned, on ${formatDate(first)}. Whether that date stays is not known.`
      : `For ${formatNumber(dates.length)} of them deactivation was planned, first on ${formatDate(first)}. Whether those dates stay is not known.`,
  ]
}

/** What Adobe says to look after before somebody is deactivated, and deactivating leaves as it is. */
const notHandled = [
  'Tasks and issues assigned to them stay assigned. Reassign them.',
  'Projects keep them as their owner, and as their resource manager.',
  'Reports that run with their access rights break, and calendars too.',
  'Templates go on assigning work to them.',
  'Request queues and routing rules go on sending requests to them.',
  'Approval stages and proof workflows go on waiting for them.',
  'Timesheets they approve, and timesheet profiles that name them.',
  'Documents they have checked out stay so: only an administrator can check them in.',
  'The Adobe Admin Console: product profile and user groups are changed there.',
] as const

/** The last weighs most: for the owner of a project many wait, for who has a task few. */
export const figures: readonly FigureLabel[] = [
  {
    key: 'openTasks',
    label: 'Open tasks assigned',
    short: 'Open tasks',
    counted: ['open task', 'open tasks'],
    when: 'before',
  },
  {
    key: 'openIssues',
    label: 'Open issues assigned',
    short: 'Open issues',
    counted: ['open issue', 'open issues'],
    when: 'before',
  },
  {
    key: 'approvalsWaiting',
    label: 'Approvals waiting',
    short: 'Approvals',
    counted: ['approval waiting', 'approvals waiting'],
    when: 'before',
  },
  {
    key: 'directReports',
    label: 'Active direct reports',
    short: 'Direct reports',
    counted: ['active direct report', 'active direct reports'],
    when: 'before',
  },
  {
    key: 'projectsOwned',
    label: 'Open projects owned',
    short: 'Projects',
    counted: ['open project owned', 'open projects owned'],
    when: 'before',
  },
]

/** The name at the head of a sentence. */
function subject(user: User): string {
  return nameInWords(user.firstName ?? user.name)
}
