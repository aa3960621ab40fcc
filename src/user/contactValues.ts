import type { ContactKind, ContactValues } from '../providers/administration'
import { emptyAddress } from './contactMatch'

/** What a form for a new contact begins with. */
export function emptyFor(kind: ContactKind | undefined): ContactValues {
  return {
    type: kind?.type ?? '',
    subType: kind?.subTypes[0]?.value,
    label: undefined,
    value: '',
    address: kind?.isAddress ? emptyAddress : undefined,
  }
}

/** As it is sent: an address has no value, and nothing begins or ends with blanks. */
export function tidy({ type, subType, label, value, address }: ContactValues): ContactValues {
  const text = (part: string | undefined) => part?.trim() || undefined
  return {
    type,
    subType: text(subType),
    label: text(label),
    value: address ? undefined : text(value),
    address: address && {
      addressLine1: address.addressLine1.trim(),
      addressLine2: text(address.addressLine2),
      zipCode: text(address.zipCode),
      city: text(address.city),
      state: text(address.state),
      country: text(address.country)?.toUpperCase(),
    },
  }
}
