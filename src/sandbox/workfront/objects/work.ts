import { rollOf } from '../../population/seeded'
import { day } from '../dates'
import type { Load, WorkfrontUser } from '../model'
import { guidOf } from '../population/ids'
import type { Tenant } from '../tenant'
import { type Bound, objectType } from '../thing'
import { userNamed } from './user'

/** A task, an issue or a project of somebody's; `completedAt`: it is finished. */
export type Work = {
  readonly id: string
  readonly kind: 'task' | 'issue' | 'project'
  readonly name: string
  readonly userId: string
  readonly projectId: string | undefined
  readonly enteredAt: number
  readonly completedAt: number | undefined
}

const seasons = ['Spring', 'Summer', 'Autumn', 'Winter']
const subjects = [
  'campaign',
  'catalogue',
  'newsletter',
  'photo shoot',
  'landing page',
  'trade fair',
]

/** Deactivating changes nothing of it: "they remain assigned to the work item". */
export function loadOf({ population }: Tenant, { id, special }: WorkfrontUser): Load {
  const known = population.loads.get(id)
  if (known) return known
  const roll = (what: string, sides: number) => rollOf(`${id} ${what}`, sides)
  return {
    tasks: roll('tasks', 10),
    issues: roll('issues', 4),
    projects: special === undefined && roll('leads', 12) === 0 ? 1 + roll('projects', 4) : 0,
    approvals: roll('approves', 5) === 0 ? 1 + roll('approvals', 6) : 0,
  }
}

/** What somebody has of a kind: the open, then some that are finished. */
export function workOf(tenant: Tenant, user: WorkfrontUser, kind: Work['kind']): readonly Work[] {
  const { tasks, issues, projects } = loadOf(tenant, user)
  const open = { task: tasks, issue: issues, project: projects }[kind]
  const finished = kind === 'project' ? Math.ceil(open / 2) : rollOf(`${user.id} finished`, 4)
  return Array.from({ length: open + finished }, (_, n) => {
    const id = guidOf(`${user.id} ${kind} ${n}`)
    const enteredAt = user.enteredAt + rollOf(id, 200) * day
    return {
      id,
      kind,
      name: `${seasons[rollOf(`${id} season`, 4)]} ${subjects[rollOf(`${id} subject`, 6)]}`,
      userId: user.id,
      projectId: kind === 'project' ? undefined : guidOf(`${user.id} somebody's project`),
      enteredAt,
      completedAt: n < open ? undefined : enteredAt + 30 * day,
    }
  })
}

type Assignment = { readonly id: string; readonly work: Work }

const assignment: Bound<Assignment> = objectType({
  objCode: 'ASSGN',
  name: 'Assignment',
  fields: {
    name: ['string', () => undefined],
    assignedToID: ['string', ({ work }) => work.userId],
    isPrimary: ['boolean', () => true],
    taskID: ['string', ({ work }) => (work.kind === 'task' ? work.id : undefined)],
    opTaskID: ['string', ({ work }) => (work.kind === 'issue' ? work.id : undefined)],
  },
  references: { assignedTo: ['USER', ({ work }, tenant) => userNamed(work.userId, tenant)] },
})

const fields = {
  name: ['string', (row: Work) => row.name],
  entryDate: ['dateTime', (row: Work) => row.enteredAt],
  actualCompletionDate: ['dateTime', (row: Work) => row.completedAt],
  percentComplete: ['double', (row: Work) => (row.completedAt === undefined ? 40 : 100)],
} as const

const assigned = {
  fields: {
    ...fields,
    isComplete: ['boolean', (row: Work) => row.completedAt !== undefined],
    assignedToID: ['string', (row: Work) => row.userId],
    projectID: ['string', (row: Work) => row.projectId],
    status: ['string', (row: Work) => (row.completedAt === undefined ? 'INP' : 'CPL')],
    statusEquatesWith: ['string', (row: Work) => (row.completedAt === undefined ? 'INP' : 'CPL')],
  },
  references: {
    assignedTo: ['USER', (row: Work, tenant: Tenant) => userNamed(row.userId, tenant)],
  },
  collections: {
    assignments: [
      'ASSGN',
      (row: Work, tenant: Tenant) => [
        assignment.bind({ id: guidOf(`${row.id} assignment`), work: row }, tenant),
      ],
    ],
  },
} as const

export const assignmentType = assignment.type
export const task: Bound<Work> = objectType({ objCode: 'TASK', name: 'Task', ...assigned })
export const issue: Bound<Work> = objectType({ objCode: 'OPTASK', name: 'OpTask', ...assigned })

export const project: Bound<Work> = objectType({
  objCode: 'PROJ',
  name: 'Project',
  fields: {
    ...fields,
    ownerID: ['string', row => row.userId],
    status: ['string', row => (row.completedAt === undefined ? 'CUR' : 'CPL')],
  },
  references: { owner: ['USER', (row, tenant) => userNamed(row.userId, tenant)] },
})

export type Approval = { readonly id: string; readonly approverId: string }

export function approvalsOf(tenant: Tenant, user: WorkfrontUser): readonly Approval[] {
  return Array.from({ length: loadOf(tenant, user).approvals }, (_, n) => ({
    id: guidOf(`${user.id} approval ${n}`),
    approverId: user.id,
  }))
}

/**
 * What waits for somebody to approve it. The object and its references are documented with Workfront Data Connect; that
 * the API counts it by `approverID` is inferred.
 * https://experienceleague.adobe.com/en/docs/workfront/using/reporting/data-connect/data-connect-dictionary/data-connect-dictionary
 */
export const awaitingApproval: Bound<Approval> = objectType({
  objCode: 'AWAPVL',
  name: 'AwaitingApproval',
  fields: {
    name: ['string', () => undefined],
    approverID: ['string', row => row.approverId],
    userID: ['string', () => undefined],
    documentID: ['string', row => guidOf(`${row.id} document`)],
    submittedByID: ['string', () => undefined],
  },
})
