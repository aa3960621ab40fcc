import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { actionWords } from '../runs/actions'
import type { KeptReceipt } from '../runs/journal'
import { journal } from '../runs/tab'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogSection } from '../ui/DialogSection'
import { Notice } from '../ui/Notice'
import { formatCount } from '../ui/number'
import { toasts } from '../ui/toasts'
import { receiptTitle } from './title'

/** Receipts go for good, so it is asked about first. What is under way stays. */
export function DeleteReceipts({
  receipts,
  variant,
  onDeleted,
}: {
  readonly receipts: readonly KeptReceipt[]
  readonly variant?: 'bare'
  readonly onDeleted?: () => void
}) {
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const going = receipts.filter(({ state }) => state !== 'running')
  const [only, ...others] = going
  const what = others.length > 0 ? formatCount(going.length, 'receipt') : 'this receipt'

  function close() {
    setAsking(false)
    setProblem(undefined)
  }
  async function remove() {
    const result = await journal.remove(...going.map(({ receipt }) => receipt.id))
    if (!result.kept) return setProblem(result.reason)
    close()
    toasts.show(`${formatCount(going.length, 'receipt')} deleted`)
    onDeleted?.()
  }
  return (
    <>
      <Button
        icon={Trash2}
        variant={variant}
        disabledReason={whyNot(receipts, going)}
        onClick={() => setAsking(true)}
      >
        Delete…
      </Button>
      {isAsking && only && (
        <Dialog
          title={`Delete ${what}?`}
          subtitle={others.length > 0 ? 'All that are listed' : receiptTitle(only.receipt)}
          footer={
            <>
              <Button onClick={close}>Cancel</Button>
              <Button variant="danger" onClick={remove}>
                {actionWords.delete.verb}
              </Button>
            </>
          }
          onClose={close}
        >
          <DialogSection className="flex flex-col gap-3">
            <p>
              What was done stays done; only the record of it goes, from this browser alone. Nothing
              brings it back: download it first if it may be needed.
            </p>
            {going.some(({ state }) => state === 'interrupted') && (
              <Notice tone="amber">
                {others.length > 0 ? 'Some were' : 'The run was'} interrupted, and cannot be resumed
                without the record.
              </Notice>
            )}
            {problem && (
              <Notice tone="red" role="alert">
                It could not be deleted. {problem}.
              </Notice>
            )}
          </DialogSection>
        </Dialog>
      )}
    </>
  )
}

function whyNot(receipts: readonly KeptReceipt[], going: readonly KeptReceipt[]) {
  if (going.length > 0) return undefined
  return receipts.length === 0 ? 'No receipt is listed' : 'The run is still under way'
}
