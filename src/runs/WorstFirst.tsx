import { useState } from 'react'
import type { Figure, FigureLabel } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { Button } from '../ui/Button'
import { CutText } from '../ui/CutText'
import { DialogSection } from '../ui/DialogSection'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { Lines } from '../ui/Lines'
import { formatNumber } from '../ui/number'
import type { Preview } from './preview'
import { worstFirst } from './totals'

const few = 6
/** More would keep the dialog from answering for a moment. */
const most = 500

/** In px, as the header needs: what is left is for the names, however many figures there are. */
const widthFor = (header: string) => Math.max(72, 18 + 7 * header.length)

/** Who goes ahead, who loses most first. */
export function WorstFirst({
  preview: { ready, forecasts, unforeseen },
  labels,
}: {
  readonly preview: Preview
  readonly labels: readonly FigureLabel[]
}) {
  const [shown, setShown] = useState(few)
  const figures = labels
    .filter(
      ({ key, when }) =>
        when === 'before' && ready.some(user => forecasts.get(user.id)?.[key]?.known),
    )
    .toReversed()
  const title = figures.length > 0 ? 'Worst first' : 'Who goes ahead'
  return (
    <DialogSection>
      <Lines
        label="Worst first"
        phoneTitle={title}
        columns={[
          { header: title },
          { header: 'Role', width: 108 },
          ...figures.map(({ short }) => ({
            header: short,
            width: widthFor(short),
            align: 'end' as const,
          })),
        ]}
      >
        {worstFirst(ready, forecasts, labels)
          .slice(0, shown)
          .map(user => (
            <LineRow key={user.id}>
              <LineCell kind="header">
                <CutText text={user.name} />
              </LineCell>
              <LineCell>{user.role && <CutText text={user.role} />}</LineCell>
              {figures.map(({ key, short }) => {
                const figure = forecasts.get(user.id)?.[key]
                const isZero = figure?.known && figure.value === 0
                return (
                  <LineCell key={key} kind={isZero ? 'zero' : 'figure'} label={short}>
                    {figure && <Value figure={figure} />}
                    {unforeseen.has(user.id) && <Absent>not known</Absent>}
                  </LineCell>
                )
              })}
            </LineRow>
          ))}
      </Lines>
      {ready.length > shown && (
        <Button
          variant="bare"
          className="-ml-3 text-accent!"
          onClick={() => setShown(shown === few ? most : shown + most)}
        >
          {ready.length <= most ? `Show all ${formatNumber(ready.length)}` : 'Show more'}
        </Button>
      )}
    </DialogSection>
  )
}

function Value({ figure }: { readonly figure: Figure }) {
  return figure.known ? formatNumber(figure.value) : <Absent>not known</Absent>
}
