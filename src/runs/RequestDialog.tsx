import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useSessions } from '../session/SessionsContext'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import {
  type ActionRequest,
  closeActionDialog,
  leaveActionDialog,
  leftReason,
  openRun,
} from './actionDialog'
import { actionWords, dialogTitle, verbFor } from './actions'
import { ChoiceField } from './ChoiceField'
import { confirmationFor, isConfirmed } from './confirmation'
import { ManyPreview } from './ManyPreview'
import { OnePreview } from './OnePreview'
import { isAnybodyUnseen, type Prepared } from './preparation'
import { type Preview, previewOf } from './preview'
import { RequestFields } from './RequestFields'
import { preparationOf } from './requestPart'
import { requestFact, requestSubtitle } from './requestWords'
import { cacheOf, runner } from './tab'

/** Before: who, what will happen, what it will break, and who stays as they are. */
export function RequestDialog({ request }: { readonly request: ActionRequest }) {
  const { connectionId, provider, action } = request
  const queries = useQueryClient()
  const { sessions } = useSessions()
  const session = sessions.find(({ connection }) => connection.id === connectionId)
  const connection = { id: connectionId, name: session?.connection.name ?? connectionId, provider }
  const [preparation] = useState(() => preparationOf(action, request, queries))
  // Reading begins with the dialog and ends with it.
  useEffect(() => preparation.begin(), [preparation])
  const prepared = useSyncExternalStore(preparation.subscribe, preparation.get)
  const preview = useMemo(
    () => previewOf(action, prepared, provider, connectionId),
    [action, prepared, provider, connectionId],
  )
  const [reason, setReason] = useState(leftReason(request) ?? request.reason ?? '')
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(request.choice)
  const form = useId()
  const top = useRef<HTMLFormElement>(null)

  const { choice } = provider.rules[action]
  const { people } = prepared
  const [only, ...others] = people
  const isOne = only !== undefined && others.length === 0
  const confirmation = confirmationFor(action, preview.ready)
  const obstacle =
    whyNotYet(prepared, preview, actionWords[action].past) ??
    (confirmation && !isConfirmed(confirmation, typed) ? confirmation.label : undefined)

  function start() {
    if (obstacle !== undefined) return
    openRun(
      runner.start({
        action,
        reason,
        items: preview.items,
        connections: [connection],
        forecastOf: ({ user }) => preview.forecasts.get(user.id),
        choices: chosen ? { [connectionId]: chosen } : {},
        cache: cacheOf(queries),
      }),
    )
  }

  return (
    <Dialog
      title={dialogTitle(action, preview.ready.length > 0 ? preview.ready : people)}
      subtitle={isOne ? undefined : requestSubtitle(prepared, preview, connection)}
      width={isOne ? 640 : 760}
      // Of many there is much to read before the field; and a finger's keyboard would cover what is to be read of one.
      focus={isOne && !matchMedia('(pointer: coarse)').matches ? undefined : top}
      fact={requestFact(prepared, preview, provider.rules[action])}
      footer={
        <>
          <Button onClick={closeActionDialog}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant={actionWords[action].danger ? 'danger' : 'primary'}
            disabledReason={obstacle}
          >
            {isOne ? verbFor(action, 1) : verbFor(action, preview.ready.length)}
          </Button>
        </>
      }
      onClose={closeActionDialog}
    >
      <form
        id={form}
        ref={top}
        tabIndex={-1}
        className="flex flex-col outline-none"
        onSubmit={event => {
          event.preventDefault()
          start()
        }}
      >
        {isOne ? (
          <OnePreview
            person={only}
            preview={preview}
            action={action}
            connection={connection}
            onRetry={() => preparation.begin()}
            onLeave={() => leaveActionDialog(request, reason)}
          />
        ) : (
          <ManyPreview
            preview={preview}
            action={action}
            provider={provider}
            onRetry={() => preparation.begin()}
          />
        )}
        {(preview.ready.length > 0 || preview.waiting > 0) && (
          <RequestFields
            noticesFirst={!isOne}
            warnings={preview.warnings}
            confirmation={confirmation}
            choice={
              choice && (
                <ChoiceField
                  choice={choice}
                  action={action}
                  part={request}
                  chosen={chosen}
                  onChoose={setChosen}
                />
              )
            }
            reason={reason}
            typed={typed}
            onReason={setReason}
            onTyped={setTyped}
          />
        )}
      </form>
    </Dialog>
  )
}

/** Why the verb cannot be pressed yet, or at all. */
function whyNotYet(prepared: Prepared, preview: Preview, past: string): string | undefined {
  const [only, ...others] = prepared.people
  if (only && others.length === 0) {
    if (only.reading.at === 'waiting') return 'The user is being read again'
    if (only.reading.at === 'failed') return 'The user could not be read again'
    const [stay] = preview.stays
    if (stay) return stay.reason
  }
  if (!prepared.admins) return 'Who the admins are is being read'
  if (preview.ready.length > 0 && !isAnybodyUnseen(prepared)) return undefined
  return preview.waiting > 0 ? 'The users are being read again' : `None of them can be ${past}`
}
