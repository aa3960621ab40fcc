import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { failureOf } from '../http/failure'
import { reasonFor } from '../http/words'
import type { ActionChoice } from '../providers/provider'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { Select } from '../ui/Select'
import type { ActionRequest } from './actionDialog'
import type { Chosen } from './receipt'

/** What can be chosen with the action, once for everybody. Nothing has to be: the action goes ahead without. */
export function ChoiceField({
  choice,
  request,
  chosen,
  onChoose,
}: {
  readonly choice: ActionChoice
  readonly request: ActionRequest
  readonly chosen: Chosen | undefined
  readonly onChoose: (chosen: Chosen | undefined) => void
}) {
  const { connectionId, provider, action } = request
  const { data, error, refetch } = useQuery({
    queryKey: [connectionId, 'choices', action],
    queryFn: ({ signal }) => choice.load(signal),
  })
  const select = useRef<HTMLSelectElement>(null)
  const { label } = choice
  const { choice: before } = request
  // What a run before had can be chosen whether or not it is still offered: the answer tells.
  const isOffered = !before || data?.some(({ id }) => id === before.id)
  const options = [...(isOffered ? [] : [before]), ...(data ?? [])]

  function retry() {
    // The button goes.
    select.current?.focus()
    refetch()
  }
  return (
    <Field
      label={label}
      aside={data || error ? 'optional' : 'optional, still being read'}
      className="flex-1"
      hint={
        <>
          {choice.hint}
          {data?.length === 0 && ' There is nothing else to choose.'}
        </>
      }
      error={
        error && !data
          ? `What can be chosen could not be read. ${reasonFor(failureOf(error), { provider: provider.name })}`
          : undefined
      }
    >
      {control => (
        <div className="flex gap-2">
          <Select
            {...control}
            ref={select}
            value={chosen?.id ?? ''}
            options={[
              { value: '', label: choice.none },
              ...options.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ target: { value } }) => {
              const option = options.find(({ id }) => id === value)
              onChoose(option && { label, id: option.id, name: option.name })
            }}
          />
          {error && !data && <Button onClick={retry}>Retry</Button>}
        </div>
      )}
    </Field>
  )
}
