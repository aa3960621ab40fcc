import { reasonFor } from '../http/words'
import type { Figure, Provider } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { DialogSection } from '../ui/DialogSection'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { Lines } from '../ui/Lines'
import { formatNumber } from '../ui/number'
import type { Person } from './preparation'

const columns = [
  { header: 'What', width: 212 },
  { header: 'How many', width: 48, align: 'end' },
  { header: 'Which' },
  { header: 'How it is known', width: 76, align: 'end' },
] as const

/** What the action will break of one user's, each figure read or not known. */
export function ForecastLines({
  person: { forecast },
  provider,
}: {
  readonly person: Person
  readonly provider: Pick<Provider, 'name' | 'figures' | 'forecast'>
}) {
  if ('reason' in provider.forecast) return <NotKnown reason={provider.forecast.reason} />
  if (forecast.at === 'failed')
    return <NotKnown reason={reasonFor(forecast.failure, { provider: provider.name })} />
  const labels = provider.figures.filter(
    ({ key, when }) =>
      when === 'before' && (forecast.at === 'waiting' || forecast.forecast[key] !== undefined),
  )
  if (labels.length === 0) return undefined
  return (
    <DialogSection title="Forecast">
      <Lines label="Forecast" columns={columns} headers="hidden">
        {labels.map(({ key, label }) => (
          <LineRow key={key}>
            <LineCell kind="header">{label}</LineCell>
            <FigureCells figure={forecast.at === 'read' ? forecast.forecast[key] : undefined} />
          </LineRow>
        ))}
      </Lines>
    </DialogSection>
  )
}

function FigureCells({ figure }: { readonly figure: Figure | undefined }) {
  if (!figure)
    return (
      <>
        <LineCell kind="figure" />
        <LineCell />
        <LineCell kind="quiet" className="text-right">
          reading
        </LineCell>
      </>
    )
  if (!figure.known)
    return (
      <>
        <LineCell kind="zero">–</LineCell>
        <LineCell kind="wrap">{figure.reason}</LineCell>
        <LineCell kind="quiet" className="text-right">
          <Absent>not known</Absent>
        </LineCell>
      </>
    )
  return (
    <>
      <LineCell kind={figure.value === 0 ? 'zero' : 'figure'}>
        {formatNumber(figure.value)}
      </LineCell>
      <LineCell kind="wrap">{<Which figure={figure} />}</LineCell>
      <LineCell kind="quiet" className="text-right">
        {figure.atLeast && figure.value > 0 ? 'at least' : 'read'}
      </LineCell>
    </>
  )
}

const namesShown = 3

function Which({ figure }: { readonly figure: Figure & { readonly known: true } }) {
  const names = figure.names ?? []
  if (names.length === 0) return figure.detail
  const shown = names.length === namesShown + 1 ? names : names.slice(0, namesShown)
  const more = names.length - shown.length
  return (
    <>
      {shown.map((name, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two projects may have one name
        <span key={position}>
          {position > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
      {more > 0 && ` and ${formatNumber(more)} more`}
    </>
  )
}

function NotKnown({ reason }: { readonly reason: string }) {
  return (
    <DialogSection title="Forecast">
      <p className="text-13 text-text-2">
        <Absent>Not known:</Absent> {reason}
      </p>
    </DialogSection>
  )
}
