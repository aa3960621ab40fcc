import type { ReceiptItem } from '../runs/receipt'
import { statusWords } from '../runs/words'
import { Absent } from '../ui/Absent'
import { CutText } from '../ui/CutText'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { formatNumber } from '../ui/number'
import { TraceId } from '../ui/TraceId'
import { formatExactDateTime, formatExactTime } from '../ui/time'
import { VerdictMark } from '../ui/VerdictMark'

/** What came of one user. */
export function VerdictLine({
  item,
  figures,
  connection,
}: {
  readonly item: ReceiptItem
  /** On a receipt of several: which one it is. */
  readonly connection: string | undefined
  readonly figures: readonly { readonly key: string; readonly header: string }[]
}) {
  const { failure, reason, verifiedAt } = item
  const wasActedOn = item.verdict !== 'skipped' && item.verdict !== 'blocked'
  return (
    <LineRow>
      <LineCell kind="header">
        <CutText text={item.name} />
      </LineCell>
      <LineCell className="phone:basis-full">
        {item.email ? <CutText text={item.email} /> : <Absent>no e-mail</Absent>}
      </LineCell>
      {connection !== undefined && (
        <LineCell>
          <CutText text={connection} />
        </LineCell>
      )}
      <LineCell>
        <VerdictMark verdict={item.verdict} />
      </LineCell>
      <LineCell label="Before">{statusWords[item.before]}</LineCell>
      <LineCell label="After">
        {item.after ? statusWords[item.after] : wasActedOn && <Absent>not known</Absent>}
      </LineCell>
      <LineCell label="Verified">
        {verifiedAt && (
          <time dateTime={verifiedAt} title={formatExactDateTime(verifiedAt)}>
            {formatExactTime(verifiedAt)}
          </time>
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
        {reason && <bdi dir="ltr">{reason}</bdi>}
        {failure?.description && (
          <>
            {reason && ' '}“<bdi>{failure.description}</bdi>”
          </>
        )}
        {failure?.traceId && (
          <>
            {' '}
            <TraceId id={failure.traceId} />
          </>
        )}
      </LineCell>
    </LineRow>
  )
}
