import { expect, it } from 'vitest'
import { emptyDirectory, withUsers } from '../directory/directory'
import { wordsOf } from '../directory/fold'
import { fakeProvider, fakeUser } from '../runs/fakeProvider'
import { namedCommands, type Place, selectionCommands } from './people'

const anna = fakeUser({ id: 'u1', name: 'Anna Adler', emails: ['anna@acme.example'] })
const johanna = fakeUser({ id: 'u2', name: 'Abel Johanna', status: 'deactivated' })
const crowd = Array.from({ length: 20 }, (_, at) => fakeUser({ id: `b${at}`, name: 'Berta Bo' }))

function placeOf(rest: Partial<Place> = {}): Place {
  const provider = fakeProvider({ administration: { run: () => Promise.reject(new Error()) } })
  return {
    connectionId: 'acme',
    name: 'Acme',
    provider,
    directory: withUsers(emptyDirectory(provider), [johanna, anna, ...crowd]),
    isCurrent: true,
    isOneOfSeveral: false,
    go: () => undefined,
    ...rest,
  }
}

const found = (text: string, place = placeOf()) =>
  namedCommands(place, wordsOf(text)).commands.map(({ label, subject }) => `${label} ${subject}`)

it('takes the words of a command for the command and the others for a name, in any order', () => {
  expect(found('deactivate anna adler')).toEqual(['Deactivate… Anna Adler'])
  expect(found('adler deac')).toEqual(['Deactivate… Anna Adler'])
  expect(found('copy id anna@acme.example')).toEqual(['Copy id Anna Adler'])
})

it('puts those first whose name begins with what was typed, and what can be done before what cannot', () => {
  expect(found('open anna').slice(0, 2)).toEqual(['Open Anna Adler', 'Open Abel Johanna'])
  const commands = namedCommands(placeOf(), ['deactivate', 'an']).commands
  expect(commands.map(({ subject, disabledReason }) => [subject, disabledReason])).toEqual([
    ['Anna Adler', undefined],
    ['Abel Johanna', 'Already deactivated'],
  ])
})

it('offers everything for one person, and only their page for several', () => {
  expect(found('adler')).toContain('Delete… Anna Adler')
  expect(found('anna')).toEqual(['Open Anna Adler', 'Open Abel Johanna'])
})

it('says how many match where it does not show them all', () => {
  const { commands, more } = namedCommands(placeOf(), ['archive', 'berta'])
  expect(commands).toHaveLength(8)
  expect(more).toBe(20)
  expect(namedCommands(placeOf(), ['archive', 'anna']).more).toBeUndefined()
})

it('looks into another connection only where that is named', () => {
  const elsewhere = placeOf({ name: 'Nordwind', isCurrent: false })
  expect(found('deactivate adler', elsewhere)).toEqual([])
  expect(found('deactivate adler nord', elsewhere)).toEqual(['Deactivate… Anna Adler'])
  expect(found('nordwind', elsewhere)).toEqual([])
  expect(found('deactivate adler acme')).toEqual(['Deactivate… Anna Adler'])
})

it('acts on a selection as a whole, and says what to do without one', () => {
  const [activate, deactivate] = selectionCommands([anna, johanna], placeOf())
  expect(activate?.subject).toBe('2 selected users')
  expect(activate?.disabledReason).toBeUndefined()
  expect(deactivate?.disabledReason).toBeUndefined()
  const [none] = selectionCommands([], placeOf())
  expect(none?.disabledReason).toBe('Go on with a name or an e-mail, or select users first')
})
