import type { Run, RunConnection } from './run'

export type Progress = {
  /** Users who were to be acted on; who was skipped or blocked before is not counted. */
  readonly total: number
  readonly settled: number
}

export type Speed = {
  /** Users a second, lately; `undefined`: not known yet. */
  readonly rate: number | undefined
  /** Milliseconds until the last connection is through; `undefined`: of one of them it is not known. */
  readonly timeLeft: number | undefined
  /** Where nothing has come of anybody for a while. */
  readonly silent: readonly RunConnection[]
}

/** The users a run looks back on to say how fast it is. */
export const rateOver = 20
/** After so many milliseconds without anybody a connection is waited for. */
const silence = 10_000

/** @param connectionIds in these alone */
export function progressOf(
  run: Run,
  connectionIds: readonly string[] = run.connections.map(({ id }) => id),
): Progress {
  const { items } = run.record
  const total = items.filter(
    ({ connection, settled }) => !settled && connectionIds.includes(connection),
  ).length
  const left = connectionIds.reduce((sum, id) => sum + leftIn(run, id), 0)
  return { total, settled: total - left }
}

/** How fast it is by now: a connection that says nothing any more has no rate, and the run no end. */
export function speedOf(run: Run, now: number): Speed {
  const begun = run.lately[0]?.at
  const going = run.connections.flatMap(connection => {
    const left = leftIn(run, connection.id)
    if (left === 0) return []
    const times = timesOf(run, connection.id)
    const last = times.at(-1) ?? begun ?? now
    return [{ connection, left, rate: rateOf(times, now), isSilent: now - last > silence }]
  })
  const lefts = going.map(({ left, rate }) => (rate === undefined ? undefined : left / rate))
  const known = lefts.filter(one => one !== undefined)
  return {
    rate: rateOf(
      run.lately.slice(-rateOver).map(({ at }) => at),
      now,
    ),
    timeLeft:
      known.length > 0 && known.length === lefts.length ? Math.max(...known) * 1_000 : undefined,
    silent: going.flatMap(({ connection, isSilent }) =>
      isSilent && run.held?.by.id !== connection.id ? [connection] : [],
    ),
  }
}

const timesOf = ({ lately }: Run, id: string) =>
  lately.flatMap(({ connection, at }) => (connection === id ? [at] : []))

function leftIn({ record, steps }: Run, connectionId: string): number {
  return record.items.filter(
    ({ connection, settled }, index) =>
      connection === connectionId && !settled && steps[index]?.at !== 'settled',
  ).length
}

/** A second. */
function rateOf(times: readonly number[], now: number): number | undefined {
  const [first] = times
  const last = times.at(-1)
  if (first === undefined || last === undefined || last <= first || now - last > silence)
    return undefined
  return ((times.length - 1) / (last - first)) * 1_000
}
