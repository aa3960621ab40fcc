import type { Address, ContactKind, ContactValues } from '../providers/administration'

/** "E-mail, work"; what somebody named themselves goes by that name. */
export function contactTerm(contact: ContactValues, kinds: readonly ContactKind[]): string {
  const kind = kinds.find(({ type }) => type === contact.type)
  const subType = kind?.subTypes.find(({ value }) => value === contact.subType)?.label
  if (contact.label) return contact.label
  const first = kind?.label ?? (contact.type || 'Contact')
  const second = subType?.toLowerCase() ?? contact.subType
  return second ? `${first}, ${second}` : first
}

export function contactText({ value, address }: ContactValues): string {
  return address ? addressText(address) : (value ?? '')
}

/** "Ringstraße 4, 10115 Berlin, DE" */
function addressText(address: Address): string {
  const { addressLine1, addressLine2, zipCode, city, state, country } = address
  const town = [zipCode, city].filter(Boolean).join(' ')
  return [addressLine1, addressLine2, town, state, country].filter(Boolean).join(', ')
}
