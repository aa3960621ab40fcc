import { memo } from 'react'
import { Absent } from '../ui/Absent'
import { CutText } from '../ui/CutText'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { formatNumber } from '../ui/number'
import type { Draft } from './draft'
import type { Line } from './lines'
import { MatchCell } from './MatchCell'
import type { LeaversGround } from './useGrounds'

/** One line, and what came of it in each connection. Drawn again only when something of it has changed. */
export const MatchRow = memo(function MatchRow({
  line,
  hasLines,
  grounds,
  choices,
  ticked,
  does,
}: {
  readonly line: Line
  readonly hasLines: boolean
  readonly grounds: readonly LeaversGround[]
  readonly choices: Draft['choices']
  /** An `x` where they go, in the order of the grounds. */
  readonly ticked: string
  readonly does: 'ticks' | 'onlyShows'
}) {
  return (
    <LineRow>
      {hasLines && (
        <LineCell kind="quiet" className="align-top leading-8">
          {line.line && formatNumber(line.line)}
        </LineCell>
      )}
      {'placed' in line ? (
        <>
          <LineCell kind="header" className="align-top leading-8 phone:basis-4/5">
            <CutText text={line.placed.match.entry.text} focusable />
            <SaidAgain lines={line.placed.match.entry.lines} />
          </LineCell>
          {line.placed.places.map((place, index) => {
            const ground = grounds[index]
            return (
              ground && (
                <LineCell key={ground.id} kind="wrap" className="align-top" label={ground.name}>
                  <MatchCell
                    place={place}
                    isTicked={ticked[index] === 'x'}
                    asked={line.placed.match.cells[index]}
                    match={line.placed.match}
                    ground={ground}
                    choices={choices}
                    does={does}
                  />
                </LineCell>
              )
            )
          })}
        </>
      ) : (
        <>
          <LineCell className="align-top leading-8 text-text-3! phone:basis-4/5">
            <CutText text={line.sentence.text} focusable />
          </LineCell>
          <LineCell kind="wrap">
            <Absent>names nobody</Absent>
            {line.sentence.why && `: ${line.sentence.why.toLowerCase()}`}
          </LineCell>
          {grounds.slice(1).map(({ id }) => (
            <LineCell key={id} />
          ))}
        </>
      )}
    </LineRow>
  )
})

function SaidAgain({ lines: [, ...others] }: { readonly lines: readonly number[] }) {
  if (others.length === 0) return undefined
  const shown = others.slice(0, 5).map(formatNumber).join(', ')
  return (
    <span className="block pb-1 text-12 leading-4 font-normal whitespace-normal text-text-3">
      also on {others.length === 1 ? 'line' : 'lines'} {shown}
      {others.length > 5 && ` and ${formatNumber(others.length - 5)} more`}
    </span>
  )
}
