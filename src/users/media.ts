import { useSyncExternalStore } from 'react'

// As in `styles.css`, where `phone:` and `narrow:` say the same.
const phone = media('(width <= 30rem)')
const narrow = media('(width <= 56rem)')

/** The height of a row must be known where rows are placed, which style sheets cannot tell. */
export const useIsPhone = () => useSyncExternalStore(phone.subscribe, phone.get)

export const useIsNarrow = () => useSyncExternalStore(narrow.subscribe, narrow.get)

function media(query: string) {
  const list = window.matchMedia(query)
  return {
    get: () => list.matches,
    subscribe(listener: () => void) {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
  }
}
