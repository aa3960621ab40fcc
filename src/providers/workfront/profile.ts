import type { ProfileField, ProfileValues } from '../administration'
import type { Fields } from './fields'
import type { UserWire } from './user'

const written = (id: keyof typeof wireNames, label: string): ProfileField => ({
  id,
  label,
  type: 'text',
  // How long they may be is not documented: Workfront refuses what is too long.
  maxLength: undefined,
  choices: [],
  suggested: false,
})

const wireNames = {
  firstName: 'firstName',
  lastName: 'lastName',
  position: 'title',
  phone: 'phoneNumber',
} as const

/** Those that this tenant has. */
export function profileFields({ whyNot }: Fields): readonly ProfileField[] {
  const offer = (field: Parameters<typeof whyNot>[0], id: keyof typeof wireNames, label: string) =>
    whyNot(field) === undefined ? [written(id, label)] : []
  return [
    ...offer('firstName', 'firstName', 'First name'),
    ...offer('lastName', 'lastName', 'Last name'),
    written('position', 'Title'),
    ...offer('phoneNumber', 'phone', 'Phone'),
  ]
}

export function toProfile(wire: UserWire): ProfileValues {
  return Object.fromEntries(
    Object.entries(wireNames).map(([id, name]) => [id, wire[name] || undefined]),
  )
}

/** An edit touches what it names: so only what was changed is sent, and what is emptied goes as no text. */
export function changesOf(before: ProfileValues, values: ProfileValues) {
  const changed = Object.entries(wireNames).flatMap(([id, name]) => {
    const value = values[id]?.trim() ?? ''
    return id in values && value !== (before[id] ?? '') ? [[name, value] as const] : []
  })
  return Object.fromEntries(changed)
}
