import { useMemo } from 'react'
import type { Directory } from '../directory/directory'
import type { View } from '../directory/view'
import type { User } from '../providers/provider'
import { useBasket, useSelection } from './basket'
import { listedIn } from './listed'
import { countListed } from './selection'

/** The basket of a connection against the list: who is in it, and how many of them the list shows. */
export function useSelected(connectionId: string, view: View) {
  const basket = useBasket(connectionId)
  const selection = useSelection(basket)
  const { directory } = view
  const listed = useMemo(() => listedIn(view), [view])
  return {
    basket,
    listed,
    /** Who has gone since is no longer among them. */
    selected: useMemo(() => present(selection.ids, directory), [selection, directory]),
    listedCount: useMemo(() => countListed(selection, listed), [selection, listed]),
  }
}

/** A plain loop: there may be a hundred thousand. */
function present(ids: ReadonlySet<string>, { byId }: Directory): readonly User[] {
  const users: User[] = []
  for (const id of ids) {
    const user = byId.get(id)
    if (user) users.push(user)
  }
  return users
}
