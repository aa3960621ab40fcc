import type { Administration, UserRecord } from '../providers/administration'
import { DialogSection } from '../ui/DialogSection'
import { FormDialog } from '../ui/FormDialog'
import { Notice } from '../ui/Notice'
import { nameInWords } from '../ui/nameInWords'
import { FormProblem } from './FormProblem'
import type { Ground } from './ground'
import { ProfileFieldInput } from './ProfileFieldInput'
import { ProfileSuggestion } from './ProfileSuggestion'
import { labelsOf, useProfileForm } from './profileForm'

/** The profile to be changed: what is saved is what a read afterwards shows. */
export function ProfileDialog({
  record,
  administration,
  ground,
  onClose,
}: {
  readonly record: UserRecord
  readonly administration: Administration
  readonly ground: Ground
  readonly onClose: () => void
}) {
  const { fields } = administration.profile
  const form = useProfileForm(record, administration, ground, onClose)
  const refused = fields.flatMap(({ id, label }) => {
    const message = form.problem && form.errors[id]
    return message ? [{ label, message }] : []
  })
  return (
    <FormDialog
      title={`Edit ${nameInWords(record.user.name)}`}
      verb="Save"
      isDirty={form.isDirty}
      saving={form.isSaving ? 'Being saved' : undefined}
      disabledReason={form.obstacle}
      onSubmit={form.save}
      onClose={onClose}
    >
      {form.problem && <FormProblem words={form.problem} fields={refused} />}
      {form.conflicts.length > 0 && (
        <DialogSection>
          <Notice tone="amber" role="alert">
            Somebody else has changed this user since you opened the form. Nothing is saved yet:
            choose what is to stay.
          </Notice>
        </DialogSection>
      )}
      {form.kept.length > 0 && (
        <DialogSection>
          <Notice tone="blue" role="status">
            Changed by somebody else meanwhile, and kept: {labelsOf(fields, form.kept).join(', ')}.
          </Notice>
        </DialogSection>
      )}
      <ProfileSuggestion record={record} fields={fields} form={form} ground={ground} />
      <DialogSection className="grid grid-cols-2 gap-x-4 gap-y-3 phone:grid-cols-1">
        {fields.map(field => (
          <ProfileFieldInput key={field.id} field={field} form={form} />
        ))}
      </DialogSection>
    </FormDialog>
  )
}
