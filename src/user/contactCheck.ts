import type { ContactKind, ContactValues } from '../providers/administration'
import { addressParts } from './contactMatch'

const countryCode = /^[a-z]{2}$/i

/** What is missing or too much, by field: those of the form are the keys of `ContactValues` and `Address`. */
export function checkContact(
  { value, label, address }: ContactValues,
  kind: ContactKind | undefined,
): Readonly<Record<string, string>> {
  const errors: [string, string][] = []
  const add = (field: string, message: string | undefined) => {
    if (message) errors.push([field, message])
  }
  if (address) {
    if (!address.addressLine1.trim()) add('addressLine1', 'An address needs its first line.')
    const country = address.country?.trim() ?? ''
    if (country && !countryCode.test(country))
      add('country', 'Two letters, such as DE: the code of ISO 3166.')
    for (const { id } of addressParts) {
      if (id === 'country') continue
      add(id, tooMuch(address[id], kind?.addressLimits?.[id]))
    }
  } else {
    if (!value?.trim()) add('value', 'Cannot be empty.')
    add('value', tooMuch(value, kind?.maxLength))
  }
  if (kind?.isLabelled) {
    if (!label?.trim()) add('label', 'Needs a name of its own.')
    add('label', tooMuch(label, kind.maxLength))
  }
  return Object.fromEntries(errors)
}

function tooMuch(text: string | undefined, limit: number | undefined): string | undefined {
  const { length } = text ?? ''
  return limit !== undefined && length > limit
    ? `At most ${limit} characters; these are ${length}.`
    : undefined
}
