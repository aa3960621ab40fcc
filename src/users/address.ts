import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router'
import type { Columns } from './columns'
import { readQuery, type Shape, type UsersQuery, writeQuery } from './query'

export type Address = {
  readonly query: UsersQuery
  /** Takes effect at once; the address follows when the typing pauses, in the same history entry. */
  readonly type: (search: string) => void
  /** Writes what was typed without waiting for a pause, e.g. when the field is left. */
  readonly settle: () => void
  /** A finished choice is a step that Back undoes; further ones in the same menu replace it. */
  readonly choose: (change: (query: UsersQuery) => UsersQuery, step?: 'push' | 'replace') => void
  /** Names the columns in the present history entry, without a step. */
  readonly pin: (columns: readonly string[]) => void
}

/** Browsers allow few history writes: Safari throws at the 101st within 30 seconds. */
const pause = 300

/** Marks history entries that this page wrote: what they say is what is shown, or older. */
const own = { usersQuery: true }

/** What shapes the list. The router draws a step when it has time; what one types and chooses is shown at once. */
export function useAddress(shape: Shape, columns: Columns): Address {
  const { preferred, preferredNow } = columns
  const location = useLocation()
  const arrivedBy = useNavigationType()
  const navigate = useNavigate()
  const [ours, setOurs] = useState<UsersQuery>()
  const [seen, setSeen] = useState(location.key)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  if (seen !== location.key) {
    setSeen(location.key)
    if (arrivedBy === 'POP' || location.state?.usersQuery !== true) setOurs(undefined)
  }

  const written = useMemo(
    () => readQuery(new URLSearchParams(location.search), shape),
    [location.search, shape],
  )
  const query = ours ?? written
  const latest = useRef(query)
  useLayoutEffect(() => {
    latest.current = query
  }, [query])

  // A pending write must not follow the operator to another entry.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each entry
  useEffect(() => () => clearTimeout(timer.current), [location.key])

  // The page was opened by a plain link; the preference is in the browser's storage, not in anything drawn before.
  const isSilent = written.columns === undefined && preferred !== undefined
  useEffect(() => {
    if (!isSilent) return
    const search = writeQuery({ ...latest.current, columns: preferred }, shape).toString()
    navigate({ search }, { replace: true, state: own, preventScrollReset: true })
  }, [isSilent, preferred, shape, navigate])

  const steps = useMemo(() => {
    const show = (next: UsersQuery) => {
      latest.current = next
      setOurs(next)
    }
    const write = (step: 'push' | 'replace') => {
      clearTimeout(timer.current)
      timer.current = undefined
      // Whoever this address is sent to sees the columns that are preferred here.
      const named = { ...latest.current, columns: latest.current.columns ?? preferredNow() }
      const search = writeQuery(named, shape).toString()
      navigate({ search }, { replace: step === 'replace', state: own, preventScrollReset: true })
    }
    return {
      type: (search: string) => {
        show({ ...latest.current, search })
        clearTimeout(timer.current)
        timer.current = setTimeout(() => write('replace'), pause)
      },
      settle: () => {
        if (timer.current !== undefined) write('replace')
      },
      choose: (change: (query: UsersQuery) => UsersQuery, step: 'push' | 'replace' = 'push') => {
        show(change(latest.current))
        write(step)
      },
      pin: (ids: readonly string[]) => {
        // Past the router: it reads the address again when Back comes here, and would take two steps at once for one.
        const search = writeQuery({ ...latest.current, columns: ids }, shape).toString()
        window.history.replaceState(window.history.state, '', `?${search}`)
      },
    }
  }, [navigate, shape, preferredNow])

  return useMemo(() => ({ query, ...steps }), [query, steps])
}
