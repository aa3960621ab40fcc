import { useMemo } from 'react'
import type { View } from '../directory/view'
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
    selected: useMemo(
      () => [...selection.ids].flatMap(id => directory.byId.get(id) ?? []),
      [selection, directory],
    ),
    listedCount: useMemo(() => countListed(selection, listed), [selection, listed]),
  }
}
