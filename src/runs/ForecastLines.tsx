import { Link } from 'react-router'
import { reasonFor } from '../http/words'
import { paths } from '../paths'
import type { Figure, Provider } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { DialogSection } from '../ui/DialogSection'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { Lines } from '../ui/Lines'
import { formatNumber } from '../ui/number'
import type { Person } from './preparation'

const columns = [
  { header: 'What', width: 232 },
  { header: 'How many', width: 48, align: 'end' },
  { header: 'Which' },
  { header: 'How it is known', width: 76, align: 'end' },
] as const

/** What the action will break of one user's, each figure read or not known. */
export function ForecastLines({
  person: { id, forecast },
  provider,
  connectionId,
  onLeave,
}: {
  readonly person: Person
  readonly connectionId: string
  readonly provider: Pick<Provider, 'name' | 'figures' | 'forecast'>
  /** A link leads to another page. */
  readonly onLeave: () => void
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
            <FigureCells
              figure={forecast.at === 'read' ? forecast.forecast[key] : undefined}
              places={{ apiUsers: paths.apiUsers(connectionId, { creator: id }) }}
              onLeave={onLeave}
            />
          </LineRow>
        ))}
      </Lines>
    </DialogSection>
  )
}

type Places = Readonly<Record<NonNullable<Known['seenAt']>, string>>
type Known = Figure & { readonly known: true }

function FigureCells({
  figure,
  places,
  onLeave,
}: {
  readonly figure: Figure | undefined
  /** Where a figure can be looked at. */
  readonly places: Places
  readonly onLeave: () => void
}) {
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
      <LineCell kind="wrap">
        {figure.seenAt && figure.value > 0 ? (
          <Link
            to={places[figure.seenAt]}
            // In a tab of its own it leaves this one as it is.
            onClick={({ metaKey, ctrlKey, shiftKey, altKey }) => {
              if (!metaKey && !ctrlKey && !shiftKey && !altKey) onLeave()
            }}
            className="text-accent underline underline-offset-2"
          >
            <Which figure={figure} />
          </Link>
        ) : (
          <Which figure={figure} />
        )}
      </LineCell>
      <LineCell kind="quiet" className="text-right">
        {figure.atLeast && figure.value > 0 ? 'at least' : 'read'}
      </LineCell>
    </>
  )
}

const namesShown = 3

function Which({ figure }: { readonly figure: Known }) {
  const names = figure.names ?? []
  if (names.length === 0)
    return figure.detail ?? (figure.seenAt && figure.value > 0 ? 'Show them' : undefined)
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
