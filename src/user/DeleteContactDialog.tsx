import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf } from '../http/failure'
import type { Contact, Contacts, UserRecord } from '../providers/administration'
import { realClock } from '../runs/clock'
import { DialogSection } from '../ui/DialogSection'
import { FormDialog } from '../ui/FormDialog'
import { Notice } from '../ui/Notice'
import { nameInWords } from '../ui/nameInWords'
import { toasts } from '../ui/toasts'
import { isSameContact } from './contactMatch'
import { contactTerm, contactText } from './contactWords'
import { FormProblem } from './FormProblem'
import type { Ground } from './ground'
import { notSaved, type OutcomeWords, outcomeWords, savedWords } from './outcomeWords'
import { contactsIn, readAgain } from './queries'
import { type Outcome, settleWrite } from './saving'

/** Asks before a contact goes, and says where it is used. */
export function DeleteContactDialog({
  record,
  contact: opened,
  contacts,
  ground: { connectionId, provider },
  onClose,
}: {
  readonly record: UserRecord
  readonly contact: Contact
  readonly contacts: Contacts
  readonly ground: Ground
  readonly onClose: () => void
}) {
  const queries = useQueryClient()
  /** As the operator sees it. */
  const [contact, setContact] = useState(opened)
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<OutcomeWords>()
  const term = contactTerm(contact, contacts.kinds)
  const [, next] = record.user.emails
  const isTwice = record.contacts.some(
    ({ id, type, value }) =>
      id !== contact.id && type === contact.type && value?.trim() === contact.value?.trim(),
  )

  const fail = (outcome: Exclude<Outcome, { readonly state: 'saved' }>) =>
    setProblem(outcomeWords(outcome, provider.name, 'delete this contact', [], 'deleted'))

  async function contactNow(): Promise<Contact | undefined> {
    const now = await readAgain(queries, connectionId, provider, record.user.id)
    return contactsIn(now).find(({ id }) => id === opened.id)
  }

  async function remove() {
    const editing = contacts.edit(record.user)
    if ('reason' in editing) return setProblem(notSaved(editing.reason, { done: 'deleted' }))
    setSaving(true)
    setProblem(undefined)
    try {
      const now = await contactNow()
      if (now && !isSameContact(now, contact)) {
        setContact(now)
        const detail = 'It is now as below. Delete again to delete that.'
        const reason = 'Somebody else has changed it meanwhile.'
        return setProblem(notSaved(reason, { done: 'deleted', detail }))
      }
      const outcome =
        now &&
        (await settleWrite(
          () => editing.run.remove(contact.id, new AbortController().signal),
          async () => (await contactNow()) === undefined,
        ))
      if (outcome && outcome.state !== 'saved') return fail(outcome)
      toasts.show(
        outcome
          ? savedWords('Contact deleted', outcome, provider.name)
          : 'Already so: this contact is no longer there.',
      )
      // The cache tells the page a moment later. Before that the focus would return to a button that is about to go.
      await realClock.wait(0)
      onClose()
    } catch (error) {
      fail({ state: 'notSaved', why: 'refused', failure: failureOf(error) })
    } finally {
      setSaving(false)
    }
  }

  return (
    <FormDialog
      title={
        <>
          Delete <bdi>{nameInWords(term)}</bdi>?
        </>
      }
      verb="Delete"
      variant="danger"
      isDirty={false}
      saving={isSaving ? 'Being deleted' : undefined}
      onSubmit={remove}
      onClose={onClose}
    >
      {problem && <FormProblem words={problem} fields={[]} />}
      <DialogSection>
        <p className="wrap-anywhere">
          <bdi>{contactText(contact)}</bdi>
        </p>
        {contact.isShownEmail && !isTwice && (
          <Notice tone="amber" className="mt-3">
            The table of users shows this e-mail.{' '}
            {next ? (
              <>
                After this it shows <bdi>{next}</bdi>.
              </>
            ) : (
              'It is the only one: after this there is none.'
            )}
          </Notice>
        )}
      </DialogSection>
    </FormDialog>
  )
}
