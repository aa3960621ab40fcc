import { useState } from 'react'
import { Button } from '../ui/Button'
import { CutText } from '../ui/CutText'
import { DialogSection } from '../ui/DialogSection'
import { LineCell } from '../ui/LineCell'
import { LineRow } from '../ui/LineRow'
import { Lines } from '../ui/Lines'
import { formatNumber } from '../ui/number'
import { VerdictMark } from '../ui/VerdictMark'
import type { Stay } from './preview'

const few = 8
const most = 500

/** Everybody who is not acted on, by name, with the reason. */
export function Stays({ stays }: { readonly stays: readonly Stay[] }) {
  const [shown, setShown] = useState(few)
  return (
    <DialogSection title="Stay as they are">
      <Lines
        label="Stay as they are"
        headers="hidden"
        columns={[
          { header: 'Name', width: 160 },
          { header: 'Verdict', width: 104 },
          { header: 'Reason' },
        ]}
      >
        {stays.slice(0, shown).map(stay => (
          <LineRow key={stay.id}>
            <LineCell kind="header">
              <CutText text={stay.name} />
            </LineCell>
            <LineCell>
              <VerdictMark verdict={stay.verdict} />
            </LineCell>
            <LineCell kind="wrap">
              <bdi dir="ltr">{stay.reason}</bdi>
            </LineCell>
          </LineRow>
        ))}
      </Lines>
      {stays.length > shown && (
        <Button
          variant="bare"
          className="-ml-3 text-accent!"
          onClick={() => setShown(shown === few ? most : shown + most)}
        >
          {stays.length <= most ? `Show all ${formatNumber(stays.length)}` : 'Show more'}
        </Button>
      )}
    </DialogSection>
  )
}
