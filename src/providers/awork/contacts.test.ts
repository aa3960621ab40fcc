import { describe, expect, it } from 'vitest'
import type { ContactValues } from '../administration'
import {
  able,
  administrationOf,
  createStage,
  failureOf,
  never,
  recordNamed,
  type Stage,
  writes,
} from './sandbox.test.stage'

const phone: ContactValues = {
  type: 'phone',
  subType: 'work',
  label: undefined,
  value: '+49 30 5550 0199',
  address: undefined,
}

const none = { reason: 'There are no contacts' }

async function contactsOf(stage: Stage, name: string) {
  const administration = await administrationOf(await stage.connect('manager'))
  const read = () => recordNamed(stage, administration, name)
  const { user } = await read()
  return { user, read, editing: able(administration.contacts?.edit(user) ?? none) }
}

describe('contact infos', () => {
  it('are added, changed and removed, each with one write', async () => {
    const stage = createStage()
    const { user, read, editing } = await contactsOf(stage, 'Amara Okafor')
    await editing.add(phone, never)
    const added = (await read()).contacts.find(({ type }) => type === 'phone')
    if (!added) throw new Error('expected a phone')
    expect(added).toMatchObject(phone)
    await editing.change(added.id, { ...phone, subType: 'mobile', value: '1' }, never)
    const changed = (await read()).contacts.find(({ id }) => id === added.id)
    expect(changed).toMatchObject({ subType: 'mobile', value: '1' })
    await editing.remove(added.id, never)
    expect((await read()).contacts.map(({ type }) => type)).toEqual(['email'])
    expect(writes(stage)).toEqual([
      `POST /users/${user.id}/contactinfo`,
      `PUT /users/${user.id}/contactinfo/${added.id}`,
      `DELETE /users/${user.id}/contactinfo/${added.id}`,
    ])
  })

  it('may be an address, with its parts', async () => {
    const stage = createStage()
    const { read, editing } = await contactsOf(stage, 'Amara Okafor')
    const address = {
      addressLine1: 'Torstraße 140',
      addressLine2: undefined,
      zipCode: '10119',
      city: 'Berlin',
      state: undefined,
      country: 'DE',
    }
    await editing.add({ ...phone, type: 'address', value: undefined, address }, never)
    expect((await read()).contacts.find(({ type }) => type === 'address')).toMatchObject({
      address,
      value: undefined,
    })
  })

  it('may have a label of their own', async () => {
    const stage = createStage()
    const { read, editing } = await contactsOf(stage, 'Amara Okafor')
    await editing.add({ ...phone, type: 'custom', subType: undefined, label: 'Locker' }, never)
    expect((await read()).contacts.find(({ type }) => type === 'custom')).toMatchObject({
      label: 'Locker',
      subType: undefined,
    })
  })

  it('decide by their order and kind which e-mail is shown', async () => {
    const stage = createStage()
    const { read, editing } = await contactsOf(stage, 'Elif Demir')
    const [work] = (await read()).contacts
    if (!work) throw new Error('expected an e-mail')
    await editing.change(work.id, { ...work, subType: 'other' }, never)
    await editing.add({ ...phone, type: 'email', subType: 'work', value: 'new@a.example' }, never)
    const { user, contacts } = await read()
    expect(user.email).toBe('new@a.example')
    expect(contacts.filter(({ isShownEmail }) => isShownEmail).map(({ value }) => value)).toEqual([
      'new@a.example',
    ])
  })

  it('are refused per field, in our words for it', async () => {
    const stage = createStage()
    const { editing } = await contactsOf(stage, 'Amara Okafor')
    const failure = await failureOf(editing.add({ ...phone, value: undefined }, never))
    expect(failure.fieldErrors?.map(({ field }) => field)).toEqual(['value'])
    const address = { addressLine1: '', addressLine2: undefined, zipCode: undefined }
    const nowhere = { ...address, city: undefined, state: undefined, country: undefined }
    const noAddress = await failureOf(editing.add({ ...phone, address: nowhere }, never))
    expect(noAddress.fieldErrors?.map(({ field }) => field)).toEqual(['addressLine1'])
  })

  it('that are gone fail as not found', async () => {
    const stage = createStage()
    const { editing } = await contactsOf(stage, 'Amara Okafor')
    const id = '00000000-0000-4000-8000-000000000000'
    expect((await failureOf(editing.remove(id, never))).kind).toBe('notFound')
    expect((await failureOf(editing.change(id, phone, never))).kind).toBe('notFound')
  })

  it('are offered with the documented types and subtypes', async () => {
    const { contacts } = await administrationOf(await createStage().connect('support'))
    const kinds = contacts?.kinds.map(({ type, subTypes }) => [
      type,
      subTypes.map(({ value }) => value).join(),
    ])
    expect(kinds).toEqual([
      ['email', 'work,private,other'],
      ['phone', 'work,mobile,home,work Fax,fax,other'],
      ['address', 'work,home,other'],
      ['messenger', 'skype,whatsapp,other'],
      ['social', 'facebook,twitter,xing,linkedIn,instagram,pinterest,other'],
      ['urls', 'work,private,gitHub,other'],
      ['custom', ''],
    ])
    expect(contacts?.kinds.filter(kind => kind.isAddress).map(({ type }) => type)).toEqual([
      'address',
    ])
    expect(contacts?.kinds.filter(kind => kind.isLabelled).map(({ type }) => type)).toEqual([
      'custom',
    ])
  })
})
