import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths'
import type { KeptReceipt } from '../runs/journal'
import { countVerdicts } from '../runs/run'
import { Button } from '../ui/Button'
import { CutText } from '../ui/CutText'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { Lines } from '../ui/Lines'
import { formatNumber } from '../ui/number'
import { formatDateTime } from '../ui/time'
import { VerdictTally } from '../ui/VerdictTally'
import { operatorNames } from './filter'
import { StateMark } from './StateMark'
import { connectionNames, receiptTitle } from './title'

const columns = [
  { header: 'When', width: 148 },
  { header: 'Action', width: 220 },
  { header: 'Users', width: 72, align: 'end' },
  { header: 'Verdicts', width: 320 },
  { header: 'Operator', width: 148 },
  { header: 'Connection', width: 148 },
  { header: 'Reason' },
] as const

/** Rows that are drawn at first, and more each time one asks. */
const atOnce = 200

export function ReceiptsTable({ receipts }: { readonly receipts: readonly KeptReceipt[] }) {
  const [shown, setShown] = useState(atOnce)
  return (
    <>
      <Lines label="Receipts" columns={columns} className="min-w-[1160px]">
        {receipts.slice(0, shown).map(({ receipt, state }) => (
          <LineRow key={receipt.id}>
            <LineCell kind="header">
              <Link
                to={paths.receipt(receipt.id)}
                className="text-accent no-underline hover:underline"
              >
                {formatDateTime(receipt.startedAt)}
              </Link>
            </LineCell>
            <LineCell className="text-text!">
              <CutText text={receiptTitle(receipt)} />
            </LineCell>
            <LineCell kind="figure" className="phone:hidden">
              {formatNumber(receipt.items.length)}
            </LineCell>
            <LineCell kind="wrap">
              <span className="flex flex-wrap gap-x-5">
                <StateMark state={state} />
                {state !== 'running' && <VerdictTally counts={countVerdicts(receipt.items)} />}
              </span>
            </LineCell>
            <LineCell>
              <CutText text={operatorNames(receipt).join(', ')} />
            </LineCell>
            <LineCell>
              <CutText text={connectionNames(receipt)} />
            </LineCell>
            <LineCell>{receipt.reason && <CutText text={receipt.reason} />}</LineCell>
          </LineRow>
        ))}
      </Lines>
      {receipts.length > shown && (
        <Button variant="bare" className="my-2" onClick={() => setShown(shown + atOnce)}>
          Show more of {formatNumber(receipts.length)}
        </Button>
      )}
    </>
  )
}
