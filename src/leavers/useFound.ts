import { useMemo } from 'react'
import type { Session } from '../session/session'
import type { Draft } from './draft'
import { match } from './match'
import { placesOf } from './standing'
import { notListed } from './stays'
import { useGrounds } from './useGrounds'
import { useSame } from './useSame'

const nothing = { entries: [], sentences: [] }

export type Found = ReturnType<typeof useFound>

/** What became of every line, in every connection. The lists are read before they are needed. */
export function useFound({ asked, choices }: Draft, sessions: readonly Session[]) {
  const { grounds, isReading, readAgain } = useGrounds(sessions)
  const { parsed = nothing, sense } = asked ?? {}
  // Comparing takes a while: what a run sees of each user changes nothing of who is called how.
  const comparable = useSame(grounds, ({ id, lookup, gap }) => [id, lookup, gap])
  const matches = useMemo(() => match(parsed, comparable), [parsed, comparable])
  const placed = useMemo(
    () => placesOf(matches.people, grounds, choices),
    [matches, grounds, choices],
  )
  const missing = useMemo(
    () => (sense === 'stay' ? notListed(matches.people, grounds) : undefined),
    [sense, matches, grounds],
  )
  const others = useMemo(
    () => missing && placesOf(missing, grounds, choices),
    [missing, grounds, choices],
  )
  // The same until something of it changes: ticking a box changes nothing of it, and draws nothing of it again.
  return useMemo(
    () => ({
      grounds,
      isReading,
      readAgain,
      matches,
      placed,
      /** Of a list of those who stay: who is not on it. */
      others,
      /** Who can be ticked. */
      concerned: others ?? placed,
    }),
    [grounds, isReading, readAgain, matches, placed, others],
  )
}
