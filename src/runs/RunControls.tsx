import { Button } from '../ui/Button'
import type { Run } from './run'
import { runner } from './tab'

/** Pause, Continue and Stop, while the run goes on. */
export function RunControls({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) {
  const { id } = run.record
  const stopping = run.state === 'stopping' ? 'The ones under way are being finished' : undefined
  return (
    <>
      <Button
        tip="Nobody after the ones under way"
        disabledReason={stopping}
        onClick={() => runner.stop(id)}
      >
        Stop
      </Button>
      {run.state === 'paused' ? (
        <Button onClick={() => runner.goOn(id)}>Continue</Button>
      ) : (
        <Button disabledReason={stopping} onClick={() => runner.pause(id)}>
          Pause
        </Button>
      )}
      <Button variant="primary" onClick={onClose}>
        Close
      </Button>
    </>
  )
}
