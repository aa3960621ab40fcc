import type { Directory } from '../directory/directory'
import type { Action, Provider, User } from '../providers/provider'
import { openAction } from '../runs/actionDialog'
import { actionWords } from '../runs/actions'
import { adminsIn } from '../runs/admins'
import type { PlanContext } from '../runs/guards'
import { whyNot } from '../runs/plan'
import { announce } from '../ui/announce'
import { nameInWords } from '../ui/nameInWords'
import { formatCount } from '../ui/number'
import { toasts } from '../ui/toasts'

/** What the actions of this page are checked against. */
export type Ground = {
  readonly connectionId: string
  readonly provider: Provider
  readonly directory: Directory
}

const contextOf = ({ connectionId, provider, directory }: Ground): PlanContext => ({
  connection: connectionId,
  provider,
  admins: adminsIn(directory),
})

/** So many are asked before a button is offered; a dialog that finds nobody else says so of each. */
const asked = 500

/** Why an action cannot be begun for these users; `undefined`: it can, for at least one of them. */
export function whyNone(
  action: Action,
  users: readonly User[],
  ground: Ground,
): string | undefined {
  const context = contextOf(ground)
  const reasons = new Set<string>()
  for (const user of users.slice(0, asked)) {
    const reason = whyNot(action, user, context)
    if (reason === undefined) return undefined
    reasons.add(reason)
  }
  if (users.length > asked) return undefined
  const [first, ...others] = reasons
  if (first === undefined) return 'Nobody is selected'
  if (others.length === 0) return first
  return `Possible for none of the ${users.length} selected: ${first}, and other reasons`
}

/** Opens the action's dialog, or says why it cannot be opened. */
export function actOn(action: Action, users: readonly User[], ground: Ground): void {
  const reason = whyNone(action, users, ground)
  const { connectionId, provider } = ground
  const [only, ...others] = users
  if (!only) announce('Select users, or go to a row, first')
  else if (reason === undefined) openAction({ connectionId, provider, action, users })
  else {
    const who = others.length === 0 ? nameInWords(only.name) : formatCount(users.length, 'user')
    toasts.show(`${actionWords[action].verb} ${who}: not possible. ${reason}`)
  }
}
