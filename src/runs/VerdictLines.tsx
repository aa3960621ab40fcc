import { useState } from 'react'
import type { FigureLabel } from '../providers/provider'
import { Button } from '../ui/Button'
import { CutText } from '../ui/CutText'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { Lines } from '../ui/Lines'
import { formatNumber } from '../ui/number'
import { TraceId } from '../ui/TraceId'
import { formatExactTime } from '../ui/time'
import { VerdictMark } from '../ui/VerdictMark'
import type { Receipt, ReceiptItem } from './receipt'
import { byUrgency, reportedColumns } from './verdictRows'

const few = 12
/** More would keep the dialog from answering for a moment; the receipt has them all. */
const most = 500

/** Everybody's verdict, the unfinished first. */
export function VerdictLines({
  items,
  labels,
  connections,
}: {
  readonly items: readonly ReceiptItem[]
  readonly labels: readonly FigureLabel[]
  readonly connections: Receipt['connections']
}) {
  const [shown, setShown] = useState(few)
  const figures = reportedColumns(items, labels)
  const isOfSeveral = Object.keys(connections).length > 1
  return (
    <>
      <Lines
        label="Verdicts"
        columns={[
          { header: isOfSeveral ? 'Name, connection' : 'Name', width: 176 },
          { header: 'Verdict', width: 112 },
          { header: 'Verified', width: 84 },
          ...figures.map(({ header }) => ({ header, width: 92, align: 'end' as const })),
          { header: 'Note' },
        ]}
      >
        {byUrgency(items)
          .slice(0, shown)
          .map(item => (
            <LineRow key={`${item.connection} ${item.userId}`}>
              <LineCell kind="header" className="phone:basis-full">
                <CutText text={item.name} />
                {isOfSeveral && (
                  <CutText
                    text={connections[item.connection]?.name ?? item.connection}
                    className="text-12 font-normal text-text-3"
                  />
                )}
              </LineCell>
              <LineCell>
                <VerdictMark verdict={item.verdict} />
              </LineCell>
              <LineCell>
                {item.verifiedAt && (
                  <time dateTime={item.verifiedAt}>{formatExactTime(item.verifiedAt)}</time>
                )}
              </LineCell>
              {figures.map(({ key, header }) => {
                const value = item.summary?.[key]
                return (
                  <LineCell key={key} kind={value === 0 ? 'zero' : 'figure'} label={header}>
                    {value !== undefined && formatNumber(value)}
                  </LineCell>
                )
              })}
              <LineCell kind="wrap">
                <Note item={item} />
              </LineCell>
            </LineRow>
          ))}
      </Lines>
      {items.length > shown && (
        <Button
          variant="bare"
          className="-ml-3 text-accent!"
          onClick={() => setShown(shown === few ? most : shown + most)}
        >
          {items.length <= most ? `Show all ${formatNumber(items.length)}` : 'Show more'}
        </Button>
      )}
    </>
  )
}

function Note({ item: { reason, failure } }: { readonly item: ReceiptItem }) {
  return (
    <>
      {reason && <bdi dir="ltr">{reason}</bdi>}
      {failure?.description && (
        <span className="block">
          “<bdi>{failure.description}</bdi>”
        </span>
      )}
      {failure?.traceId && (
        <span className="block">
          <TraceId id={failure.traceId} />
        </span>
      )}
    </>
  )
}
