import { useLocation, useNavigate, useNavigationType } from 'react-router'
import { paths } from '../paths'

/** Who was opened from a list, by its entry in the history. */
const lastOpened = new Map<string, string>()

/** Goes to the page of a user. `from`: whose page one comes back from, for the focus to be there again. */
export function useOpening(connectionId: string) {
  const { key, search } = useLocation()
  const arrivedBy = useNavigationType()
  const navigate = useNavigate()
  return {
    from: arrivedBy === 'POP' ? lastOpened.get(key) : undefined,
    open(id: string) {
      lastOpened.set(key, id)
      // With the way back to this very list.
      navigate(paths.user(connectionId, id), { state: search })
    },
  }
}
