import * as z from 'zod/mini'
import type { Contact, ContactEditing, ContactKind, ContactValues } from '../administration'
import { flag, listOf, type Parsed, parsed, text } from '../parsing'
import type { Client } from './client'
import { withFieldIds } from './fieldErrors'
import { profileRight } from './rights'
import { emailsInOrder } from './user'

const spelt: Readonly<Record<string, string>> = {
  'work Fax': 'Work fax',
  whatsapp: 'WhatsApp',
  xing: 'XING',
  linkedIn: 'LinkedIn',
  gitHub: 'GitHub',
}

/** Types, subtypes and limits as documented. https://developers.awork.com/apiv1/user-contact-infos */
export const contactKinds: readonly ContactKind[] = [
  kind('email', 'E-mail', ['work', 'private', 'other']),
  kind('phone', 'Phone', ['work', 'mobile', 'home', 'work Fax', 'fax', 'other']),
  {
    ...kind('address', 'Address', ['work', 'home', 'other']),
    isAddress: true,
    addressLimits: {
      addressLine1: 1000,
      addressLine2: 100,
      zipCode: 100,
      city: 100,
      state: 100,
      country: 2,
    },
  },
  kind('messenger', 'Messenger', ['skype', 'whatsapp', 'other']),
  kind('social', 'Social network', [
    'facebook',
    'twitter',
    'xing',
    'linkedIn',
    'instagram',
    'pinterest',
    'other',
  ]),
  kind('urls', 'Web address', ['work', 'private', 'gitHub', 'other']),
  { ...kind('custom', 'Custom', []), isLabelled: true },
]

function kind(type: string, label: string, subTypes: readonly string[]): ContactKind {
  return {
    type,
    label,
    subTypes: subTypes.map(value => ({ value, label: spelt[value] ?? capital(value) })),
    isAddress: false,
    isLabelled: false,
    maxLength: 1000,
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const contactsWire = z.object({
  userContactInfos: listOf(
    z.object({
      id: z.string().check(z.minLength(1)),
      type: text,
      subType: text,
      label: text,
      value: text,
      isAddress: flag,
      addressLine1: text,
      addressLine2: text,
      zipCode: text,
      city: text,
      state: text,
      country: text,
    }),
  ),
})

/** All of them are in the user; nothing is said of a limit there. */
export function toContacts(wire: unknown): Parsed<readonly Contact[]> {
  return parsed(contactsWire, wire, ({ userContactInfos }) => {
    const infos = userContactInfos ?? []
    const shown = emailsInOrder(infos)[0]
    return infos.map(info => ({
      id: info.id,
      type: info.type ?? '',
      subType: info.subType || undefined,
      label: info.label || undefined,
      value: info.value || undefined,
      address: info.isAddress
        ? {
            addressLine1: info.addressLine1 ?? '',
            addressLine2: info.addressLine2 || undefined,
            zipCode: info.zipCode || undefined,
            city: info.city || undefined,
            state: info.state || undefined,
            country: info.country || undefined,
          }
        : undefined,
      isShownEmail: info === shown,
    }))
  })
}

export function contactEditing(client: Client, userId: string): ContactEditing {
  const all = `/users/${encodeURIComponent(userId)}/contactinfo`
  const one = (id: string) => `${all}/${encodeURIComponent(id)}`
  const right = profileRight
  return {
    add: async (values, signal) => {
      const body = toForm(values)
      const sending = client.call({ method: 'POST', path: all, body, signal, right })
      await withFieldIds(formFields, sending)
    },
    change: async (id, values, signal) => {
      const body = toForm(values)
      const sending = client.call({ method: 'PUT', path: one(id), body, signal, right })
      await withFieldIds(formFields, sending)
    },
    remove: async (id, signal) => {
      await client.call({ method: 'DELETE', path: one(id), signal, right })
    },
  }
}

const addressFields = [
  'addressLine1',
  'addressLine2',
  'zipCode',
  'city',
  'state',
  'country',
] as const
const formFields = ['type', 'subType', 'label', 'value', ...addressFields]

/** Every field is sent: what is not would be emptied, or kept, and neither is documented. */
function toForm({ type, subType, label, value, address }: ContactValues) {
  return {
    type,
    subType: subType || null,
    label: label || null,
    value: value || null,
    isAddress: address !== undefined,
    ...Object.fromEntries(addressFields.map(field => [field, address?.[field] || null])),
  }
}
