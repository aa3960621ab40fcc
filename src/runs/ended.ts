import { targetsOf } from './guards'
import type { Run } from './run'

const listeners = new Set<(run: Run) => void>()

/** Runs of this tab that have ended. Apart from what carries them out, which a page that only listens does not load. */
export const runEnds = {
  tell: (run: Run) => {
    for (const listener of listeners) listener(run)
  },
  subscribe: (listener: (run: Run) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Who is as the run was to leave them, by it or before it: of them nothing is left to do. */
export function settledIn({ steps, connections, record }: Run, connectionId: string) {
  const rules = connections.find(({ id }) => id === connectionId)?.provider.rules[record.action]
  const targets = rules ? targetsOf(rules) : []
  return steps.flatMap(step => {
    if (step.at !== 'settled' || step.item.connection !== connectionId) return []
    const { userId, verdict, before } = step.item
    const isSo = verdict === 'done' || verdict === 'already'
    return isSo || (verdict === 'skipped' && targets.includes(before)) ? [userId] : []
  })
}
