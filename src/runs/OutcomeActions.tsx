import { Undo2 } from 'lucide-react'
import type { Ref } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../paths'
import type { FigureLabel } from '../providers/provider'
import { useSessions } from '../session/SessionsContext'
import { Button } from '../ui/Button'
import { CopyButton } from '../ui/CopyButton'
import { downloadFile } from '../ui/download'
import { type ActionRequest, openAction } from './actionDialog'
import { retryOn, undoOn } from './again'
import { receiptCsv } from './csv'
import { RecheckButton } from './RecheckButton'
import type { Receipt } from './receipt'
import { receiptJson } from './receiptFile'
import { countVerdicts, type Run, receiptOf } from './run'
import { ticketText } from './ticket'

/** What can be done with what came of a run. */
export function OutcomeActions({
  run,
  closing,
  onClose,
}: {
  readonly run: Run
  readonly closing: Ref<HTMLButtonElement>
  readonly onClose: () => void
}) {
  const { sessions } = useSessions()
  const navigate = useNavigate()
  const receipt = receiptOf(run)
  const labels: readonly FigureLabel[] = run.connections.flatMap(({ provider }) => provider.figures)
  const file = `receipt-${receipt.startedAt.slice(0, 10)}-${receipt.id.slice(0, 8)}`
  const kept = { receipt, state: 'ended' } as const
  const undo = undoOn(kept, sessions)
  const retry = retryOn(kept, sessions)
  const { failed, unknown } = countVerdicts(receipt.items)

  function open(request: ActionRequest) {
    onClose()
    openAction(request)
  }

  return (
    <>
      <div className="mr-auto flex gap-2 phone:contents phone:[&>*]:grow">
        <Button
          icon={Undo2}
          {...('reason' in undo
            ? { disabledReason: undo.reason }
            : { onClick: () => open(undo.request) })}
        >
          Undo…
        </Button>
        {failed + unknown > 0 && (
          <Button
            {...('reason' in retry
              ? { disabledReason: retry.reason }
              : { onClick: () => open(retry.request) })}
          >
            Retry failed
          </Button>
        )}
        {unknown > 0 && <RecheckButton receipt={receipt} connections={run.connections} />}
      </div>
      <CopyButton text={() => ticketText(receipt, labels)} label="Copy for ticket">
        Copy for ticket
      </CopyButton>
      <Button onClick={() => saveCsv(file, receipt)}>Download CSV</Button>
      <Button
        onClick={() => downloadFile(`${file}.json`, 'application/json', receiptJson(receipt))}
      >
        Download JSON
      </Button>
      <Button
        disabledReason={run.notKept && 'No record of it is kept: download it'}
        onClick={() => {
          onClose()
          navigate(paths.receipt(receipt.id))
        }}
      >
        Open receipt
      </Button>
      <Button ref={closing} variant="primary" onClick={onClose}>
        Close
      </Button>
    </>
  )
}

async function saveCsv(file: string, receipt: Receipt) {
  downloadFile(`${file}.csv`, 'text/csv', await receiptCsv(receipt))
}
