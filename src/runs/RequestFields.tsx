import { type ReactNode, useEffect, useState } from 'react'
import { classes } from '../ui/classes'
import { DialogSection } from '../ui/DialogSection'
import { Field } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { TextInput } from '../ui/TextInput'
import type { Confirmation } from './confirmation'
import type { Kept } from './journal'
import { journal } from './tab'

/** The guard rails, and what the operator fills in. */
export function RequestFields({
  noticesFirst,
  warnings,
  confirmation,
  choice,
  reason,
  typed,
  onReason,
  onTyped,
}: {
  /** Where the page is long, what is below the fold goes unread: then the guard rails come before everything else. */
  readonly noticesFirst: boolean
  readonly warnings: readonly string[]
  readonly confirmation: Confirmation | undefined
  /** The field for what can be chosen with the action. */
  readonly choice: ReactNode
  readonly reason: string
  readonly typed: string
  readonly onReason: (reason: string) => void
  readonly onTyped: (typed: string) => void
}) {
  const [kept, setKept] = useState<Kept>({ kept: true })
  // Whether this browser keeps anything is known by trying, and must be said before the first write.
  useEffect(() => {
    let isShown = true
    journal.check().then(result => isShown && setKept(result))
    return () => {
      isShown = false
    }
  }, [])
  const hasNotices = warnings.length > 0 || !kept.kept
  return (
    <>
      {hasNotices && (
        <DialogSection
          className={classes(
            'flex flex-col gap-3',
            noticesFirst ? 'order-first' : 'pb-0 phone:order-first phone:pb-3',
          )}
        >
          {warnings.map(warning => (
            <Notice key={warning} tone="amber">
              {warning}
            </Notice>
          ))}
          {!kept.kept && (
            <Notice tone="amber">
              No record of this will be kept. {kept.reason}. The receipt can be downloaded until
              this tab is closed.
            </Notice>
          )}
        </DialogSection>
      )}
      <DialogSection
        className={hasNotices && !noticesFirst ? 'border-t-0 phone:border-t' : undefined}
      >
        <div
          className={classes(
            'flex gap-4 phone:flex-col phone:items-stretch phone:gap-3',
            choice ? 'items-start' : 'items-end',
          )}
        >
          <Field label="Reason or ticket" aside="optional, kept on the receipt" className="flex-1">
            {control => (
              <TextInput
                {...control}
                value={reason}
                maxLength={500}
                onChange={event => onReason(event.target.value)}
              />
            )}
          </Field>
          {choice}
          {confirmation && (
            <Field label={confirmation.label} className="w-50 wrap-anywhere phone:w-full">
              {control => (
                <TextInput
                  {...control}
                  value={typed}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={event => onTyped(event.target.value)}
                />
              )}
            </Field>
          )}
        </div>
      </DialogSection>
    </>
  )
}
