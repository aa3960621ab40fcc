import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Failure, failureOf } from '../http/failure'
import { reasonFor } from '../http/words'
import type { Administration, ApiUser, ApiUserAdministration } from '../providers/administration'
import { realClock } from '../runs/clock'
import { useConnection } from '../session/SessionsContext'
import { DialogSection } from '../ui/DialogSection'
import { Field } from '../ui/Field'
import { FormDialog } from '../ui/FormDialog'
import { nameInWords } from '../ui/nameInWords'
import { Select } from '../ui/Select'
import { TextInput } from '../ui/TextInput'
import { apiUserQueries } from './queries'
import { RolePart } from './RolePart'
import { SaveProblem, type Unsaved } from './SaveProblem'
import { changeApiUser, createApiUser, type Outcome } from './saving'

/** Creates an API user, or changes the name and role of one. */
export function ApiUserDialog({
  apiUser,
  administration,
  roles,
  onSaved,
  onClose,
}: {
  /** `undefined`: a new one. */
  readonly apiUser: ApiUser | undefined
  readonly administration: ApiUserAdministration
  readonly roles: Administration['roles']
  /** `failure`: why there was no good answer, although it is saved. */
  readonly onSaved: (apiUser: ApiUser, failure: Failure | undefined) => void
  readonly onClose: () => void
}) {
  const { connection, provider } = useConnection()
  const queries = useQueryClient()
  const [opened, setOpened] = useState(apiUser)
  const [name, setName] = useState(apiUser?.name ?? '')
  const [roleId, setRoleId] = useState(apiUser?.roleId)
  const [clientId, setClientId] = useState(apiUser?.clientId ?? '')
  const [problem, setProblem] = useState<Unsaved>()
  const [saving, setSaving] = useState<string>()
  const [wasTried, setTried] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)
  const roleField = useRef<HTMLDivElement>(null)
  /** What the system refused, by field, until it is written in. */
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({})
  const [earlier, setEarlier] = useState<ReadonlySet<string>>()

  const clients = useQuery(apiUserQueries.clients(connection.id, administration))
  const fields = opened ? ['name', 'roleId'] : ['name', 'roleId', 'clientId']
  const accept = (field: string) => setRefusals(({ [field]: _, ...others }) => others)
  const missingName = wasTried && name.trim() === '' ? 'Enter a name.' : undefined
  const missingRole =
    wasTried && roleId === undefined
      ? 'Choose a role: without one it would become an admin.'
      : undefined
  const isCreated = problem?.came === 'otherwise'
  const isChanged =
    name !== (opened?.name ?? '') || roleId !== opened?.roleId || (!opened && clientId !== '')
  const isDirty = !isCreated && (isChanged || problem?.came === 'notKnown')

  async function take(work: Promise<Outcome>, words: string) {
    setSaving(words)
    const outcome = await work
    setSaving(undefined)
    const of = outcome.came === 'refused' ? outcome.failure.fieldErrors : undefined
    setRefusals(Object.fromEntries(of?.map(({ field, message }) => [field, message]) ?? []))
    void queries.invalidateQueries({
      queryKey: apiUserQueries.list(connection.id, administration).queryKey,
    })
    if (outcome.came === 'saved') return onSaved(outcome.apiUser, outcome.failure)
    if (outcome.came === 'notDone') setEarlier(outcome.before)
    setProblem(outcome)
  }

  function submit() {
    setTried(true)
    if (name.trim() === '') return nameField.current?.focus()
    if (roleId === undefined) return roleField.current?.querySelector('input')?.focus()
    // The dialog stays until it is settled, and a write is not called off: there is nothing to abort it.
    const { signal } = new AbortController()
    const ports = {
      list: () => administration.list(signal),
      wait: (ms: number) => realClock.wait(ms),
    }
    const { create, change } = administration
    const values = { name: name.trim(), roleId }
    if (opened && 'run' in change)
      void take(
        changeApiUser(opened, values, sent => change.run(opened.id, sent, signal), ports),
        'Saving',
      )
    else if (!opened && 'run' in create)
      void take(
        createApiUser(
          { ...values, clientId: clientId || undefined },
          provider.operator.id,
          sent => create.run(sent, signal),
          ports,
          earlier,
        ),
        'Creating',
      )
  }

  return (
    <FormDialog
      title={opened ? <>Change {nameInWords(opened.name)}</> : 'Create API user'}
      subtitle={
        opened
          ? undefined
          : 'An account for a program: what the program does is recorded as done by it.'
      }
      verb={opened ? 'Save' : 'Create'}
      isDirty={isDirty}
      saving={saving}
      disabledReason={
        whyNotSubmit(problem, isCreated && !opened) ??
        (opened && !isChanged ? 'Nothing is changed' : undefined)
      }
      onSubmit={submit}
      onClose={onClose}
    >
      {problem && (
        <SaveProblem
          outcome={problem}
          vendor={provider.name}
          action={opened ? 'change this API user' : 'create an API user'}
          fields={fields}
          onLook={look => void take(look(), 'Reading')}
          onTheirs={() => {
            if (problem.came !== 'conflict') return
            setName(problem.now.name)
            setRoleId(problem.now.roleId)
            setOpened(problem.now)
            setProblem(undefined)
          }}
          onMine={() => {
            if (problem.came === 'conflict') setOpened(problem.now)
            setProblem(undefined)
          }}
        />
      )}
      <DialogSection className="flex flex-col gap-3">
        <Field label="Name" error={missingName ?? refusals['name']}>
          {control => (
            <TextInput
              {...control}
              ref={nameField}
              aria-required="true"
              autoComplete="off"
              value={name}
              onChange={event => {
                setName(event.target.value)
                accept('name')
              }}
            />
          )}
        </Field>
        {!opened && (
          <Field
            label="Client application"
            hint="A key can be generated only with one, and it cannot be chosen later."
            error={
              refusals['clientId'] ??
              (clients.error
                ? `They could not be read. ${reasonFor(failureOf(clients.error), { provider: provider.name })}`
                : undefined)
            }
          >
            {control => (
              <Select
                {...control}
                value={clientId}
                options={[
                  { value: '', label: 'None' },
                  ...(clients.data ?? []).map(({ id, name: label }) => ({ value: id, label })),
                ]}
                onChange={event => {
                  setClientId(event.target.value)
                  accept('clientId')
                }}
              />
            )}
          </Field>
        )}
      </DialogSection>
      <DialogSection>
        <RolePart
          group={roleField}
          ability={roles}
          chosen={roleId}
          held={opened?.roleId}
          error={missingRole ?? refusals['roleId']}
          onChoose={id => {
            setRoleId(id)
            accept('roleId')
          }}
        />
      </DialogSection>
    </FormDialog>
  )
}

function whyNotSubmit(problem: Unsaved | undefined, isCreated: boolean): string | undefined {
  switch (problem?.came) {
    case 'notKnown':
      return 'Whether it was saved is not known: look again first.'
    case 'conflict':
      return 'Choose first whose change counts.'
    case 'gone':
      return 'The API user is no longer there.'
    case 'otherwise':
      return isCreated ? 'It has been created: change it from the list.' : undefined
    case 'refused':
    case 'notDone':
    case undefined:
      return undefined
  }
}
