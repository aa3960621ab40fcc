import { describe, expect, it } from 'vitest'
import type { Contact, ContactKind, ContactValues } from '../providers/administration'
import { checkContact } from './contactCheck'
import { emptyAddress, findAdded, isSameContact } from './contactMatch'
import { contactTerm, contactText } from './contactWords'

const email: ContactKind = {
  type: 'email',
  label: 'E-mail',
  subTypes: [{ value: 'work', label: 'Work' }],
  isAddress: false,
  isLabelled: false,
  maxLength: 10,
}
const address: ContactKind = { ...email, type: 'address', label: 'Address', isAddress: true }
const custom: ContactKind = { ...email, type: 'custom', label: 'Custom', isLabelled: true }
const values = (more: Partial<ContactValues> = {}): ContactValues => ({
  type: 'email',
  subType: 'work',
  label: undefined,
  value: 'a@b.de',
  address: undefined,
  ...more,
})
const contact = (id: string, more: Partial<ContactValues> = {}): Contact => ({
  ...values(more),
  id,
  isShownEmail: false,
})

describe('a contact', () => {
  it('goes by its kind, or by the name somebody gave it', () => {
    expect(contactTerm(values(), [email])).toBe('E-mail, work')
    expect(contactTerm(values({ subType: undefined }), [email])).toBe('E-mail')
    expect(contactTerm(values({ type: 'pager', subType: 'old' }), [email])).toBe('pager, old')
    expect(contactTerm(values({ type: 'custom', label: 'Desk' }), [custom])).toBe('Desk')
  })

  it('shows an address on one line', () => {
    const at = { ...emptyAddress, addressLine1: 'Ringweg 4', zipCode: '10115', city: 'Berlin' }
    expect(contactText(values({ address: at }))).toBe('Ringweg 4, 10115 Berlin')
  })

  it('is the same whether something is empty or missing', () => {
    expect(isSameContact(values({ label: '' }), values())).toBe(true)
    expect(isSameContact(values({ value: 'c@d.de' }), values())).toBe(false)
    const [de, DE] = ['de', 'DE'].map(country =>
      values({ address: { ...emptyAddress, addressLine1: 'x', country } }),
    )
    expect(de && DE && isSameContact(de, DE)).toBe(true)
  })

  it('counts as added only when it was not there before', () => {
    const before = [contact('1')]
    expect(findAdded(values(), before, before)).toBeUndefined()
    expect(findAdded(values(), before, [...before, contact('2')])?.id).toBe('2')
    expect(findAdded(values(), before, [...before, contact('2', { value: 'z' })])).toBeUndefined()
  })
})

describe('what the form checks', () => {
  it('wants something, and not too much of it', () => {
    expect(checkContact(values(), email)).toEqual({})
    expect(checkContact(values({ value: ' ' }), email)).toEqual({ value: 'Cannot be empty.' })
    expect(checkContact(values({ value: 'x'.repeat(11) }), email)['value']).toContain('At most 10')
  })

  it('wants the first line of an address, and a country of two letters', () => {
    const given = values({ type: 'address', value: undefined, address: emptyAddress })
    expect(Object.keys(checkContact(given, address))).toEqual(['addressLine1'])
    const wrong = { ...emptyAddress, addressLine1: 'Ringweg 4', country: 'Germany' }
    expect(Object.keys(checkContact(values({ address: wrong }), address))).toEqual(['country'])
  })

  it('wants a name for what has no kind', () => {
    expect(Object.keys(checkContact(values({ type: 'custom' }), custom))).toEqual(['label'])
  })
})
