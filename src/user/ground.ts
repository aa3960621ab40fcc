import type { Directory } from '../directory/directory'
import type { Action, Provider, User } from '../providers/provider'
import { openAction } from '../runs/actionDialog'
import { actionWords } from '../runs/actions'
import { adminsIn } from '../runs/admins'
import type { Admins } from '../runs/guards'
import { whyNot } from '../runs/plan'
import { nameInWords } from '../ui/nameInWords'
import { toasts } from '../ui/toasts'

/** What the actions of this page are checked against. */
export type Ground = {
  readonly connectionId: string
  readonly provider: Provider
  /** `undefined`: the list has not been read. */
  readonly directory: Directory | undefined
}

export function adminsOn({ directory }: Ground): Admins {
  return directory
    ? adminsIn(directory)
    : { known: false, reason: 'The list of users has not been read' }
}

/** Why an action cannot be begun; `undefined`: it can. */
export function whyNotHere(action: Action, user: User, ground: Ground): string | undefined {
  const { connectionId: connection, provider } = ground
  return whyNot(action, user, { connection, provider, admins: adminsOn(ground) })
}

/** Opens the action's dialog, or says why it cannot be opened. */
export function act(action: Action, user: User, ground: Ground): void {
  const reason = whyNotHere(action, user, ground)
  const { connectionId, provider } = ground
  if (reason === undefined) openAction({ connectionId, provider, action, users: [user] })
  else toasts.show(`${actionWords[action].verb} ${nameInWords(user.name)}: not possible. ${reason}`)
}
