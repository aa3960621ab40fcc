import { useEffect, useRef } from 'react'
import { SetupHelp } from '../session/SetupHelp'
import { DialogSection } from '../ui/DialogSection'
import { Notice } from '../ui/Notice'
import { TraceId } from '../ui/TraceId'
import type { OutcomeWords } from './outcomeWords'

/** What kept a form from being saved, above its fields: the words, and which fields it is about. */
export function FormProblem({
  words,
  fields,
}: {
  readonly words: OutcomeWords
  /** With the label of its field, where it is one of the form's. */
  readonly fields: readonly { readonly label: string; readonly message: string }[]
}) {
  const notice = useRef<HTMLDivElement>(null)
  // It came up after a press on a button far below: the focus tells where.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each new problem
  useEffect(() => notice.current?.focus(), [words])
  return (
    <DialogSection>
      <div ref={notice} tabIndex={-1} className="rounded-6">
        <Notice tone="red" role="alert">
          <p>{words.title}</p>
          {words.detail && (
            <p className="text-text-2">
              <bdi>{words.detail}</bdi>
            </p>
          )}
          {words.help && (
            <p className="text-text-2">
              <SetupHelp />
            </p>
          )}
          {fields.length > 0 && (
            <ul className="list-disc pl-5">
              {fields.map(({ label, message }) => (
                <li key={label + message}>
                  {label}: <bdi>{message}</bdi>
                </li>
              ))}
            </ul>
          )}
          {words.traceId && <TraceId id={words.traceId} />}
        </Notice>
      </div>
    </DialogSection>
  )
}
