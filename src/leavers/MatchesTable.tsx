import { useState } from 'react'
import { Absent } from '../ui/Absent'
import { Button } from '../ui/Button'
import { CutText } from '../ui/CutText'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { Lines } from '../ui/Lines'
import { formatNumber } from '../ui/number'
import type { Draft } from './draft'
import type { Line } from './lines'
import { MatchCell } from './MatchCell'
import type { LeaversGround } from './useGrounds'

/** Drawn at first, and more each time one asks: more would keep the page from answering for a moment. */
const atOnce = 100

/** Person by connection. */
export function MatchesTable({
  label,
  lines,
  grounds,
  draft,
  does,
}: {
  readonly label: string
  readonly lines: readonly Line[]
  readonly grounds: readonly LeaversGround[]
  readonly draft: Draft
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
          <LineRow
            key={'placed' in line ? line.placed.match.key : `${line.line} ${line.sentence.text}`}
          >
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
                      <LineCell
                        key={ground.id}
                        kind="wrap"
                        className="align-top"
                        label={ground.name}
                      >
                        <MatchCell
                          place={place}
                          asked={line.placed.match.cells[index]}
                          match={line.placed.match}
                          ground={ground}
                          draft={draft}
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
