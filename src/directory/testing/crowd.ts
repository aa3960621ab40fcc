import type { Column, Flag, User } from '../../providers/provider'

/** A made-up crowd for tests and the bench: the same every time, believable in its sizes, and as messy as people are. */

const first =
  'Anna,Müjgan,Zoë,Łukasz,Søren,Æsa,José,Dağhan,Ingmar,Amara,Marek,Elif,Henrik,Nadia,Paul,李,محمد,Chloé,Ørjan,Đorđe,Marlene,Jonas,Lena,Óscar,Björn'.split(
    ',',
  )
const last =
  'Meier,Straße,Wójcik,Kowalczyk,Okafor,Lindgren,Vogt,Petersen,Demir,Dahl,Solberg,Weber,Whitfield,Fernández-Castro,Aust,Groß,O’Neill,小林,العربي,Nguyễn'.split(
    ',',
  )
const positions =
  'Creative Director,Engineer,Project lead,Accountant,Recruiter,Consultant,Intern'.split(',')
const roles = ['Admin', 'User', 'Guest', 'Project lead', 'Integration']
const teams =
  'Marketing,Product design,Logistics,Operations,Events,Sales,Sales Iberia,Finance,IT,People'.split(
    ',',
  )
const tags = 'Berlin,Hamburg,Poznań,Malmö,part time,remote,works council'.split(',')

const day = 86_400_000

export function crowd(size: number, options: { seed?: number; readAt?: number } = {}): User[] {
  const random = numbers(options.seed ?? 1)
  const pick = <Value>(values: readonly [Value, ...Value[]] | readonly Value[]) =>
    values[Math.floor(random() * values.length)]
  const some = (values: readonly string[], most: number) =>
    [
      ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(values))),
    ].flatMap(value => value ?? [])
  return Array.from({ length: size }, (_, at) => {
    const name = `${pick(first)} ${pick(last)}`
    const emails =
      random() < 0.05 ? [] : [`${name.split(' ')[0]?.toLowerCase()}.${at}@acme.example`]
    const status = pick([
      'active',
      'active',
      'active',
      'invited',
      'deactivated',
      'archived',
    ] as const)
    return {
      id: uuid(random),
      name,
      firstName: name.split(' ')[0],
      email: emails[0],
      emails,
      status: status ?? 'active',
      kind:
        pick(['person', 'person', 'person', 'person', 'external', 'apiUser', 'agent'] as const) ??
        'person',
      position: random() < 0.3 ? undefined : `${pick(positions)} ${Math.floor(random() * 40)}`,
      role: pick(roles),
      isAdmin: random() < 0.02,
      teams: some(teams, 3),
      tags: some(tags, 2),
      createdAt: new Date(1.6e12 + Math.floor(random() * 1700) * day).toISOString(),
      createdBy: undefined,
      updatedAt: undefined,
      deactivatedAt:
        status === 'deactivated'
          ? new Date(1.75e12 + Math.floor(random() * 300) * day).toISOString()
          : undefined,
      readAt: options.readAt ?? 1000,
      unreadable: undefined,
    }
  })
}

export const columns: readonly Column[] = [
  column('name', 'text', user => [user.name], { searched: true, shown: true }),
  column('email', 'text', user => user.emails, { searched: true, shown: true }),
  column('status', 'status', user => [user.status], { filter: 'Status', shown: true }),
  column('kind', 'kind', user => [user.kind], { filter: 'Kind', part: 'machines' }),
  column('role', 'text', user => present(user.role), {
    searched: true,
    filter: 'Role',
    part: 'roles',
  }),
  column('teams', 'list', user => user.teams, { searched: true, filter: 'Team' }),
  column('tags', 'list', user => user.tags, { searched: true, filter: 'Tag' }),
  column('position', 'text', user => present(user.position), { searched: true }),
  column('created', 'date', user => present(user.createdAt), { shown: true }),
  column('deactivated', 'date', user => present(user.deactivatedAt), {}),
  column('id', 'text', user => [user.id], { searched: true }),
]

export const flags: readonly Flag[] = [
  { id: 'noEmail', label: 'has no e-mail', test: user => user.email === undefined },
  { id: 'admins', label: 'is an admin', test: user => user.isAdmin === true },
]

function column(
  id: string,
  type: Column['type'],
  values: Column['values'],
  options: Partial<Column>,
): Column {
  return { id, header: id, type, values, width: 100, shown: false, searched: false, ...options }
}

const present = (value: string | undefined) => (value === undefined ? [] : [value])

function uuid(random: () => number): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('')
  return [8, 4, 4, 4, 12].map(digits).join('-')
}

/** From 0 up to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
