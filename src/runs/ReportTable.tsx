import { Absent } from '../ui/Absent'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { Lines } from '../ui/Lines'
import { formatCount, formatNumber } from '../ui/number'
import type { Forecasted, ReportRow } from './report'

/** The forecast next to what was reported. */
export function ReportTable({
  title,
  rows,
}: {
  readonly title: string
  readonly rows: readonly ReportRow[]
}) {
  return (
    <Lines
      label={title}
      columns={[
        { header: title, width: 288 },
        { header: 'Forecast', width: 128, align: 'end' },
        { header: 'Reported', width: 128, align: 'end' },
        { header: 'Note' },
      ]}
    >
      {rows.map(({ key, label, forecast, reported }) => (
        <LineRow key={key}>
          <LineCell kind="header">{label}</LineCell>
          <LineCell kind={isZero(forecast) ? 'zero' : 'figure'} label="Forecast">
            <ForecastWords forecast={forecast} />
          </LineCell>
          <LineCell kind={reported?.value === 0 ? 'zero' : 'figure'} label="Reported">
            {reported ? formatNumber(reported.value) : <Absent>not reported</Absent>}
          </LineCell>
          <LineCell>
            {reported && reported.users > 0 && `for ${formatCount(reported.users, 'user')}`}
          </LineCell>
        </LineRow>
      ))}
    </Lines>
  )
}

function ForecastWords({ forecast }: { readonly forecast: Forecasted }) {
  switch (forecast.state) {
    case 'known':
      return formatNumber(forecast.value)
    case 'atLeast':
      return `at least ${formatNumber(forecast.value)}`
    case 'notKnown':
      return <Absent>not known</Absent>
    case 'none':
      return <Absent>no forecast</Absent>
  }
}

function isZero(forecast: Forecasted): boolean {
  return forecast.state === 'known' && forecast.value === 0
}
