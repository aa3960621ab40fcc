import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FigureLabel } from '../providers/provider'
import type { Receipt, ReceiptItem } from '../runs/receipt'
import type { Changed } from '../runs/since'
import { isUndoable } from '../runs/undo'
import { byUrgency, keyOf, reportedColumns } from '../runs/verdictRows'
import { Button } from '../ui/Button'
import { Lines } from '../ui/Lines'
import { formatNumber } from '../ui/number'
import { VerdictLine } from './VerdictLine'

function toggled(picked: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const now = new Set(picked)
  if (!now.delete(key)) now.add(key)
  return now
}

/** Drawn at first; more would keep the page from answering for a moment. */
const atOnce = 300

export function VerdictsTable({
  items,
  labels,
  connections,
  changed,
  picked,
  onPick,
}: {
  readonly items: readonly ReceiptItem[]
  readonly labels: readonly FigureLabel[]
  readonly connections: Receipt['connections']
  /** Who is no longer as the run left them, by no later run of ours. */
  readonly changed: readonly Changed[]
  /** Whom to undo it for, by `keyOf`. */
  readonly picked: ReadonlySet<string>
  /** `undefined`: nobody can be. */
  readonly onPick: ((picked: ReadonlySet<string>) => void) | undefined
}) {
  const [shown, setShown] = useState(atOnce)
  const figures = reportedColumns(items, labels)
  // Of one there is nothing to pick.
  const isPickable = onPick && items.filter(isUndoable).length > 1
  const now = new Map(changed.map(({ item, user }) => [item, user.status]))
  const isOfSeveral = Object.keys(connections).length > 1
  // On paper everybody has to be there, however printing was asked for.
  useEffect(() => {
    const showAll = () => flushSync(() => setShown(Number.POSITIVE_INFINITY))
    window.addEventListener('beforeprint', showAll)
    return () => window.removeEventListener('beforeprint', showAll)
  }, [])
  return (
    <>
      <Lines
        label="Verdicts"
        className="min-w-[1120px] print:min-w-0"
        columns={[
          { header: 'Name', width: 180 },
          { header: 'E-mail', width: 200 },
          ...(isOfSeveral ? [{ header: 'Connection', width: 128 }] : []),
          { header: 'Verdict', width: 108 },
          { header: 'Before', width: 92 },
          { header: 'After', width: 108 },
          { header: 'Verified', width: 80 },
          ...figures.map(({ header }) => ({ header, width: 92, align: 'end' as const })),
          { header: 'Note' },
        ]}
      >
        {byUrgency(items)
          .slice(0, shown)
          .map(item => (
            <VerdictLine
              key={keyOf(item)}
              item={item}
              pick={
                isPickable && {
                  isPossible: isUndoable(item),
                  isPicked: picked.has(keyOf(item)),
                  onToggle: () => onPick(toggled(picked, keyOf(item))),
                }
              }
              figures={figures}
              now={now.get(item)}
              connection={
                isOfSeveral ? (connections[item.connection]?.name ?? item.connection) : undefined
              }
            />
          ))}
      </Lines>
      {items.length > shown && (
        <Button variant="bare" className="my-2" onClick={() => setShown(Number.POSITIVE_INFINITY)}>
          Show all {formatNumber(items.length)}
        </Button>
      )}
    </>
  )
}
