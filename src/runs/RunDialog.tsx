import { useEffect, useRef, useSyncExternalStore } from 'react'
import { announce } from '../ui/announce'
import { Dialog } from '../ui/Dialog'
import { closeActionDialog } from './actionDialog'
import { OutcomeActions } from './OutcomeActions'
import { progressOf } from './progress'
import { RunControls } from './RunControls'
import { RunOutcome } from './RunOutcome'
import { RunProgress } from './RunProgress'
import { closedFact, outcomeWords, runSubtitle, runTitle } from './runWords'
import { runner } from './tab'

/** During and after: how far the run is, then what came of everybody. */
export function RunDialog({ runId }: { readonly runId: string }) {
  const runs = useSyncExternalStore(runner.subscribe, runner.getSnapshot)
  const run = runs.find(({ record }) => record.id === runId)
  const isEnded = run?.state === 'ended'
  const start = useRef<HTMLDivElement>(null)
  const closing = useRef<HTMLButtonElement>(null)
  const words = run && (isEnded ? outcomeWords(run) : runTitle(run))
  const { total = 0, settled = 0 } = run ? progressOf(run) : {}
  const quarter = total >= 8 ? Math.floor((settled / total) * 4) : 0

  // The buttons of the run are gone when it ends; the focus goes on to what is left to do.
  useEffect(() => {
    if (isEnded) closing.current?.focus()
  }, [isEnded])
  // A live region speaks when it is told to, not when it is rendered.
  useEffect(() => {
    if (words) announce(words)
  }, [words])
  useEffect(() => {
    if (quarter > 0 && quarter < 4) announce(`${quarter * 25} percent`)
  }, [quarter])

  if (!run) return undefined

  function close() {
    closeActionDialog()
    // What could not be kept stays at hand as long as the tab does.
    if (run?.notKept === undefined) runner.dismiss(runId)
  }

  return (
    <Dialog
      title={runTitle(run)}
      subtitle={runSubtitle(run)}
      width={isEnded ? 840 : 640}
      focus={isEnded ? closing : start}
      fact={closedFact(run)}
      footer={
        isEnded ? (
          <OutcomeActions run={run} closing={closing} onClose={close} />
        ) : (
          <RunControls run={run} onClose={close} />
        )
      }
      onClose={close}
    >
      <div ref={start} tabIndex={-1} className="outline-none">
        {isEnded ? <RunOutcome run={run} /> : <RunProgress run={run} />}
      </div>
    </Dialog>
  )
}
