import type { Action, Provider } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { DialogSection } from '../ui/DialogSection'
import { nameInWords } from '../ui/nameInWords'
import { formatNumber } from '../ui/number'
import { takesAccess } from './guards'
import { adminsAfter } from './plan'
import type { Preview } from './preview'
import type { Total } from './totals'
import { listInWords } from './words'

/** The forecast of all who go ahead, and who can still administer the connection afterwards. */
export function ForecastTotals({
  preview: { ready, items, context },
  totals,
  provider,
  action,
}: {
  readonly preview: Preview
  readonly totals: readonly Total[]
  readonly provider: Provider
  readonly action: Action
}) {
  const shown = totals.filter(total => total.value !== undefined)
  const hidden = totals.filter(total => total.value === undefined && total.reason !== undefined)
  const admins = takesAccess(provider.rules[action]) ? adminsAfter(items, context) : undefined
  if (totals.length === 0 && !admins) return undefined
  return (
    <DialogSection title="Forecast">
      <dl className="flex flex-wrap gap-y-3 phone:grid phone:grid-cols-2 phone:gap-x-4">
        {shown.map(total => (
          <Figure
            key={total.label.key}
            label={total.label.label}
            note={noteOf(total, ready.length)}
          >
            {total.isAtLeast && total.value !== undefined && total.value > 0 && (
              <span className="text-13 font-normal text-text-3">at least </span>
            )}
            {formatNumber(total.value ?? 0)}
          </Figure>
        ))}
        {admins && (
          <Figure label="Admins who remain" note={namesOf(admins.remain)}>
            {formatNumber(admins.remain.length)}{' '}
            <span className="text-13 font-normal text-text-3">
              of {formatNumber(admins.before)}
            </span>
          </Figure>
        )}
      </dl>
      {hidden.map(total => (
        <p key={total.label.key} className="mt-2 text-13 text-text-2">
          {total.label.label}: <Absent>not known</Absent>. {total.reason}
        </p>
      ))}
    </DialogSection>
  )
}

function Figure({
  label,
  note,
  children,
}: {
  readonly label: string
  readonly note: string
  readonly children: React.ReactNode
}) {
  return (
    <div className="min-w-28 flex-1 border-l border-hairline px-4 first:border-l-0 first:pl-0 phone:border-l-0 phone:px-0">
      <dt className="text-12 font-medium text-text-3">{label}</dt>
      <dd className="text-20 font-semibold">{children}</dd>
      <dd className="text-12 text-text-3 wrap-anywhere">{note}</dd>
    </div>
  )
}

function noteOf({ waiting, unknown }: Total, users: number): string {
  if (waiting > 0) return `read for ${formatNumber(users - waiting - unknown)} so far`
  return unknown > 0 ? `not known for ${formatNumber(unknown)}` : 'read'
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, 2).map(nameInWords)
  const more = names.length - shown.length
  return listInWords(more > 0 ? [...shown, `${formatNumber(more)} more`] : shown)
}
