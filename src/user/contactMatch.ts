import type { Address, Contact, ContactValues } from '../providers/administration'

export const emptyAddress: Address = {
  addressLine1: '',
  addressLine2: undefined,
  zipCode: undefined,
  city: undefined,
  state: undefined,
  country: undefined,
}

export const addressParts = [
  { id: 'addressLine1', label: 'Address, first line' },
  { id: 'addressLine2', label: 'Address, second line' },
  { id: 'zipCode', label: 'Postal code' },
  { id: 'city', label: 'City' },
  { id: 'state', label: 'State' },
  { id: 'country', label: 'Country' },
] as const satisfies readonly { readonly id: keyof Address; readonly label: string }[]

/** The same to whoever reads them: empty and missing are one, and so are `de` and `DE`. */
export function isSameContact(one: ContactValues, other: ContactValues): boolean {
  return spell(one) === spell(other)
}

/** One that says this and was not there before: somebody else's, or an older one, proves nothing. */
export function findAdded(
  wanted: ContactValues,
  before: readonly Contact[],
  now: readonly Contact[],
): Contact | undefined {
  const known = new Set(before.map(({ id }) => id))
  return now.find(contact => !known.has(contact.id) && isSameContact(contact, wanted))
}

function spell({ type, subType, label, value, address }: ContactValues): string {
  const text = (part: string | undefined) => part?.trim() ?? ''
  const parts = address
    ? addressParts.map(({ id }) =>
        id === 'country' ? text(address[id]).toUpperCase() : text(address[id]),
      )
    : [text(value)]
  return JSON.stringify([type, text(subType), text(label), Boolean(address), ...parts])
}
