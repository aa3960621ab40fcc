import type { FigureLabel, Forecast, User } from '../providers/provider'
import { formatCount, formatNumber } from '../ui/number'

/** One forecast figure over all users of a run. */
export type Total = {
  readonly label: FigureLabel
  /** Of those for whom it is known; `undefined`: of nobody. */
  readonly value: number | undefined
  /** There may be more: not known for everybody, or what was read is not all. */
  readonly isAtLeast: boolean
  /** For how many it has not been read yet. */
  readonly waiting: number
  /** For how many it cannot be known. */
  readonly unknown: number
  /** Why it cannot be known, where it cannot. */
  readonly reason: string | undefined
}

export function totalsOf(
  users: readonly User[],
  forecasts: ReadonlyMap<string, Forecast>,
  labels: readonly FigureLabel[],
  /** By user id: whose forecast could not be read. */
  failed: ReadonlySet<string>,
): readonly Total[] {
  return labels
    .filter(
      ({ key, when }) =>
        when === 'before' && users.some(user => forecasts.get(user.id)?.[key] !== undefined),
    )
    .map(label => {
      let value: number | undefined
      let unknown = 0
      let waiting = 0
      let isAtLeast = false
      let reason: string | undefined
      for (const user of users) {
        const forecast = forecasts.get(user.id)
        const figure = forecast?.[label.key]
        if (!forecast) {
          if (failed.has(user.id)) unknown += 1
          else waiting += 1
        } else if (!figure) continue
        else if (figure.known) {
          value = (value ?? 0) + figure.value
          isAtLeast ||= figure.atLeast === true
        } else {
          unknown += 1
          reason ??= figure.reason
        }
      }
      return { label, value, isAtLeast: isAtLeast || unknown > 0, waiting, unknown, reason }
    })
}

/**
 * "31 people · at least 212 open tasks · 2 private projects would be left without a member"
 * @param waiting for how many the forecast has not been read yet
 * @param areMachinesKnown who is an API user could be read
 */
export function totalsInWords(
  users: readonly User[],
  totals: readonly Total[],
  waiting: number,
  areMachinesKnown = true,
): string {
  const machines = users.filter(({ kind }) => kind === 'apiUser').length
  const agents = users.filter(({ kind }) => kind === 'agent').length
  const people = users.length - machines - agents
  return [
    ...(people > 0 ? [peopleWords(people, areMachinesKnown)] : []),
    ...(machines > 0 ? [formatCount(machines, 'API user')] : []),
    ...(agents > 0 ? [formatCount(agents, 'agent')] : []),
    ...totals.flatMap(({ label: { counted }, value, isAtLeast }) =>
      value && counted ? [`${isAtLeast ? 'at least ' : ''}${formatCount(value, ...counted)}`] : [],
    ),
    ...(waiting > 0 ? [`forecast read for ${formatNumber(users.length - waiting)} so far`] : []),
    // No line begins with the dot.
  ].join('\u00a0· ')
}

const peopleWords = (count: number, areMachinesKnown: boolean) =>
  areMachinesKnown
    ? formatCount(count, 'person', 'people')
    : formatCount(count, 'person or API user', 'people or API users')

/** Who loses most comes first: by the figures, the last of them weighing most. */
export function worstFirst(
  users: readonly User[],
  forecasts: ReadonlyMap<string, Forecast>,
  labels: readonly FigureLabel[],
): readonly User[] {
  const keys = labels
    .filter(({ when }) => when === 'before')
    .map(({ key }) => key)
    .reverse()
  const weights = new Map(
    users.map(user => [user.id, keys.map(key => knownValue(forecasts.get(user.id), key))]),
  )
  return users.toSorted((one, other) => {
    const first = weights.get(one.id) ?? []
    const second = weights.get(other.id) ?? []
    const at = first.findIndex((value, position) => value !== second[position])
    return at < 0 ? 0 : (second[at] ?? -1) - (first[at] ?? -1)
  })
}

function knownValue(forecast: Forecast | undefined, key: string): number {
  const figure = forecast?.[key]
  return figure?.known ? figure.value : -1
}
