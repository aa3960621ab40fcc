import { TriangleAlert } from 'lucide-react'
import type { Status } from '../providers/provider'
import type { ReceiptItem } from '../runs/receipt'
import { statusWords } from '../runs/words'
import { Absent } from '../ui/Absent'
import { Checkbox } from '../ui/Checkbox'
import { CutText } from '../ui/CutText'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
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
  now,
  pick,
}: {
  readonly item: ReceiptItem
  /** On a receipt of several: which one it is. */
  readonly connection: string | undefined
  /** Where they are no longer as the run left them: how they are. */
  readonly now: Status | undefined
  /** Whether to undo it for this one. */
  readonly pick:
    | {
        readonly isPossible: boolean
        readonly isPicked: boolean
        readonly onToggle: () => void
      }
    | undefined
    | false
  readonly figures: readonly { readonly key: string; readonly header: string }[]
}) {
  const { failure, reason, verifiedAt } = item
  const wasActedOn = item.verdict !== 'skipped' && item.verdict !== 'blocked'
  return (
    <LineRow>
      <LineCell kind="header">
        <span className="flex items-center gap-2">
          {pick && (
            <Checkbox
              aria-label={`Choose ${item.name}`}
              checked={pick.isPicked}
              onChange={pick.onToggle}
              className={classes('print:hidden', !pick.isPossible && 'invisible phone:hidden')}
            />
          )}
          <CutText text={item.name} />
        </span>
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
        {/* Of the present, not of the record: it is not on paper. */}
        {now && (
          <span className="flex items-center gap-1.5 font-medium text-amber print:hidden">
            <Icon of={TriangleAlert} />
            {statusWords[now]} {now === item.before ? 'again' : 'now'}
          </span>
        )}
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
