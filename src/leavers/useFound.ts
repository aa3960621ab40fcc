import { useMemo } from 'react'
import type { Session } from '../session/session'
import type { Draft } from './draft'
import { match } from './match'
import { goersOf, placesOf } from './standing'
import { notListed } from './stays'
import { useGrounds } from './useGrounds'

const nothing = { entries: [], sentences: [] }

export type Found = ReturnType<typeof useFound>

/** What became of every line, in every connection, and who goes. The lists are read before they are needed. */
export function useFound(draft: Draft, sessions: readonly Session[]) {
  const grounds = useGrounds(sessions)
  const { parsed = nothing, sense } = draft.asked ?? {}
  const matches = useMemo(() => match(parsed, grounds), [parsed, grounds])
  const placed = useMemo(() => placesOf(matches.people, grounds, draft), [matches, grounds, draft])
  /** Of a list of those who stay: who is not on it. */
  const others = useMemo(
    () => (sense === 'stay' ? notListed(matches.people, grounds, draft) : undefined),
    [sense, matches, grounds, draft],
  )
  const concerned = others ?? placed
  return { grounds, matches, placed, others, concerned, goers: goersOf(concerned, grounds) }
}
