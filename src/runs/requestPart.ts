import type { QueryClient } from '@tanstack/react-query'
import { directoryQueries, patchUser } from '../directory/query'
import type { Action } from '../providers/provider'
import type { RequestPart, Subject } from './actionDialog'
import { adminsIn } from './admins'
import type { Admins } from './guards'
import { type Preparation, prepare } from './preparation'

const noList: Admins = { known: false, reason: 'The list of users has not been read' }

/** Reads again who is asked for in one connection; what it sees goes to the list. */
export function preparationOf(
  action: Action,
  { connectionId, provider, users }: RequestPart,
  queries: QueryClient,
): Preparation {
  const directory = queries.getQueryData(directoryQueries.all(connectionId, provider).queryKey)
  const listed = (user: Subject): Subject => {
    const found = directory?.byId.get(user.id)
    return found ? { ...found, leftAs: user.leftAs } : user
  }
  return prepare({
    action,
    provider,
    // A receipt knows ids only; the list may know more.
    users: users.map(user => ('status' in user ? user : listed(user))),
    listAdmins: directory ? adminsIn(directory) : noList,
    onSeen: (id, user) => patchUser(queries, connectionId, id, user),
  })
}
