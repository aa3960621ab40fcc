import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { progressOf } from '../runs/progress'
import { unfinishedIn } from '../runs/run'
import { runner } from '../runs/tab'
import { leaving } from '../session/leaving'
import { useSessions } from '../session/SessionsContext'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogSection } from '../ui/DialogSection'
import { formatCount, formatNumber } from '../ui/number'
import { Spinner } from '../ui/Spinner'

/** Asks before signing out cuts a run short, and lets the users under way come to their verdicts first. */
export function SignOutDialog({ connectionIds }: { readonly connectionIds: readonly string[] }) {
  const { config, sessions, signOut } = useSessions()
  const all = useSyncExternalStore(runner.subscribe, runner.getSnapshot)
  const [isStopping, setStopping] = useState(false)
  const runs = unfinishedIn(all, connectionIds)
  const [only, ...others] = config.connections.filter(({ id }) => connectionIds.includes(id))
  const isOver = runs.length === 0
  // Without a token nobody under way can come to a verdict.
  const isWaitingInVain = sessions.some(
    ({ connection, stop }) => connectionIds.includes(connection.id) && stop !== undefined,
  )

  function leave() {
    leaving.settle()
    for (const id of connectionIds) {
      for (const { record } of runs) runner.leave(record.id, id)
      signOut(id)
    }
  }

  function stop() {
    for (const { record } of runs) runner.stop(record.id, connectionIds)
    setStopping(true)
  }

  const leaveAfterRun = useEffectEvent(leave)
  // A run ends outside React.
  useEffect(() => {
    if (isStopping && isOver) leaveAfterRun()
  }, [isStopping, isOver])

  return (
    <Dialog
      title={
        only && others.length === 0 ? (
          <>
            Sign out of <bdi>{only.name}</bdi>?
          </>
        ) : (
          'Sign out everywhere?'
        )
      }
      onClose={leaving.settle}
      footer={
        <>
          <Button onClick={leaving.settle}>Cancel</Button>
          <Button
            variant="primary"
            onClick={isOver || isStopping || isWaitingInVain ? leave : stop}
          >
            {isOver ? 'Sign out' : isStopping ? 'Sign out now' : 'Sign out anyway'}
          </Button>
        </>
      }
    >
      <DialogSection>
        {isOver ? (
          <p>The run has ended by now.</p>
        ) : isStopping ? (
          <>
            <Spinner>Finishing the users under way</Spinner>
            <p className="mt-2 text-text-2">
              You are signed out when they are done. Who is not done before that is unknown on the
              receipt.
            </p>
          </>
        ) : (
          <p>{unfinishedWords(runs, connectionIds)}</p>
        )}
      </DialogSection>
    </Dialog>
  )
}

/** "3 of 31 users are not done yet. Sign out stops the run after the ones under way." */
function unfinishedWords(
  runs: ReturnType<typeof unfinishedIn>,
  connectionIds: readonly string[],
): string {
  const progress = runs.map(run => progressOf(run, connectionIds))
  const total = progress.reduce((sum, run) => sum + run.total, 0)
  const left = progress.reduce((sum, run) => sum + run.total - run.settled, 0)
  const who =
    total === 1
      ? '1 user is'
      : `${formatNumber(left)} of ${formatCount(total, 'user')} ${left === 1 ? 'is' : 'are'}`
  const what = runs.length === 1 ? 'the run' : 'the runs'
  const goesOn = runs.some(({ connections }) =>
    connections.some(({ id }) => !connectionIds.includes(id)),
  )
  return goesOn
    ? `${who} not done yet. Sign out stops ${what} here after the ones under way; in the other connections it goes on.`
    : `${who} not done yet. Sign out stops ${what} after the ones under way.`
}
