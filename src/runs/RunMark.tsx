import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useSessionStore } from '../session/SessionsContext'
import { Button } from '../ui/Button'
import { toasts } from '../ui/toasts'
import { useNow } from '../ui/useNow'
import { actionDialog, openRun } from './actionDialog'
import { progressOf } from './progress'
import { progressWords, runTitle } from './runWords'
import { runner } from './tab'

/** In the top bar while a run goes on out of sight: how far it is, and the way back to it. */
export function RunMark() {
  const runs = useSyncExternalStore(runner.subscribe, runner.getSnapshot)
  const dialog = useSyncExternalStore(actionDialog.subscribe, actionDialog.get)
  const sessions = useSessionStore()
  const shown = dialog.shows === 'run' ? dialog.runId : undefined
  const told = useRef(new Set<string>())

  // A run is outside React; what came of it is told where its dialog is not there to tell.
  useEffect(() => {
    for (const run of runs) {
      const { id } = run.record
      if (run.state !== 'ended' || told.current.has(id)) continue
      told.current.add(id)
      if (shown !== id)
        toasts.show(runTitle(run), { action: { label: 'Show', onSelect: () => openRun(id) } })
    }
  }, [runs, shown])

  // Stays registered when this is gone: one can sign out on a page without it, and the set keeps a listener once.
  useEffect(() => sessions.onSignedOut(leaveRuns), [sessions])

  const now = useNow(runs.some(({ state }) => state !== 'ended'))
  const hidden = runs.filter(({ record }) => record.id !== shown)
  const [run] = [...hidden.filter(({ state }) => state !== 'ended'), ...hidden]
  if (!run) return undefined
  const isGoing = run.state !== 'ended'
  const progress = progressOf(run)
  return (
    <Button
      variant="bare"
      tip={isGoing ? progressWords(run, now) : undefined}
      className="relative self-center"
      onClick={() => openRun(run.record.id)}
    >
      {isGoing && (
        <span
          aria-hidden="true"
          className="h-1 w-12 overflow-hidden rounded-4 bg-grey-line phone:absolute phone:inset-x-3 phone:bottom-1 phone:h-0.5 phone:w-auto"
        >
          <span
            className="block h-full origin-left bg-accent-solid"
            style={{ transform: `scaleX(${progress.settled / Math.max(1, progress.total)})` }}
          />
        </span>
      )}
      <span className="max-w-60 truncate">{runTitle(run)}</span>
    </Button>
  )
}

/** What is left of a run when its operator has signed out must not meet the next one. */
function leaveRuns(connectionId: string) {
  for (const { record, connections } of runner.getSnapshot()) {
    if (connections.some(({ id }) => id === connectionId)) runner.leave(record.id, connectionId)
  }
}
