import { type MarkedVerdict, VerdictMark } from './VerdictMark'

const order = [
  'done',
  'already',
  'failed',
  'unknown',
  'blocked',
  'skipped',
] as const satisfies readonly MarkedVerdict[]

/** "27 done  1 already so  2 failed": verdicts nobody got are left out. */
export function VerdictTally({
  counts,
}: {
  readonly counts: Readonly<Partial<Record<MarkedVerdict, number>>>
}) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {order.map(verdict => {
        const count = counts[verdict] ?? 0
        return (
          count > 0 && (
            <li key={verdict}>
              <VerdictMark verdict={verdict} count={count} />
            </li>
          )
        )
      })}
    </ul>
  )
}
