import type { BuiltInView, Column, Flag, User } from '../provider'

const one = (value: string | undefined) => (value === undefined ? [] : [value])
const detail = (id: string) => (user: User) => user.details?.[id] ?? []

/** What only this vendor has, under the id by which it stands in the user. */
function own(id: string, header: string, width: number, more: Partial<Column> = {}): Column {
  return {
    id,
    header,
    type: 'text',
    values: detail(id),
    width,
    shown: true,
    searched: false,
    ...more,
  }
}

export const columns: readonly Column[] = [
  own('name', 'Name', 204, { values: user => [user.name], searched: true }),
  own('email', 'E-mail', 192, { values: user => user.emails, searched: true }),
  // Room for "Active, until 28 Aug": cut, it would lose the month.
  own('status', 'Status', 182, {
    type: 'status',
    values: user => [user.status],
    filter: 'Status',
  }),
  own('kind', 'Kind', 94, {
    type: 'kind',
    values: user => [user.kind],
    shown: false,
  }),
  own('role', 'Access level', 144, {
    values: user => one(user.role),
    filter: 'Access level',
    searched: true,
  }),
  own('licence', 'Licence', 84, { part: 'field:licenseType' }),
  own('homeGroup', 'Home group', 114, { filter: 'Group', searched: true }),
  own('homeTeam', 'Home team', 130, {
    values: user => user.teams,
    filter: 'Team',
    searched: true,
    shown: false,
  }),
  own('company', 'Company', 104, {
    filter: 'Company',
    searched: true,
    part: 'field:company:name',
  }),
  own('manager', 'Manager', 140, { shown: false, part: 'field:manager:name' }),
  own('position', 'Title', 150, {
    values: user => one(user.position),
    searched: true,
    shown: false,
  }),
  own('lastSignIn', 'Last sign-in', 108, { type: 'date' }),
  own('signIns', 'Sign-ins', 84, { shown: false, part: 'field:loginCount' }),
  own('created', 'Created', 108, {
    type: 'date',
    values: user => one(user.createdAt),
    shown: false,
    part: 'field:entryDate',
  }),
  // The badge of the status says it too.
  own('deactivates', 'Deactivation', 108, {
    type: 'date',
    values: user => one(user.deactivatesAt),
    shown: false,
    part: 'field:scheduleDeactivationDate',
  }),
  own('deactivated', 'Deactivated', 108, {
    type: 'date',
    values: user => one(user.deactivatedAt),
    part: 'field:actualDeactivationDate',
  }),
  own('username', 'Username', 200, { searched: true, shown: false, part: 'field:username' }),
  own('id', 'Id', 260, { values: user => [user.id], searched: true, shown: false }),
]

export const flags: readonly Flag[] = [
  { id: 'noSignIn', label: 'no sign-in for 90 days', test: user => hasNotSignedIn(user) },
  {
    id: 'pendingApproval',
    label: 'pending approval',
    test: user => user.status === 'pendingApproval',
  },
  {
    id: 'deactivates',
    label: 'deactivation scheduled',
    test: user => user.deactivatesAt !== undefined,
  },
  {
    id: 'noEmail',
    label: 'has no e-mail',
    // Whose answer was odd may have one that could not be read.
    test: user => user.email === undefined && user.unreadable === undefined,
  },
  { id: 'admins', label: 'is an admin', test: user => user.isAdmin === true },
  { id: 'apiUsers', label: 'is an API user', test: user => user.kind === 'apiUser' },
]

export const views: readonly BuiltInView[] = [
  { id: 'noSignIn', name: 'No sign-in for 90 days', search: 'status=active&is=noSignIn' },
  { id: 'pendingApproval', name: 'Pending approval', search: 'is=pendingApproval' },
  { id: 'deactivates', name: 'Deactivation scheduled', search: 'is=deactivates' },
  { id: 'deactivated', name: 'Deactivated', search: 'status=deactivated' },
  { id: 'admins', name: 'Admins', search: 'is=admins' },
]

const ninetyDays = 90 * 24 * 60 * 60 * 1000

/** Who is new has not had the time: for them it counts from the day they came. Machines never sign in. */
function hasNotSignedIn({ details, createdAt, readAt, unreadable, kind }: User): boolean {
  if (kind === 'apiUser') return false
  const last = details?.['lastSignIn']?.[0] ?? createdAt
  if (last === undefined) return unreadable === undefined
  return Date.parse(last) < readAt - ninetyDays
}
