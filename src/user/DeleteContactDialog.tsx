import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contact, Contacts, UserRecord } from '../providers/administration'
import { realClock } from '../runs/clock'
import { DialogSection } from '../ui/DialogSection'
import { FormDialog } from '../ui/FormDialog'
import { Notice } from '../ui/Notice'
import { toasts } from '../ui/toasts'
import { contactTerm, contactText } from './contactWords'
import { FormProblem } from './FormProblem'
import type { Ground } from './ground'
import { notSaved, type OutcomeWords, outcomeWords } from './outcomeWords'
import { readAgain } from './queries'
import { settleWrite } from './saving'

/** Asks before a contact goes, and says where it is used. */
export function DeleteContactDialog({
  record,
  contact,
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
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<OutcomeWords>()
  const term = contactTerm(contact, contacts.kinds)
  const [, next] = record.user.emails

  async function remove() {
    const editing = contacts.edit(record.user)
    if ('reason' in editing) return setProblem(notSaved(editing.reason))
    setSaving(true)
    setProblem(undefined)
    try {
      const outcome = await settleWrite(
        () => editing.run.remove(contact.id, new AbortController().signal),
        async () => {
          const now = await readAgain(queries, connectionId, provider, record.user.id)
          return now.state === 'gone' || now.record.contacts.every(({ id }) => id !== contact.id)
        },
      )
      if (outcome.state !== 'saved')
        return setProblem(outcomeWords(outcome, provider.name, 'delete this contact'))
      toasts.show(
        outcome.remark
          ? 'Contact deleted: the answer was lost, and a read afterwards shows it.'
          : 'Contact deleted',
      )
      // The cache tells the page a moment later. Before that the focus would return to a button that is about to go.
      await realClock.wait(0)
      onClose()
    } finally {
      setSaving(false)
    }
  }

  return (
    <FormDialog
      title={
        <>
          Delete <bdi>{term}</bdi>?
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
        {contact.isShownEmail && (
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
