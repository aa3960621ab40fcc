import { Absent } from '../ui/Absent'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { Lines } from '../ui/Lines'
import { formatCount, formatNumber } from '../ui/number'
import type { Forecasted, Reported, ReportRow } from './report'

/**
 * The forecast, next to what was reported where anything was. A forecast is of what could be seen, so next to what
 * happened it is a lower bound; a line with neither would say nothing.
 */
export function ReportTable({
  title,
  connection,
  rows,
}: {
  readonly title: string
  /** Of several: the one it is about. */
  readonly connection?: string | undefined
  readonly rows: readonly ReportRow[]
}) {
  const isReported = rows.some(({ reported }) => reported !== undefined)
  const what = isReported ? title : 'What was known before'
  const heading = connection === undefined ? what : `${what} in ${connection}`
  return (
    <Lines
      label={heading}
      phoneTitle={heading}
      className={isReported ? undefined : 'max-w-[416px]'}
      columns={[
        { header: heading, width: isReported ? 288 : undefined },
        { header: 'Forecast', width: 128, align: 'end' },
        ...(isReported
          ? ([{ header: 'Reported', width: 128, align: 'end' }, { header: 'Note' }] as const)
          : []),
      ]}
    >
      {rows.filter(saysSomething).map(({ key, label, forecast, reported }) => (
        <LineRow key={key}>
          <LineCell kind="header" className="phone:basis-full">
            {label}
          </LineCell>
          <LineCell kind={isZero(forecast) ? 'zero' : 'figure'} label="Forecast">
            <ForecastWords forecast={forecast} isBound={reported !== undefined} />
          </LineCell>
          {isReported && (
            <>
              <LineCell
                kind={reported?.value === 0 && reported.lost === 0 ? 'zero' : 'figure'}
                label="Reported"
              >
                <ReportedWords reported={reported} />
              </LineCell>
              <LineCell>{reported && notesOf(reported).join(' · ')}</LineCell>
            </>
          )}
        </LineRow>
      ))}
    </Lines>
  )
}

const saysSomething = ({ forecast, reported }: ReportRow) =>
  reported !== undefined || forecast.state === 'known' || forecast.state === 'atLeast'

function ForecastWords({
  forecast,
  isBound,
}: {
  readonly forecast: Forecasted
  readonly isBound: boolean
}) {
  switch (forecast.state) {
    case 'known':
    case 'atLeast':
      if (!isBound && forecast.state === 'known') return formatNumber(forecast.value)
      return forecast.value === 0 ? 'none seen' : `at least ${formatNumber(forecast.value)}`
    case 'notKnown':
    case 'none':
      return <Absent>not known</Absent>
  }
}

function ReportedWords({ reported }: { readonly reported: Reported | undefined }) {
  if (!reported) return <Absent>not reported</Absent>
  const { value, lost } = reported
  if (lost === 0) return formatNumber(value)
  return value === 0 ? <Absent>not known</Absent> : `at least ${formatNumber(value)}`
}

const notesOf = ({ users, lost }: Reported) => [
  ...(users > 0 ? [`for ${formatCount(users, 'user')}`] : []),
  ...(lost > 0 ? [`not reported for ${formatCount(lost, 'user')}`] : []),
]

function isZero(forecast: Forecasted): boolean {
  return forecast.state === 'known' && forecast.value === 0
}
