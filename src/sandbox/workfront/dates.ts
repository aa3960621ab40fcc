/**
 * The tenant is in central Europe: +0100, in summer +0200. In which zone Workfront answers is not documented; the
 * tenant's is likely.
 */
const hour = 3_600_000
export const day = 24 * hour

type Summer = { readonly from: number; readonly to: number }
const summers = new Map<number, Summer>()

/** From the last Sunday of March to that of October, 01:00 UTC. */
function summerOf(year: number): Summer {
  const summer = summers.get(year) ?? { from: lastSunday(year, 2), to: lastSunday(year, 9) }
  summers.set(year, summer)
  return summer
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * day
}

function offsetOf(time: number): number {
  const { from, to } = summerOf(new Date(time).getUTCFullYear())
  return time >= from && time < to ? 2 * hour : hour
}

/**
 * "2020-05-18T17:00:00:000-0600": a colon before the milliseconds, none in the offset.
 * https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-basics
 */
export function dateOnWire(time: number): string {
  const offset = offsetOf(time)
  const local = new Date(time + offset).toISOString()
  return `${local.slice(0, 19)}:${local.slice(20, 23)}+0${offset / hour}00`
}

/** The midnight that this moment's day began with, where the tenant is. */
export function midnight(time: number): number {
  const local = Math.floor((time + offsetOf(time)) / day) * day
  return local - offsetOf(local - hour)
}

const written = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:[.:](\d{1,3}))?(Z|[+-]\d\d:?\d\d)?)?$/

/** A moment, or a whole day, as the API takes it; `undefined`: it is none. */
export function momentOf(text: string): number | undefined {
  const [, date, clock, fraction = '0', zone] = written.exec(text) ?? []
  if (date === undefined) return undefined
  const asUtc = Date.parse(`${date}T${clock ?? '00:00:00'}.${fraction.padEnd(3, '0')}Z`)
  if (Number.isNaN(asUtc)) return undefined
  if (zone === 'Z') return asUtc
  if (zone === undefined) return asUtc - offsetOf(asUtc - hour)
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)/.exec(zone) ?? []
  return asUtc - (sign === '-' ? -1 : 1) * (Number(hours) * hour + Number(minutes) * 60_000)
}
