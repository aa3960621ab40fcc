import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useSessions } from '../session/SessionsContext'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { type ActionRequest, closeActionDialog, openRun, partsOf } from './actionDialog'
import { actionWords, dialogTitle, verbFor } from './actions'
import { ChoiceField } from './ChoiceField'
import { ManyPreview } from './ManyPreview'
import { RequestFields } from './RequestFields'
import type { Chosen } from './receipt'
import { preparationOf } from './requestPart'
import { partOf, severalSubtitle, sumOf, together } from './several'
import { cacheOf, runner } from './tab'
import { listInWords } from './words'

/** Before a run over several connections: each with what will happen there, what it will break, and who stays. */
export function SeveralDialog({ request }: { readonly request: ActionRequest }) {
  const { action } = request
  const queries = useQueryClient()
  const { config } = useSessions()
  const asked = partsOf(request)
  const [preparation] = useState(() =>
    together(asked.map(part => preparationOf(action, part, queries))),
  )
  // Reading begins with the dialog and ends with it.
  useEffect(() => preparation.begin(), [preparation])
  const prepared = useSyncExternalStore(preparation.subscribe, preparation.get)
  const parts = useMemo(
    () =>
      partsOf(request).flatMap(({ connectionId: id, provider }, index) => {
        const name = config.connections.find(connection => connection.id === id)?.name ?? id
        const known = prepared[index]
        return known ? [partOf(request.action, { id, name, provider }, known)] : []
      }),
    [request, prepared, config],
  )
  const [reason, setReason] = useState(request.reason ?? '')
  const [typed, setTyped] = useState('')
  const [choices, setChoices] = useState<Readonly<Record<string, Chosen>>>(() =>
    Object.fromEntries(
      asked.flatMap(({ connectionId, choice }) => (choice ? [[connectionId, choice]] : [])),
    ),
  )
  const form = useId()
  const top = useRef<HTMLFormElement>(null)
  const { items, ready, warnings, confirmation, obstacle } = sumOf(action, parts, typed)

  function start() {
    if (obstacle !== undefined) return
    const forecasts = new Map(parts.map(({ connection, preview }) => [connection.id, preview]))
    openRun(
      runner.start({
        action,
        reason,
        items,
        connections: parts.map(({ connection }) => connection),
        forecastOf: ({ connection, user }) => forecasts.get(connection)?.forecasts.get(user.id),
        choices,
        cache: cacheOf(queries),
      }),
    )
  }

  function choose(connectionId: string, chosen: Chosen | undefined) {
    const { [connectionId]: _, ...others } = choices
    setChoices(chosen ? { ...others, [connectionId]: chosen } : others)
  }

  const fields = asked.flatMap(part => {
    const { choice } = part.provider.rules[action]
    return choice
      ? [
          <ChoiceField
            key={part.connectionId}
            choice={choice}
            action={action}
            part={part}
            chosen={choices[part.connectionId]}
            onChoose={chosen => choose(part.connectionId, chosen)}
          />,
        ]
      : []
  })

  return (
    <Dialog
      title={dialogTitle(action, ready.length > 0 ? ready : request.users)}
      subtitle={severalSubtitle(parts)}
      width={760}
      focus={top}
      fact={`One run in ${listInWords(parts.map(({ connection }) => connection.name))}`}
      footer={
        <>
          <Button onClick={closeActionDialog}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant={actionWords[action].danger ? 'danger' : 'primary'}
            disabledReason={obstacle}
          >
            {verbFor(action, ready.length)}
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
        {parts.map(({ connection, preview }) => (
          <section key={connection.id} aria-label={connection.name}>
            <h3 className="border-t border-hairline bg-quiet px-6 py-2 font-semibold phone:px-4">
              <bdi>{connection.name}</bdi>
              <span className="ml-2 text-13 font-normal text-text-2">
                {connection.provider.name}
              </span>
            </h3>
            <ManyPreview
              preview={preview}
              action={action}
              provider={connection.provider}
              onRetry={() => preparation.begin()}
            />
          </section>
        ))}
        {ready.length > 0 && (
          <RequestFields
            noticesFirst
            warnings={warnings}
            confirmation={confirmation}
            choice={fields.length > 0 && fields}
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
