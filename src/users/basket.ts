import { useContext, useSyncExternalStore } from 'react'
import { runEnds, settledIn } from '../runs/ended'
import { SessionsContext } from '../session/SessionsContext'
import type { Sessions } from '../session/session'
import { nobody, remove, type Selection } from './selection'

export type Basket = {
  readonly get: () => Selection
  readonly update: (change: (selection: Selection) => Selection) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** By connection id. A basket outlives the page and goes when the operator signs out. */
const baskets = new WeakMap<Sessions, Map<string, Basket>>()

export function useBasket(connectionId: string): Basket {
  const sessions = useContext(SessionsContext)
  if (!sessions) throw new Error('useBasket needs a SessionsContext around it')
  return basketOf(sessions, connectionId)
}

export const useSelection = (basket: Basket): Selection =>
  useSyncExternalStore(basket.subscribe, basket.get)

export function basketOf(sessions: Sessions, connectionId: string): Basket {
  const all = baskets.get(sessions) ?? new Map<string, Basket>()
  if (!baskets.has(sessions)) {
    baskets.set(sessions, all)
    sessions.onSignedOut(id => all.delete(id))
  }
  const known = all.get(connectionId)
  if (known) return known
  const basket = createBasket()
  all.set(connectionId, basket)
  // Whoever failed stays, to be tried again.
  const forget = runEnds.subscribe(run => {
    if (all.get(connectionId) !== basket) forget()
    else basket.update(now => remove(now, settledIn(run, connectionId)))
  })
  return basket
}

function createBasket(): Basket {
  let selection = nobody
  const listeners = new Set<() => void>()
  return {
    get: () => selection,
    update: change => {
      selection = change(selection)
      for (const listener of listeners) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
