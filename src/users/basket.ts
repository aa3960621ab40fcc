import { useSyncExternalStore } from 'react'
import type { Provider } from '../providers/provider'
import { nobody, type Selection } from './selection'

export type Basket = {
  readonly get: () => Selection
  readonly update: (change: (selection: Selection) => Selection) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** One basket per sign-in: it outlives the page and goes with the provider when the operator signs out. */
const baskets = new WeakMap<Provider, Basket>()

export function basketOf(provider: Provider): Basket {
  const known = baskets.get(provider)
  if (known) return known
  const basket = createBasket()
  baskets.set(provider, basket)
  return basket
}

export const useSelection = (basket: Basket): Selection =>
  useSyncExternalStore(basket.subscribe, basket.get)

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
