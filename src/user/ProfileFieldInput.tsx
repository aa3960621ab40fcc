import { useId } from 'react'
import type { ProfileField } from '../providers/administration'
import { Field } from '../ui/Field'
import { Select, type SelectOption } from '../ui/Select'
import { TextInput } from '../ui/TextInput'
import type { ProfileForm } from './profileForm'
import { profileText } from './profileWords'

/** One field of the profile, and where two have changed it, which of the two it is to be. */
export function ProfileFieldInput({
  field,
  form,
}: {
  readonly field: ProfileField
  readonly form: ProfileForm
}) {
  const { id, label, type } = field
  const group = useId()
  const value = form.values[id] ?? ''
  const conflict = form.conflicts.find(each => each.field === id)
  return (
    <div className="min-w-0">
      <Field label={label} error={form.errors[id]}>
        {control => {
          const shared = {
            ...control,
            value,
            autoComplete: 'off',
            onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
              form.change(id, event.currentTarget.value),
          }
          switch (type) {
            case 'text':
              return <TextInput {...shared} />
            case 'date':
              return <TextInput {...shared} type="date" max="9999-12-31" />
            case 'choice':
              return <Select {...shared} options={optionsFor(field, value)} />
          }
        }}
      </Field>
      {conflict && (
        <fieldset className="mt-1.5 rounded-6 border border-amber-line bg-amber-bg px-2.5 py-1.5 text-13">
          <legend className="sr-only">{label}: mine or theirs</legend>
          {(['mine', 'theirs'] as const).map(choice => (
            <label
              key={choice}
              htmlFor={`${group}${choice}`}
              className="flex min-h-7 cursor-pointer items-center gap-2 phone:min-h-11"
            >
              <input
                type="radio"
                id={`${group}${choice}`}
                name={group}
                checked={form.choices[id] === choice}
                onChange={() => form.choose(conflict, choice)}
                className="accent-accent"
              />
              <span className="min-w-0 wrap-anywhere">
                {choice === 'mine' ? 'Mine: ' : 'Theirs: '}
                <bdi>{profileText(field, conflict[choice]) ?? 'empty'}</bdi>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

/** Also what is set and not among the choices. */
function optionsFor({ choices }: ProfileField, value: string): readonly SelectOption[] {
  const known = choices.some(choice => choice.value === value)
  const own = value === '' || known ? [] : [{ value, label: value }]
  return [{ value: '', label: '–' }, ...choices, ...own]
}
