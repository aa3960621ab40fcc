import type { WorkfrontUser } from './model'
import { accessLevel, company, group, role, team } from './objects/organisation'
import { user, userApproval, userGroup, userNamed } from './objects/user'
import {
  approvalsOf,
  assignmentType,
  awaitingApproval,
  issue,
  project,
  task,
  type Work,
  workOf,
} from './objects/work'
import type { Tenant } from './tenant'
import type { Bound, ObjectType, Thing } from './thing'

/** What can be searched; the fields after which it need not look at everything. */
export type Searchable = {
  readonly type: ObjectType
  readonly all: (tenant: Tenant) => readonly Thing[]
  readonly one: (tenant: Tenant, id: string) => Thing | undefined
  /** Filters by these name users, and only what those have need be looked at. */
  readonly byUser: readonly string[]
  readonly ofUser: (tenant: Tenant, user: WorkfrontUser) => readonly Thing[]
}

/** Kept while the list is the same, so that an order of it can be kept too. */
const userThings = new WeakMap<
  Tenant,
  { readonly of: readonly WorkfrontUser[]; readonly things: readonly Thing[] }
>()

function allUsers(tenant: Tenant): readonly Thing[] {
  const of = tenant.users()
  const known = userThings.get(tenant)
  if (known?.of === of) return known.things
  const things = of.map(row => user.bind(row, tenant))
  userThings.set(tenant, { of, things })
  return things
}

function ofUsers(
  type: ObjectType,
  byUser: readonly string[],
  ofUser: (tenant: Tenant, user: WorkfrontUser) => readonly Thing[],
): Searchable {
  const all = (tenant: Tenant) => tenant.users().flatMap(owner => ofUser(tenant, owner))
  return { type, byUser, ofUser, all, one: (tenant, id) => all(tenant).find(own => own.id === id) }
}

function listed<Row>(bound: Bound<Row>, rows: (tenant: Tenant) => readonly Row[]): Searchable {
  const all = (tenant: Tenant) => rows(tenant).map(row => bound.bind(row, tenant))
  const one: Searchable['one'] = (tenant, id) => all(tenant).find(own => own.id === id)
  return { type: bound.type, byUser: [], ofUser: () => [], all, one }
}

function work(bound: Bound<Work>, kind: Work['kind'], byUser: readonly string[]): Searchable {
  return ofUsers(bound.type, byUser, (tenant, owner) =>
    workOf(tenant, owner, kind).map(row => bound.bind(row, tenant)),
  )
}

const assignee = ['assignedToID', 'assignments:assignedToID', 'assignedTo:ID']

const searchables: readonly Searchable[] = [
  {
    type: user.type,
    byUser: [],
    ofUser: () => [],
    all: allUsers,
    one: (tenant, id) => userNamed(id, tenant),
  },
  ofUsers(userApproval.type, ['userID'], (tenant, { id, approval }) =>
    approval ? [userApproval.bind({ ...approval, userId: id }, tenant)] : [],
  ),
  ofUsers(awaitingApproval.type, ['approverID'], (tenant, approver) =>
    approvalsOf(tenant, approver).map(row => awaitingApproval.bind(row, tenant)),
  ),
  work(task, 'task', assignee),
  work(issue, 'issue', assignee),
  work(project, 'project', ['ownerID', 'owner:ID']),
  listed(accessLevel, tenant => tenant.population.accessLevels),
  listed(group, tenant => tenant.population.groups),
  listed(team, tenant => tenant.population.teams),
  listed(company, tenant => tenant.population.companies),
  listed(role, tenant => tenant.population.roles),
]

/** "objCode is case-insensitive, short or long." */
export function searchableNamed(name: string): Searchable | undefined {
  const wanted = name.toLowerCase()
  return searchables.find(({ type }) =>
    [type.objCode, type.name, longNames[type.objCode]].some(own => own?.toLowerCase() === wanted),
  )
}

const longNames: Readonly<Record<string, string>> = { OPTASK: 'issue', TEAMOB: 'team' }

const types = new Map(
  [...searchables.map(({ type }) => type), userGroup.type, assignmentType].map(type => [
    type.objCode,
    type,
  ]),
)

export function typeOf(objCode: string): ObjectType {
  const type = types.get(objCode)
  if (!type) throw new Error(`There is no type ${objCode}.`)
  return type
}

export const searchableTypes: readonly ObjectType[] = searchables.map(({ type }) => type)
