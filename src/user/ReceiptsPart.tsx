import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '../paths'
import { actionWords } from '../runs/actions'
import type { Receipt } from '../runs/receipt'
import { useReceiptChanges } from '../runs/watching'
import { Absent } from '../ui/Absent'
import { CutText } from '../ui/CutText'
import { Group } from '../ui/Group'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { Lines } from '../ui/Lines'
import { nameInWords } from '../ui/nameInWords'
import { formatCount } from '../ui/number'
import { formatDateTime } from '../ui/time'
import { VerdictMark } from '../ui/VerdictMark'
import { touchQueries } from './receipts'

const columns = [
  { header: 'When', width: 152 },
  { header: 'Action', width: 96 },
  { header: 'Verdict', width: 112 },
  { header: 'Operator' },
  { header: 'Reason', width: 128 },
] as const

/** What was done to this user from this browser, and what came of it. */
export function ReceiptsPart({
  connectionId,
  userId,
}: {
  readonly connectionId: string
  readonly userId: string
}) {
  useReceiptChanges()
  const { data: read } = useQuery(touchQueries.of(connectionId, userId))
  return (
    <Group title="Receipts">
      {read && !read.kept && (
        <p className="text-13 text-text-2">They could not be read. {read.reason}.</p>
      )}
      {read?.kept && read.touches.length === 0 && (
        <p className="text-13">
          <Absent>none in this browser</Absent>
        </p>
      )}
      {read?.kept && read.touches.length > 0 && (
        <Lines label="Receipts" columns={columns} headers="hidden">
          {read.touches.map(({ receipt, item }) => (
            <LineRow key={receipt.id}>
              <LineCell kind="header">
                <Link
                  to={paths.receipt(receipt.id)}
                  className="text-accent no-underline hover:underline"
                >
                  {formatDateTime(receipt.startedAt)}
                </Link>
              </LineCell>
              <LineCell>{actionWords[receipt.action].verb}</LineCell>
              <LineCell>
                <VerdictMark verdict={item.verdict} />
              </LineCell>
              <LineCell>
                <CutText text={operatorWords(receipt, connectionId)} />
              </LineCell>
              <LineCell>{receipt.reason && <CutText text={receipt.reason} />}</LineCell>
            </LineRow>
          ))}
        </Lines>
      )}
    </Group>
  )
}

/** "Ada Lindqvist, with 3 others" */
function operatorWords({ operator, items }: Receipt, connectionId: string): string {
  const name = nameInWords(operator[connectionId]?.name ?? 'Operator not known')
  const others = items.length - 1
  return others > 0 ? `${name}, with ${formatCount(others, 'other')}` : name
}
