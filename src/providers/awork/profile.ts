import * as z from 'zod/mini'
import type { ProfileField, ProfileValues } from '../administration'
import { type Parsed, parsed, text } from '../parsing'
import { instantOf } from './wire'

/** The seven fields of awork's `UserForm` with its limits. https://developers.awork.com/apiv1/users */
export const profileFields: readonly ProfileField[] = [
  written('firstName', 'First name', 1000, true),
  written('lastName', 'Last name', 1000, true),
  written('title', 'Title', 100),
  written('position', 'Position', 1000),
  // The values of awork's invitations; a profile takes any up to 25 characters.
  chosen(
    'gender',
    'Gender',
    [
      ['female', 'Female'],
      ['male', 'Male'],
      ['other', 'Other'],
    ],
    true,
  ),
  {
    id: 'birthDate',
    label: 'Birthday',
    type: 'date',
    maxLength: undefined,
    choices: [],
    suggested: false,
  },
  // The two that awork speaks: https://support.awork.com/en/articles/5356455
  chosen('language', 'Language', [
    ['en-GB', 'English'],
    ['de-DE', 'German'],
  ]),
]

export const profileFieldIds = profileFields.map(({ id }) => id)

function written(id: string, label: string, maxLength: number, suggested = false): ProfileField {
  return { id, label, type: 'text', maxLength, choices: [], suggested }
}

function chosen(
  id: string,
  label: string,
  choices: readonly (readonly [string, string])[],
  suggested = false,
): ProfileField {
  const offered = choices.map(([value, label]) => ({ value, label }))
  return { id, label, type: 'choice', maxLength: 25, choices: offered, suggested }
}

const profileWire = z.object({
  firstName: text,
  lastName: text,
  title: text,
  position: text,
  gender: text,
  birthDate: text,
  language: text,
})

export type Profile = {
  readonly values: ProfileValues
  /** The birthday as awork has it, to the second. */
  readonly birthInstant: string | undefined
}

export function toProfile(wire: unknown): Parsed<Profile> {
  const profile = parsed(profileWire, wire, ({ birthDate, ...fields }) => {
    const entries = Object.entries(fields).map(([id, value]) => [id, value || undefined] as const)
    const birthInstant = instantOf(birthDate)
    const values = { ...Object.fromEntries(entries), birthDate: dayOf(birthInstant) }
    return { values, birthInstant, isOdd: Boolean(birthDate) && birthInstant === undefined }
  })
  // What is there but cannot be read would be emptied by the next save.
  return profile.ok && profile.value.isOdd ? { ok: false, field: 'birthDate' } : profile
}

/**
 * The day whose midnight in UTC is nearest: a birthday that was entered as midnight in Berlin or New York is kept some
 * hours off.
 */
function dayOf(instant: string | undefined): string | undefined {
  if (instant === undefined) return undefined
  const day = 24 * 60 * 60 * 1000
  return new Date(Math.round(Date.parse(instant) / day) * day).toISOString().slice(0, 10)
}

/** All seven, because a missing one would be emptied. @param last the birthday as it was read, to go back as it was */
export function toUserForm(values: ProfileValues, last: string | undefined) {
  const blank = (id: string) => (values[id]?.trim() ? (values[id] ?? null) : null)
  const birthDay = blank('birthDate')
  return {
    ...Object.fromEntries(profileFieldIds.map(id => [id, blank(id)])),
    birthDate:
      birthDay === null ? null : birthDay === dayOf(last) ? last : `${birthDay}T00:00:00.000Z`,
  }
}

const suggestionWire = z.nullish(z.object({ firstName: text, lastName: text, gender: text }))

/** 204 or nothing in it: awork makes nothing of the address. */
export function toSuggestion(wire: unknown): Parsed<ProfileValues | undefined> {
  return parsed(suggestionWire, wire, suggestion => {
    const found = Object.entries(suggestion ?? {}).flatMap(([id, value]) =>
      value ? [[id, value] as const] : [],
    )
    return found.length > 0 ? Object.fromEntries(found) : undefined
  })
}
