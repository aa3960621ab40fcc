import type { Action, Forecast, Provider, User } from '../providers/provider'
import { nameInWords } from '../ui/nameInWords'
import { formatTime } from '../ui/time'
import type { Admins, PlanContext } from './guards'
import { type PlanItem, plan, warnings } from './plan'
import { type Person, type Prepared, userOf } from './preparation'
import { statusWords } from './words'

/** What the dialog shows before, and what the run is made of. */
export type Preview = {
  readonly items: readonly PlanItem[]
  readonly ready: readonly User[]
  /** Who stays as they are, and why. */
  readonly stays: readonly Stay[]
  readonly warnings: readonly string[]
  /** By user id, where it was read. */
  readonly forecasts: ReadonlyMap<string, Forecast>
  /** By user id: whose forecast could not be read. */
  readonly unforeseen: ReadonlySet<string>
  /** Who is not read again yet. */
  readonly waiting: number
  /** Who could not be read again; the run reads them once more before it writes. */
  readonly unread: readonly Person[]
  /** The admins as they are now. */
  readonly context: PlanContext
}

export type Stay = {
  readonly id: string
  readonly name: string
  readonly verdict: 'skipped' | 'blocked'
  readonly reason: string
}

const readingAdmins: Admins = { known: false, reason: 'The admins are being read' }

/** @param among `ofMany` also where one connection of several has one user */
export function previewOf(
  action: Action,
  prepared: Prepared,
  provider: Provider,
  connection: string,
  among: 'alone' | 'ofMany' = prepared.people.length > 1 ? 'ofMany' : 'alone',
): Preview {
  const { people } = prepared
  const changed = new Map<string, string>()
  // One user is in front of the operator, with what changed; of many, the one who changed would go unnoticed.
  for (const person of people) {
    const change = (among === 'ofMany' && changeOf(person)) || changeOfRun(person)
    if (change) changed.set(person.id, change)
  }
  const context = { connection, provider, admins: prepared.admins ?? readingAdmins, changed }
  const users = people.flatMap(person => userOf(person) ?? [])
  const items = plan(action, users, context)
  const gone = people.flatMap((person): PlanItem[] =>
    person.reading.at === 'gone' && person.listed
      ? [{ connection, user: person.listed, state: 'skipped', reason: 'No longer there' }]
      : [],
  )
  const planned = new Set(items.map(item => item.user.id))
  const unplanned = people.flatMap((person): Stay[] => {
    if (planned.has(person.id) || person.reading.at === 'waiting') return []
    const reason = person.reading.at === 'gone' ? 'No longer there' : 'Could not be read'
    return [{ id: person.id, name: person.name, verdict: 'skipped', reason }]
  })
  return {
    items: [...items, ...gone],
    ready: items.flatMap(item => (item.state === 'ready' ? [item.user] : [])),
    stays: [...items.flatMap(stayOf), ...unplanned].sort((one, other) =>
      one.verdict === other.verdict ? 0 : one.verdict === 'blocked' ? -1 : 1,
    ),
    warnings: prepared.admins ? warnings(action, items, context) : [],
    forecasts: new Map(
      people.flatMap(({ id, forecast }) =>
        forecast.at === 'read' ? [[id, forecast.forecast] as const] : [],
      ),
    ),
    unforeseen: new Set(
      people.flatMap(({ id, forecast }) => (forecast.at === 'failed' ? [id] : [])),
    ),
    waiting: people.filter(person => person.reading.at === 'waiting').length,
    unread: people.filter(person => person.reading.at === 'failed'),
    context,
  }
}

function stayOf(item: PlanItem): Stay[] {
  if (item.state === 'ready') return []
  const { id, name } = item.user
  return [{ id, name, verdict: item.state, reason: item.reason }]
}

/** "Changed at 14:04, after the list was read: role is now Project lead"; `undefined`: nothing that matters here. */
export function changeOf({ listed, reading }: Person): string | undefined {
  if (!listed || reading.at !== 'read') return undefined
  const changes = changesBetween(listed, reading.user)
  if (changes.length === 0) return undefined
  const { updatedAt } = reading.user
  const isLater = updatedAt !== undefined && Date.parse(updatedAt) > listed.readAt
  const when = isLater ? `Changed at ${formatTime(updatedAt)}, after` : 'Changed after'
  return `${when} the list was read: ${changes.join(', ')}`
}

/** "Is active now, and the run left them invited": then there is nothing of the run to take back. */
function changeOfRun(person: Person): string | undefined {
  const { leftAs } = person
  const now = userOf(person)?.status
  return leftAs === undefined || now === undefined || now === leftAs
    ? undefined
    : `Is ${statusWords[now].toLowerCase()} now, and the run left them ${statusWords[leftAs].toLowerCase()}`
}

function changesBetween(before: User, now: User): readonly string[] {
  const changes: string[] = []
  if (before.status !== now.status)
    changes.push(`status is now ${statusWords[now.status].toLowerCase()}`)
  // A role that was not read yet when the list was is no change.
  if (before.role !== undefined && now.role !== undefined && before.role !== now.role)
    changes.push(`role is now ${nameInWords(now.role)}`)
  else if (
    before.isAdmin !== undefined &&
    now.isAdmin !== undefined &&
    before.isAdmin !== now.isAdmin
  )
    changes.push(now.isAdmin ? 'is an admin now' : 'is no longer an admin')
  if (before.name !== now.name) changes.push(`is now called ${nameInWords(now.name)}`)
  if (before.email !== now.email)
    changes.push(now.email === undefined ? 'has no e-mail any more' : 'has another e-mail')
  return changes
}
