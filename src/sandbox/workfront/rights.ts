import type { Call } from './call'
import type { Reach, WorkfrontUser } from './model'

type Asking = Pick<Call, 'tenant' | 'caller'>

/**
 * System Administrators everybody; with "User Admin (Group Users)" whoever is in the groups one administers.
 * https://experienceleague.adobe.com/en/docs/workfront/using/administration-and-setup/add-users/configure-and-grant-access/grant-access-other-users
 */
export function reachOf({ tenant, caller }: Asking): Reach {
  return tenant.accessLevelOf(caller)?.reach ?? 'nothing'
}

export function seesUser(call: Asking, id: string): boolean {
  return reachOf(call) !== 'nothing' || id === call.caller.id
}

/** Nobody may edit who has more rights than they. */
export function mayEdit(call: Asking, user: WorkfrontUser): boolean {
  switch (reachOf(call)) {
    case 'everybody':
      return true
    case 'own groups':
      return (
        user.homeGroupId !== undefined &&
        call.caller.administers.includes(user.homeGroupId) &&
        rankOf(call, user) <= rankOf(call, call.caller)
      )
    case 'look':
    case 'nothing':
      return false
  }
}

/** "Editors may only grant an access level equal to or below their own." */
export function mayGrant(call: Asking, accessLevelId: string): boolean {
  const rank = call.tenant.accessLevel(accessLevelId)?.rank ?? 0
  return rank <= rankOf(call, call.caller)
}

function rankOf({ tenant }: Asking, user: WorkfrontUser): number {
  return tenant.accessLevel(user.accessLevelId)?.rank ?? 0
}
