import { useSyncExternalStore } from 'react'

/** As in `styles.css`, where `phone:` says the same. */
const phone = window.matchMedia('(width <= 30rem)')

/** The height of a row must be known where rows are placed, which style sheets cannot tell. */
export const useIsPhone = () => useSyncExternalStore(subscribe, () => phone.matches)

function subscribe(listener: () => void) {
  phone.addEventListener('change', listener)
  return () => phone.removeEventListener('change', listener)
}
