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
import { receiptCsv } from './csv'
import { RecheckButton } from './RecheckButton'
import type { Receipt } from './receipt'
import { receiptJson } from './receiptFile'
import { type Run, receiptOf } from './run'
import { ticketText } from './ticket'
import { failedOf, undoOf } from './undo'

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
  const [connection, ...others] = run.connections
  const session =
    others.length === 0 && sessions.find(session => session.connection.id === connection?.id)
  const file = `receipt-${receipt.startedAt.slice(0, 10)}-${receipt.id.slice(0, 8)}`

  const undo =
    others.length > 0
      ? { reason: 'It covers several connections: undo it from the receipt' }
      : !session || !connection
        ? { reason: `Sign in to ${connection?.name ?? 'the connection'} first` }
        : undoOf(receipt, connection.id, session.provider.rules)
  const unknown = receipt.items.filter(({ verdict }) => verdict === 'unknown').length
  const failed = connection ? failedOf(receipt, connection.id) : []
  const choice = connection && receipt.connections[connection.id]?.choice

  function open(request: Pick<ActionRequest, 'action' | 'users' | 'choice'>) {
    if (!session) return
    onClose()
    const { connection: of, provider } = session
    openAction({
      ...request,
      connectionId: of.id,
      provider,
      reason: receipt.reason ?? undefined,
    })
  }

  return (
    <>
      <div className="mr-auto flex gap-2 phone:mr-0 phone:flex-col">
        <Button
          icon={Undo2}
          {...('reason' in undo ? { disabledReason: undo.reason } : { onClick: () => open(undo) })}
        >
          Undo…
        </Button>
        {failed.length > 0 && (
          <Button
            {...(session
              ? { onClick: () => open({ action: receipt.action, users: failed, choice }) }
              : { disabledReason: 'Sign in first' })}
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
