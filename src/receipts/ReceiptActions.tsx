import { Download, Printer, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../paths'
import type { FigureLabel } from '../providers/provider'
import { openAction } from '../runs/actionDialog'
import { retryOn, undoOn } from '../runs/again'
import { receiptCsv } from '../runs/csv'
import type { KeptReceipt } from '../runs/journal'
import { RecheckButton } from '../runs/RecheckButton'
import type { ReceiptItem } from '../runs/receipt'
import { receiptJson } from '../runs/receiptFile'
import type { Changed } from '../runs/since'
import { ticketText } from '../runs/ticket'
import type { Session } from '../session/session'
import { Button } from '../ui/Button'
import { CopyButton } from '../ui/CopyButton'
import { downloadFile } from '../ui/download'
import { formatCount } from '../ui/number'
import { DeleteReceipts } from './DeleteReceipts'

/** What can be done with a receipt. */
export function ReceiptActions({
  kept,
  sessions,
  labels,
  changed,
  picked,
}: {
  readonly kept: KeptReceipt
  readonly sessions: readonly Session[]
  readonly labels: readonly FigureLabel[]
  /** Who is no longer as the run left them. */
  readonly changed: readonly Changed[]
  /** Those to undo it for; none: everybody. */
  readonly picked: readonly ReceiptItem[]
}) {
  const { receipt, state } = kept
  const navigate = useNavigate()
  const undo = undoOn(
    kept,
    sessions,
    picked.length > 0 ? picked : receipt.items,
    item => changed.find(one => one.item === item)?.user.status,
  )
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
        {picked.length > 0 ? `Undo for ${formatCount(picked.length, 'user')}…` : 'Undo…'}
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
