import { Ban, Check, CircleQuestionMark, type LucideIcon, Minus, X } from 'lucide-react'
import { classes } from './classes'
import { Icon } from './Icon'
import { formatNumber } from './number'

export type MarkedVerdict = 'done' | 'already' | 'skipped' | 'blocked' | 'failed' | 'unknown'

const looks = {
  done: { word: 'Done', icon: Check, tone: 'text-green' },
  already: { word: 'Already so', icon: Check, tone: 'text-grey' },
  skipped: { word: 'Skipped', icon: Minus, tone: 'text-grey' },
  blocked: { word: 'Blocked', icon: Ban, tone: 'text-amber' },
  failed: { word: 'Failed', icon: X, tone: 'text-red' },
  unknown: { word: 'Unknown', icon: CircleQuestionMark, tone: 'text-violet' },
} as const satisfies Record<MarkedVerdict, { word: string; icon: LucideIcon; tone: string }>

/** "Done", or with a count "27 done". */
export function VerdictMark({
  verdict,
  count,
}: {
  readonly verdict: MarkedVerdict
  readonly count?: number | undefined
}) {
  const { word, icon, tone } = looks[verdict]
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 align-top text-13 font-medium whitespace-nowrap',
        tone,
      )}
    >
      <Icon of={icon} size={14} />
      {count === undefined ? word : `${formatNumber(count)} ${word.toLowerCase()}`}
    </span>
  )
}
