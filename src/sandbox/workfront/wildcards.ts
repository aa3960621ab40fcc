import { day, midnight } from './dates'

const units: Readonly<Record<string, number>> = {
  h: day / 24,
  d: day,
  w: 7 * day,
  m: 30 * day,
  q: 91 * day,
  y: 365 * day,
}

/**
 * `$$NOW`, `$$TODAY`, `$$TODAY-90d`, `$$TODAYbm`; months, quarters and years of an offset are counted in days here.
 * https://experienceleague.adobe.com/en/docs/workfront/using/reporting/reports/report-elements/use-wildcards-generalize-reports
 */
export function timeOfWildcard(text: string, now: number): number | undefined {
  const [, base, edge, sign, count, unit] =
    /^\$\$(TODAY|NOW)(b[wmqy])?(?:([+-])(\d+)([hdwmqy]))?$/.exec(text) ?? []
  if (base === undefined) return undefined
  const start = base === 'NOW' ? now : startOf(edge, midnight(now))
  const step = (units[unit ?? 'd'] ?? day) * Number(count ?? 0)
  const moved = sign === '-' ? start - step : start + step
  // A day is not always 24 hours long.
  return base === 'TODAY' && unit !== 'h' ? midnight(moved + day / 2) : moved
}

/** `bm`: the beginning of the month. */
function startOf(edge: string | undefined, today: number): number {
  const date = new Date(today + day / 2)
  switch (edge) {
    case 'bw':
      return midnight(today + day / 2 - date.getUTCDay() * day)
    case 'bm':
      return midnight(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1, 12))
    case 'bq':
      return midnight(
        Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3, 1, 12),
      )
    case 'by':
      return midnight(Date.UTC(date.getUTCFullYear(), 0, 1, 12))
    default:
      return today
  }
}
