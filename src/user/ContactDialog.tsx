import type { Contact, Contacts, UserRecord } from '../providers/administration'
import { DialogSection } from '../ui/DialogSection'
import { Field } from '../ui/Field'
import { FormDialog } from '../ui/FormDialog'
import { nameInWords } from '../ui/nameInWords'
import { Select, type SelectOption } from '../ui/Select'
import { TextInput } from '../ui/TextInput'
import { useContactForm } from './contactForm'
import { addressParts } from './contactMatch'
import { FormProblem } from './FormProblem'
import type { Ground } from './ground'

/** One way to reach somebody, added or changed. */
export function ContactDialog({
  record,
  contact,
  contacts,
  ground,
  onClose,
}: {
  readonly record: UserRecord
  /** `undefined`: a new one. */
  readonly contact: Contact | undefined
  readonly contacts: Contacts
  readonly ground: Ground
  readonly onClose: () => void
}) {
  const form = useContactForm(record, contact, contacts, ground, onClose)
  const { values, kind, kinds, errors } = form
  const types = kinds.map(({ type, label }) => ({ value: type, label }))
  const subTypes = kind?.subTypes ?? []
  return (
    <FormDialog
      title={
        contact
          ? `Change a contact of ${nameInWords(record.user.name)}`
          : `Add a contact of ${nameInWords(record.user.name)}`
      }
      verb={contact ? 'Save' : 'Add'}
      isDirty={form.isDirty}
      saving={form.isSaving ? 'Being saved' : undefined}
      disabledReason={contact && !form.isDirty ? 'Nothing is changed' : undefined}
      onSubmit={form.save}
      onClose={onClose}
    >
      {form.problem && (
        <FormProblem
          words={form.problem}
          fields={Object.entries(errors).map(([field, message]) => ({
            label: labels[field] ?? field,
            message,
          }))}
        />
      )}
      <DialogSection className="grid grid-cols-2 gap-x-4 gap-y-3 phone:grid-cols-1">
        <Field label={labels['type'] ?? ''} error={errors['type']}>
          {control => (
            <Select
              {...control}
              value={values.type}
              options={withOwn(types, values.type)}
              onChange={event => form.changeType(event.currentTarget.value)}
            />
          )}
        </Field>
        {(subTypes.length > 0 || values.subType) && (
          <Field label={labels['subType'] ?? ''} error={errors['subType']}>
            {control => (
              <Select
                {...control}
                value={values.subType ?? ''}
                options={[{ value: '', label: '–' }, ...withOwn(subTypes, values.subType ?? '')]}
                onChange={event => form.change({ subType: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
        {(kind?.isLabelled || values.label !== undefined) && (
          <Field label={labels['label'] ?? ''} error={errors['label']}>
            {control => (
              <TextInput
                {...control}
                value={values.label ?? ''}
                autoComplete="off"
                onChange={event => form.change({ label: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
        {values.address ? (
          addressParts.map(({ id, label }) => (
            <Field
              key={id}
              label={label}
              aside={id === 'country' ? 'two letters, such as DE' : undefined}
              error={errors[id]}
            >
              {control => (
                <TextInput
                  {...control}
                  value={values.address?.[id] ?? ''}
                  autoComplete="off"
                  onChange={event => form.changeAddress(id, event.currentTarget.value)}
                />
              )}
            </Field>
          ))
        ) : (
          <Field label={labels['value'] ?? ''} error={errors['value']} className="col-span-full">
            {control => (
              <TextInput
                {...control}
                value={values.value ?? ''}
                autoComplete="off"
                spellCheck={false}
                onChange={event => form.change({ value: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
      </DialogSection>
    </FormDialog>
  )
}

const labels: Readonly<Record<string, string>> = {
  type: 'Kind of contact',
  subType: 'Used for',
  label: 'Label',
  value: 'Value',
  ...Object.fromEntries(addressParts.map(({ id, label }) => [id, label])),
}

/** Also what is set and not among those offered. */
function withOwn(options: readonly SelectOption[], value: string): readonly SelectOption[] {
  const isKnown = value === '' || options.some(option => option.value === value)
  return isKnown ? options : [...options, { value, label: value }]
}
