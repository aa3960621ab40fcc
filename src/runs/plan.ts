import type { Action, User } from '../providers/provider'
import { nameInWords } from '../ui/nameInWords'
import {
  adminsNow,
  guard,
  lastAdminReason,
  type Outcome,
  type PlanContext,
  takesAccess,
} from './guards'
import { listInWords } from './words'

export type PlanItem = { readonly connection: string; readonly user: User } & Outcome

/**
 * What comes of the action for each user, each once, in the order given. Looks at the state after the whole run:
 * if everybody who is an admin were to go, the last in order stays.
 */
export function plan(action: Action, users: readonly User[], context: PlanContext): PlanItem[] {
  const once = [...new Map(users.map(user => [user.id, user])).values()]
  const cuts = takesAccess(context.provider.rules[action])
  const admins = context.admins.known ? adminsNow(once, context.admins) : undefined
  const leaving: User[] = []
  return once.map(user => {
    const outcome = guard(action, user, context)
    if (outcome.state === 'ready' && cuts && admins?.has(user.id)) {
      if (admins.size === 1)
        return {
          connection: context.connection,
          user,
          state: 'blocked',
          reason: lastAdminReason(leaving),
        }
      admins.delete(user.id)
      leaving.push(user)
    }
    return { connection: context.connection, user, ...outcome }
  })
}

/** Why this action is not possible for this user, in words; `undefined`: it is. The plan for one user, no other rule. */
export function whyNot(action: Action, user: User, context: PlanContext): string | undefined {
  const [only] = plan(action, [user], context)
  return only && only.state !== 'ready' ? only.reason : undefined
}

/** What to know before going ahead; nothing of it keeps the run from starting. */
export function warnings(action: Action, items: readonly PlanItem[], context: PlanContext) {
  const ready = items.filter(item => item.state === 'ready').map(item => item.user)
  return [
    ...adminWarnings(action, ready, items, context),
    ...machineWarnings(ready, ready.length === 1),
  ]
}

/** Who can still administer the connection after the run; `undefined`: not known. */
export function adminsAfter(items: readonly PlanItem[], context: PlanContext) {
  if (!context.admins.known) return undefined
  const before = adminsNow(
    items.map(item => item.user),
    context.admins,
  )
  const leaving = items.filter(item => item.state === 'ready' && before.has(item.user.id))
  const remain = new Map(before)
  for (const item of leaving) remain.delete(item.user.id)
  return {
    before: before.size,
    leaving: leaving.map(item => item.user),
    remain: [...remain.values()],
  }
}

function adminWarnings(
  action: Action,
  ready: readonly User[],
  items: readonly PlanItem[],
  context: PlanContext,
): string[] {
  const rules = context.provider.rules[action]
  if (!takesAccess(rules) || ready.length === 0) return []
  const after = adminsAfter(items, context)
  if (!after) return ready.some(mayBeAdmin) ? [unknownAdmins(ready, rules.lastAdmin)] : []
  const [first, ...others] = after.leaving
  if (!first) return []
  const remain =
    after.remain.length > 3
      ? `${after.remain.length} remain`
      : `${after.remain.length} ${after.remain.length === 1 ? 'remains' : 'remain'}: ${listInWords(after.remain.map(nameInWords))}`
  return others.length === 0
    ? [
        `${nameInWords(first.firstName ?? first.name)} is one of ${after.before} active admins. After this run ${remain}.`,
      ]
    : [
        `${after.leaving.length} of ${after.before} active admins go in this run. After it ${remain}.`,
      ]
}

const mayBeAdmin = (user: User) => user.status === 'active' && user.isAdmin !== false

function unknownAdmins(ready: readonly User[], lastAdmin: string | undefined): string {
  const sure = ready.filter(user => user.isAdmin === true)
  const [admin] = sure
  const what =
    sure.length === 1 && admin
      ? `${nameInWords(admin.firstName ?? admin.name)} is an admin; whether anybody else is cannot be read`
      : ready.length === 1
        ? 'Whether this is an admin cannot be read'
        : 'Who of them is an admin cannot be read'
  return lastAdmin ? `${what}. ${lastAdmin}` : `${what}, so the last admin is not guarded here.`
}

function machineWarnings(ready: readonly User[], alone: boolean): string[] {
  const machines = ready.filter(user => user.kind === 'apiUser')
  if (machines.length === 0) return []
  if (alone) return ['This is an API user, not a person. What works with its key may stop working.']
  const names = machines.slice(0, 3).map(user => nameInWords(user.name))
  const more = machines.length > 3 ? [...names, `${machines.length - 3} more`] : names
  const [count, keys] =
    machines.length === 1
      ? ['1 of them is an API user', 'its key']
      : [`${machines.length} of them are API users`, 'their keys']
  return [`${count}: ${listInWords(more)}. What works with ${keys} may stop working.`]
}
