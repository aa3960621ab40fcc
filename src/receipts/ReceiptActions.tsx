import { Download, Printer, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../paths'
import type { FigureLabel } from '../providers/provider'
import { openAction } from '../runs/actionDialog'
import { receiptCsv } from '../runs/csv'
import type { KeptReceipt } from '../runs/journal'
import { RecheckButton } from '../runs/RecheckButton'
import { receiptJson } from '../runs/receiptFile'
import { ticketText } from '../runs/ticket'
import type { Session } from '../session/session'
import { Button } from '../ui/Button'
import { CopyButton } from '../ui/CopyButton'
import { downloadFile } from '../ui/download'
import { retryOn, undoOn } from './again'
import { DeleteReceipts } from './DeleteReceipts'
import type { Changed } from './since'

/** What can be done with a receipt. */
export function ReceiptActions({
  kept,
  sessions,
  labels,
  changed,
}: {
  readonly kept: KeptReceipt
  readonly sessions: readonly Session[]
  readonly labels: readonly FigureLabel[]
  /** Who is no longer as the run left them. */
  readonly changed: readonly Changed[]
}) {
  const { receipt, state } = kept
  const navigate = useNavigate()
  const undo = undoOn(kept, sessions, changed)
  const retry = retryOn(kept, sessions)
  const hasUnknown = receipt.items.some(({ verdict }) => verdict === 'unknown')
  // Once there it stays: whoever pressed it still has the focus on it.
  const [hadUnknown] = useState(hasUnknown)
  const fileName = `receipt-${receipt.startedAt.slice(0, 10)}-${receipt.id.slice(0, 8)}`
  return (
    <>
      <Button
        icon={Undo2}
        {...('request' in undo
          ? { onClick: () => openAction(undo.request) }
          : { disabledReason: undo.reason })}
      >
        Undo…
      </Button>
      <Button
        {...('request' in retry
          ? { onClick: () => openAction(retry.request) }
          : { disabledReason: retry.reason })}
      >
        Retry failed
      </Button>
      {/* An interrupted run has its own way to look. */}
      {state === 'ended' && (hasUnknown || hadUnknown) && (
        <RecheckButton
          receipt={receipt}
          connections={sessions.map(({ connection: { id, name }, provider }) => ({
            id,
            name,
            provider,
          }))}
        />
      )}
      <CopyButton text={() => ticketText(receipt, labels)} label="Copy for ticket">
        Copy for ticket
      </CopyButton>
      <Button
        icon={Download}
        onClick={async () => downloadFile(`${fileName}.csv`, 'text/csv', await receiptCsv(receipt))}
      >
        Download CSV
      </Button>
      <Button
        onClick={() => downloadFile(`${fileName}.json`, 'application/json', receiptJson(receipt))}
      >
        Download JSON
      </Button>
      <Button icon={Printer} onClick={() => window.print()}>
        Print
      </Button>
      <DeleteReceipts receipts={[kept]} onDeleted={() => navigate(paths.receipts)} />
    </>
  )
}
