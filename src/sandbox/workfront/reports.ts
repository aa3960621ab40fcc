import type { WorkfrontUser } from './model'
import type { Tenant } from './tenant'

/** By list: a change makes a new one. */
const indexes = new WeakMap<
  readonly WorkfrontUser[],
  ReadonlyMap<string, readonly WorkfrontUser[]>
>()

/** Whose manager somebody is. */
export function reportsOf(tenant: Tenant, managerId: string): readonly WorkfrontUser[] {
  const users = tenant.users()
  const index = indexes.get(users) ?? indexOf(users)
  indexes.set(users, index)
  return index.get(managerId) ?? []
}

function indexOf(users: readonly WorkfrontUser[]) {
  const index = new Map<string, WorkfrontUser[]>()
  for (const user of users) {
    if (user.managerId === undefined) continue
    const reports = index.get(user.managerId)
    if (reports) reports.push(user)
    else index.set(user.managerId, [user])
  }
  return index
}
