import { nameInWords } from '../../ui/nameInWords'
import type { Action, ActionRules, FigureLabel, User } from '../provider'

/** Only what awork documents, and what it leaves open said to be open. https://developers.awork.com/apiv1/users */
export const rules: Readonly<Record<Action, ActionRules>> = {
  activate: {
    from: ['deactivated'],
    to: 'active',
    toAlso: ['invited'],
    consequences: user =>
      user.kind === 'apiUser'
        ? [`${subject(user)} can call the API again.`]
        : [
            `${subject(user)} can sign in again and is told so by e-mail.`,
            ...(takesSeat(user) ? ['It takes a seat; awork refuses where none is free.'] : []),
            'Whether deleted private projects and changed managers come back is not known.',
          ],
    undo: {
      action: 'deactivate',
      limits:
        'The e-mail cannot be taken back. Deactivating may reassign or delete private projects made since.',
    },
  },
  deactivate: {
    from: ['active', 'invited'],
    to: 'deactivated',
    lastAdmin: 'awork itself refuses to deactivate the last one.',
    consequences: user => [
      user.kind === 'apiUser'
        ? `${subject(user)} can no longer call the API: what uses its key stops working. Whether at once is not known.`
        : `${subject(user)} can no longer sign in. Whether an open session ends at once is not known.`,
      'Private projects may get a new manager, or be deleted if nobody else is in them.',
      // https://support.awork.com/en/articles/5830219
      ...(takesSeat(user)
        ? ['The seat stays booked until it is given back in awork’s subscription settings.']
        : []),
    ],
    undo: {
      action: 'activate',
      limits:
        'Activating sends an e-mail and takes a seat. Deleted projects and changed managers are not known to come back.',
    },
  },
  archive: {
    from: ['active', 'invited', 'deactivated'],
    to: 'archived',
    consequences: user => [
      `${subject(user)} is inactive from then on and kept for reference only.`,
      'What becomes of private projects is not known: awork reports it for deactivating only.',
      ...(takesSeat(user) ? ['Whether the seat stays booked is not known.'] : []),
    ],
    undo: {
      action: 'unarchive',
      limits: 'What archiving did to private projects is not known, nor whether it comes back.',
    },
  },
  unarchive: {
    from: ['archived'],
    to: 'active',
    toAlso: ['invited', 'deactivated'],
    consequences: user => [
      `${subject(user)} is listed again, with the status from before the archive. Whoever was active may be able to sign in again.`,
      'Whether an e-mail is sent or a seat taken is not known.',
    ],
    undo: { action: 'archive', limits: 'Access in the meantime is not undone.' },
  },
  delete: {
    from: ['active', 'invited', 'deactivated', 'archived'],
    to: 'gone',
    consequences: user => [
      `${subject(user)} is deleted. awork offers no way to take it back.`,
      'What becomes of private projects, tasks and times is not documented.',
      ...(user.kind === 'apiUser'
        ? ['What uses its API key stops working. Whether at once is not known.']
        : []),
      'Deactivating cuts access too, can be taken back, and reports what becomes of private projects.',
    ],
    undo: { reason: 'awork offers no way to bring a deleted user back.' },
  },
}

export const figures: readonly FigureLabel[] = [
  {
    key: 'openTasks',
    label: 'Open tasks assigned',
    short: 'Open tasks',
    counted: ['open task', 'open tasks'],
    when: 'before',
  },
  {
    key: 'projectsLed',
    label: 'Projects led',
    short: 'Projects led',
    counted: ['project led', 'projects led'],
    when: 'before',
    // Of whoever goes, awork hands the private ones to another member, who may be next.
    growsInRun: true,
  },
  {
    key: 'apiUsersCreated',
    label: 'API users created',
    short: 'API users',
    counted: ['API user created', 'API users created'],
    when: 'before',
  },
  {
    key: 'privateProjects',
    label: 'Private, no other member seen',
    short: 'Private, seen',
    counted: [
      'private project would be left without a member',
      'private projects would be left without a member',
    ],
    when: 'before',
  },
  {
    key: 'privateProjectsHidden',
    label: 'Private, hidden from you',
    short: 'Private, hidden',
    when: 'before',
  },
  {
    key: 'privateProjectManagersReassigned',
    label: 'Private projects given a new manager',
    short: 'Reassigned',
    when: 'after',
  },
  {
    key: 'privateProjectsDeleted',
    label: 'Private projects deleted',
    short: 'Deleted',
    when: 'after',
    forecastKey: 'privateProjects',
  },
]

/** External users of awork Connect and machines are free. https://support.awork.com/en/articles/9399265 */
function takesSeat(user: User): boolean {
  return user.kind === 'person'
}

/** The name at the head of a sentence. */
function subject(user: User): string {
  return nameInWords(user.firstName ?? user.name)
}
