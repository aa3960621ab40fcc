import { useEffect, useRef } from 'react'
import { SetupHelp } from '../session/SetupHelp'
import { Button } from '../ui/Button'
import { DialogSection } from '../ui/DialogSection'
import { Notice } from '../ui/Notice'
import { nameInWords } from '../ui/nameInWords'
import { TraceId } from '../ui/TraceId'
import { outcomeWords } from './outcomeWords'
import type { Outcome } from './saving'

export type Unsaved = Exclude<Outcome, { readonly came: 'saved' }>

/** What kept the form from being saved, above its fields, and what can be done about it. */
export function SaveProblem({
  outcome,
  vendor,
  action,
  fields,
  onLook,
  onTheirs,
  onMine,
}: {
  readonly outcome: Unsaved
  readonly vendor: string
  /** As it goes on after "refused to": "create an API user". */
  readonly action: string
  /** Of the form: what was refused about one of them stands there. */
  readonly fields: readonly string[]
  readonly onLook: (look: () => Promise<Outcome>) => void
  readonly onTheirs: () => void
  readonly onMine: () => void
}) {
  const notice = useRef<HTMLDivElement>(null)
  // It comes up far above the button that was pressed: the focus tells where.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each new problem
  useEffect(() => notice.current?.focus(), [outcome])
  if (outcome.came === 'conflict') {
    const { name, role, roleId } = outcome.now
    return (
      <DialogSection>
        <div ref={notice} tabIndex={-1} className="rounded-6">
          <Notice
            tone="amber"
            role="alert"
            actions={
              <>
                <Button onClick={onTheirs}>Use theirs</Button>
                <Button onClick={onMine}>Keep mine</Button>
              </>
            }
          >
            Somebody else has changed it meanwhile. It is now called{' '}
            <b className="font-medium">{nameInWords(name)}</b>, with the role{' '}
            <b className="font-medium">{nameInWords(role ?? roleId ?? 'not known')}</b>. Nothing was
            saved.
          </Notice>
        </div>
      </DialogSection>
    )
  }
  const { title, detail, traceId, help } = outcomeWords(outcome, vendor, action, fields)
  const { came } = outcome
  return (
    <DialogSection>
      <div ref={notice} tabIndex={-1} className="rounded-6">
        <Notice
          tone={came === 'otherwise' || came === 'notKnown' ? 'amber' : 'red'}
          role="alert"
          actions={
            came === 'notKnown' ? (
              <Button onClick={() => onLook(outcome.look)}>Look again</Button>
            ) : undefined
          }
        >
          <p>{title}</p>
          {detail && (
            <p className="text-text-2">
              <bdi>{detail}</bdi>
            </p>
          )}
          {help && (
            <p className="text-text-2">
              <SetupHelp />
            </p>
          )}
          {traceId && <TraceId id={traceId} />}
        </Notice>
      </div>
    </DialogSection>
  )
}
