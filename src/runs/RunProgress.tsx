import { DialogSection } from '../ui/DialogSection'
import { Notice } from '../ui/Notice'
import { Progress } from '../ui/Progress'
import { formatExactTime } from '../ui/time'
import { useNow } from '../ui/useNow'
import { VerdictTally } from '../ui/VerdictTally'
import { NotKeptNotice } from './NotKeptNotice'
import { progressOf } from './progress'
import { countVerdicts, type Run, receiptOf } from './run'
import { progressWords } from './runWords'

/** How far it is, how fast, and what came of those so far. */
export function RunProgress({ run }: { readonly run: Run }) {
  const progress = progressOf(run)
  const now = useNow(true)
  const { items } = receiptOf(run)
  const words = progressWords(run, now)
  const { held } = run
  return (
    <DialogSection className="flex flex-col gap-3">
      <Progress value={progress.settled} max={progress.total} text={words} />
      <p className="text-13 text-text-2">{words}</p>
      {items.length > 0 && <VerdictTally counts={countVerdicts(items)} />}
      {held && (
        <Notice tone="blue" role="status">
          {held.by.provider.name} asks to wait
          {run.connections.length > 1 && (
            <>
              {' '}
              in <bdi>{held.by.name}</bdi>; the others go on
            </>
          )}
          . It goes on at {formatExactTime(held.until)}, more slowly.
        </Notice>
      )}
      <NotKeptNotice run={run} />
    </DialogSection>
  )
}
