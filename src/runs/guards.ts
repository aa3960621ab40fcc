import type { Action, ActionRules, Provider, Status, User } from '../providers/provider'
import { nameInWords } from '../ui/nameInWords'
import { formatDate } from '../ui/time'
import { actionWords } from './actions'
import { listInWords, statusWords } from './words'

/** The active admins who are people, or why it is not known who they are. */
export type Admins =
  | { readonly known: true; readonly active: readonly Pick<User, 'id' | 'name'>[] }
  | { readonly known: false; readonly reason: string }

/** What is known of one connection when something is planned in it. */
export type PlanContext = {
  readonly connection: string
  readonly provider: Pick<Provider, 'name' | 'operator' | 'rules' | 'actions'>
  readonly admins: Admins
  /** By user id: what changed since the operator saw the list. Such a user is left alone. */
  readonly changed?: ReadonlyMap<string, string>
}

export type Outcome =
  | { readonly state: 'ready' }
  /** Nothing to do, or not as the operator saw it. */
  | { readonly state: 'skipped'; readonly reason: string }
  /** Must not be done, or cannot. */
  | { readonly state: 'blocked'; readonly reason: string }

/** Every status that shows the action worked. */
export const targetsOf = (rules: ActionRules): readonly (Status | 'gone')[] => [
  rules.to,
  ...(rules.toAlso ?? []),
]

/** After the action the user cannot sign in any more. */
export const takesAccess = (rules: ActionRules) => !targetsOf(rules).includes('active')

/**
 * An API user or an agent with the admin role keeps nobody from being locked out, and a guest of another workspace is
 * not relied on.
 */
export const isActiveAdmin = (user: User) =>
  user.isAdmin === true && user.status === 'active' && user.kind === 'person'

/** Everything that can be said of one user without looking at the others in the run. */
export function guard(action: Action, user: User, context: PlanContext): Outcome {
  const { provider } = context
  const rules = provider.rules[action]
  const ability = provider.actions[action]
  if (user.unreadable)
    return blocked(
      `Cannot be read: ${user.unreadable.field} in the answer of ${user.unreadable.endpoint} is not as documented`,
    )
  // Where an action is not offered at all, its status rules say nothing.
  if ('reason' in ability && rules.from.length === 0) return blocked(ability.reason)
  if (!rules.from.includes(user.status)) return skipped(whyNotFrom(action, user, rules))
  const reason = rules.reasonFor?.(user) ?? ('reason' in ability ? ability.reason : undefined)
  if (reason !== undefined) return blocked(reason)
  if (user.id === provider.operator.id && takesAccess(rules))
    return blocked(
      user.kind === 'apiUser'
        ? 'You are signed in with the key of this API user. Somebody else has to do it.'
        : 'This is you. Somebody else has to do it.',
    )
  const change = context.changed?.get(user.id)
  return change === undefined ? { state: 'ready' } : skipped(change)
}

function whyNotFrom(action: Action, user: User, rules: ActionRules): string {
  const said = rules.notFrom?.[user.status]
  if (said !== undefined) return said
  const words = actionWords[action]
  // Who is pending approval cannot sign in either, but was never deactivated.
  if (user.status !== 'pendingApproval' && targetsOf(rules).includes(user.status)) {
    if (action === 'activate' && user.status === 'invited') return 'Invited, not deactivated'
    const since = user.status === 'deactivated' && user.deactivatedAt
    const day = since ? formatDate(since) : ''
    return action === 'deactivate' && day ? `${words.already}, on ${day}` : words.already
  }
  const from = listInWords(rules.from.map(status => statusWords[status].toLowerCase()))
  return `${statusWords[user.status]}: ${words.doing} is possible from ${from}`
}

/** Who is an admin now: what the directory knows, corrected by newer answers for the users of the run. */
export function adminsNow(users: readonly User[], admins: Admins & { known: true }) {
  const now = new Map(admins.active.map(admin => [admin.id, admin.name]))
  for (const user of users) {
    const known = user.isAdmin !== undefined || user.status !== 'active'
    if (known && !isActiveAdmin(user)) now.delete(user.id)
    else if (known) now.set(user.id, user.name)
  }
  return now
}

/** @param leaving who goes in the same run, in its order */
export function lastAdminReason(leaving: readonly Pick<User, 'name'>[]): string {
  const [first, ...others] = leaving
  if (!first) return 'The last active admin. Make somebody else an admin first.'
  const who = nameInWords(first.name)
  return others.length === 0
    ? `The last active admin, because ${who} goes in this run`
    : `The last active admin, because ${who} and ${others.length} more go in this run`
}

const skipped = (reason: string): Outcome => ({ state: 'skipped', reason })
const blocked = (reason: string): Outcome => ({ state: 'blocked', reason })
