import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf } from '../http/failure'
import type {
  Address,
  Contact,
  ContactEditing,
  Contacts,
  ContactValues,
  UserRecord,
} from '../providers/administration'
import { toasts } from '../ui/toasts'
import { checkContact } from './contactCheck'
import { addressParts, emptyAddress, findAdded, isSameContact } from './contactMatch'
import { emptyFor, tidy } from './contactValues'
import { contactText } from './contactWords'
import type { Ground } from './ground'
import { notSaved, type OutcomeWords, outcomeWords, savedWords } from './outcomeWords'
import { contactsIn, readAgain } from './queries'
import { type Outcome, settleWrite } from './saving'

const formFields: readonly string[] = [
  'type',
  'subType',
  'label',
  'value',
  ...addressParts.map(({ id }) => id),
]

/**
 * One contact that is added or changed, and how it is saved.
 * @param contact `undefined`: a new one
 */
export function useContactForm(
  record: UserRecord,
  contact: Contact | undefined,
  contacts: Contacts,
  ground: Ground,
  onSaved: () => void,
) {
  const queries = useQueryClient()
  const { connectionId, provider } = ground
  const { kinds } = contacts
  const [base, setBase] = useState<ContactValues>(contact ?? emptyFor(kinds[0]))
  const [values, setValues] = useState(base)
  const [problem, setProblem] = useState<OutcomeWords>()
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({})
  const [isChecked, setChecked] = useState(false)
  const [isSaving, setSaving] = useState(false)
  /** From before a first try of which nobody knows whether it was carried out, or will be. */
  const [earlier, setEarlier] = useState<readonly Contact[]>()
  const kind = kinds.find(({ type }) => type === values.type)
  const wrong = checkContact(values, kind)
  const isDirty = !isSameContact(base, values)

  function change(changes: Partial<ContactValues>) {
    setValues(now => ({ ...now, ...changes }))
    setRefusals(now => without(now, Object.keys(changes)))
  }

  /** What was written in one kind goes along to another as far as it has a place there. */
  function changeType(type: string) {
    const next = kinds.find(each => each.type === type)
    change({
      type,
      subType: next?.subTypes[0]?.value,
      label: next?.isLabelled ? (values.label ?? '') : undefined,
      address: next?.isAddress ? (values.address ?? emptyAddress) : undefined,
    })
  }

  function changeAddress(part: keyof Address, text: string) {
    setValues(now => ({ ...now, address: { ...(now.address ?? emptyAddress), [part]: text } }))
    setRefusals(now => without(now, [part]))
  }

  function fail(outcome: Exclude<Outcome, { readonly state: 'saved' }>) {
    const of = outcome.failure?.fieldErrors?.filter(({ field }) => formFields.includes(field)) ?? []
    setRefusals(Object.fromEntries(of.map(({ field, message }) => [field, message])))
    setProblem(outcomeWords(outcome, provider.name, 'save this contact', formFields))
  }

  const read = async () =>
    contactsIn(await readAgain(queries, connectionId, provider, record.user.id))

  /** Whether it may be written: somebody else may have been there first. */
  function isAsShown(before: readonly Contact[]): boolean {
    if (!contact) return true
    const now = before.find(({ id }) => id === contact.id)
    if (now && (isSameContact(now, base) || isSameContact(now, values))) return true
    if (now) setBase(now)
    setProblem(
      now
        ? {
            title: 'Not saved: somebody else has changed this meanwhile.',
            detail: `It is now “${contactText(now)}”. Save again to overwrite it.`,
            traceId: undefined,
            help: undefined,
          }
        : {
            title: 'Not saved: this contact is no longer there.',
            detail: 'Somebody else has deleted it meanwhile. Add it anew if it is still needed.',
            traceId: undefined,
            help: undefined,
          },
    )
    return false
  }

  async function save() {
    setChecked(true)
    if (Object.keys(wrong).length > 0) return
    const editing = contacts.edit(record.user)
    if ('reason' in editing) return setProblem(notSaved(editing.reason))
    setSaving(true)
    setProblem(undefined)
    try {
      const before = await read()
      if (!isAsShown(before)) return
      const known = earlier ?? before
      if (!contact && findAdded(tidy(values), known, before)) {
        toasts.show('Already so: the try before this one has added the contact.')
        return onSaved()
      }
      const outcome = await send(editing.run, contact, tidy(values), known, read)
      if (mayFollow(outcome)) setEarlier(known)
      if (outcome.state !== 'saved') return fail(outcome)
      toasts.show(savedWords(contact ? 'Contact saved' : 'Contact added', outcome, provider.name))
      onSaved()
    } catch (error) {
      fail({ state: 'notSaved', why: 'refused', failure: failureOf(error) })
    } finally {
      setSaving(false)
    }
  }

  return {
    values,
    kind,
    kinds,
    errors: { ...refusals, ...(isChecked ? wrong : {}) },
    problem,
    isDirty,
    isSaving,
    change,
    changeType,
    changeAddress,
    save,
  }
}

function send(
  editing: ContactEditing,
  contact: Contact | undefined,
  values: ContactValues,
  known: readonly Contact[],
  read: () => Promise<readonly Contact[]>,
): Promise<Outcome> {
  const { signal } = new AbortController()
  if (!contact)
    return settleWrite(
      () => editing.add(values, signal),
      async () => findAdded(values, known, await read()) !== undefined,
    )
  return settleWrite(
    () => editing.change(contact.id, values, signal),
    async () => (await read()).some(now => now.id === contact.id && isSameContact(now, values)),
  )
}

/** What was sent may be carried out, or have been: sent once more it might be there twice. */
const mayFollow = (outcome: Outcome) =>
  outcome.state === 'notKnown' || (outcome.state === 'notSaved' && outcome.why !== 'refused')

const without = (errors: Readonly<Record<string, string>>, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)))
