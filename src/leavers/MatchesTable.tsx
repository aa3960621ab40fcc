import { useState } from 'react'
import { Button } from '../ui/Button'
import { Lines } from '../ui/Lines'
import { formatNumber } from '../ui/number'
import type { Draft } from './draft'
import type { Line } from './lines'
import { MatchRow } from './MatchRow'
import { isTicked, type Placed } from './standing'
import type { LeaversGround } from './useGrounds'

/** Drawn at first, and more each time one asks: more would keep the page from answering for a moment. */
const atOnce = 100

/** Person by connection. */
export function MatchesTable({
  label,
  lines,
  grounds,
  choices,
  ticks,
  does,
}: {
  readonly label: string
  readonly lines: readonly Line[]
  readonly grounds: readonly LeaversGround[]
  readonly choices: Draft['choices']
  readonly ticks: Draft['ticks']
  readonly does: 'ticks' | 'onlyShows'
}) {
  const [shown, setShown] = useState(atOnce)
  const hasLines = lines.some(({ line }) => line !== undefined)
  return (
    <div className="px-4 pb-4 phone:px-3">
      <Lines
        label={label}
        className={grounds.length > 2 ? 'min-w-[960px]' : undefined}
        columns={[
          ...(hasLines ? [{ header: 'Line', width: 48 }] : []),
          { header: hasLines ? 'As pasted' : 'Name', width: 240 },
          ...grounds.map(({ name }) => ({ header: name })),
        ]}
      >
        {lines.slice(0, shown).map(line => (
          <MatchRow
            key={'placed' in line ? line.placed.match.key : `${line.line} ${line.sentence.text}`}
            line={line}
            hasLines={hasLines}
            grounds={grounds}
            choices={choices}
            ticked={'placed' in line ? tickedIn(line.placed, grounds, ticks) : ''}
            does={does}
          />
        ))}
      </Lines>
      {lines.length > shown && (
        <Button
          variant="bare"
          className="-ml-3 mt-1 text-accent"
          onClick={() => setShown(shown + 500)}
        >
          Show more of {formatNumber(lines.length)}
        </Button>
      )}
    </div>
  )
}

/** As text, so that a row can see that nothing of it has changed. */
const tickedIn = ({ places }: Placed, grounds: readonly LeaversGround[], ticks: Draft['ticks']) =>
  places
    .map((place, index) => {
      const ground = grounds[index]
      return ground && isTicked(place, ground, ticks) ? 'x' : '-'
    })
    .join('')
