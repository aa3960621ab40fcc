import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyUpdate,
  type Directory,
  emptyDirectory,
  finished,
  withoutUser,
} from '../directory/directory'
import { lookupOf } from '../directory/lookup'
import { crowd } from '../directory/testing/crowd'
import type { User } from '../providers/provider'
import { fakeProvider, fakeUser } from '../runs/fakeProvider'
import { type Cell, type Ground, match } from './match'
import { parse } from './parse'
import { goersOf, isTicked, placesOf } from './standing'
import { notListed } from './stays'
import { connectionWords, listWords } from './totals'
import type { LeaversGround } from './useGrounds'

const provider = fakeProvider()
const person = (id: string, name: string, values: Partial<User> = {}) =>
  fakeUser({ id, name, emails: [`${id}@acme.example`], readAt: 1, ...values })

function directoryOf(users: readonly User[]): Directory {
  return finished(applyUpdate(emptyDirectory(provider), { type: 'users', users }), 2)
}

function ground(id: string, users: readonly User[] | undefined, gap?: string): LeaversGround {
  const directory = users && directoryOf(users)
  return {
    id,
    name: id === 'acme' ? 'Acme' : 'Tower',
    provider,
    directory,
    lookup: directory && lookupOf(directory),
    gap,
    isMissing: false,
    isForGood: false,
  }
}

const [noChoices, noTicks] = [new Map<string, string>(), new Map<string, boolean>()]

const matchIn = (text: string, ...grounds: readonly Ground[]) =>
  match(
    parse(text, () => []),
    grounds,
  )

/** "anna by email" for each line in each connection. */
const told = (cell: Cell) => {
  switch (cell.outcome) {
    case 'found':
      return `${cell.user.id} by ${cell.by}${cell.doubt ? ', doubted' : ''}${cell.sameAs ? `, as on ${cell.sameAs}` : ''}`
    case 'several':
      return `${cell.users.map(({ id }) => id).join('/')} by ${cell.by}`
    case 'notFound':
    case 'notKnown':
      return cell.outcome
  }
}
const outcomes = (text: string, ...grounds: readonly Ground[]) =>
  matchIn(text, ...grounds).people.map(({ cells }) => cells.map(told).join(' | '))

const anna = person('anna', 'Anna Meier', { emails: ['anna@acme.example', 'a.meier@home.example'] })
const annaToo = person('anna-2', 'Änna  MEIER')
const zoe = person('zoë', 'Schütz, Zoë', { status: 'deactivated' })
const id = '5f0a1b2c3d4e5f60718293a4b5c6d7e8'
const bot = person(id, 'Sync', { kind: 'apiUser', emails: [] })

describe('a line', () => {
  it('matches by id, by any e-mail, then by exact name', () => {
    const acme = ground('acme', [anna, zoe, bot])
    expect(outcomes('A.Meier@HOME.example', acme)).toEqual(['anna by email'])
    expect(outcomes('meier, ANNÄ', acme)).toEqual(['anna by name'])
    expect(outcomes('Zoe Schutz', acme)).toEqual(['zoë by name'])
    expect(outcomes(id.toUpperCase(), acme)).toEqual([`${id} by id, doubted`])
    expect(outcomes('Anna Maier', acme)).toEqual(['notFound'])
  })

  it('is not settled by a guess', () => {
    const acme = ground('acme', [anna, annaToo])
    expect(outcomes('Anna Meier', acme)).toEqual(['anna/anna-2 by name'])
    expect(outcomes('Meier Anna', ground('acme', [anna]))).toEqual(['anna by nameTurned, doubted'])
    expect(outcomes('Anna Meier <other@x.example>', ground('acme', [anna]))).toEqual([
      'anna by name, doubted',
    ])
  })

  it('finds who is written without umlauts, and asks', () => {
    const jürgen = person('jürgen', 'Jürgen Müßig-Åsgård')
    const mueller = person('mueller', 'Kaethe Mueller')
    const acme = ground('acme', [jürgen, mueller, person('manuel', 'Manuel Roth')])
    expect(outcomes('Juergen Muessig-Aasgaard', acme)).toEqual(['jürgen by spelling, doubted'])
    expect(outcomes('Muessig-Aasgaard, Juergen', acme)).toEqual(['jürgen by spelling, doubted'])
    expect(outcomes('Käthe Müller', acme)).toEqual(['mueller by spelling, doubted'])
    expect(outcomes('Jurgen Mussig-Asgard', acme)).toEqual(['jürgen by name'])
    expect(outcomes('Manul Roth\nJuergen Mussig', acme)).toEqual(['notFound', 'notFound'])
    // Who is called exactly that is meant.
    const exact = ground('acme', [mueller, person('müller', 'Käthe Müller')])
    expect(outcomes('Käthe Müller', exact)).toEqual(['müller by name'])
  })

  it('finds a known name in a sentence, and does not take it for a leaver', () => {
    const acme = ground('acme', [anna, zoe])
    const text = 'Hi,\nplease give Anna Meier’s laptop to whoever needs it.'
    expect(outcomes(text, acme)).toEqual(['anna by sentence, doubted'])
    expect(matchIn(text, acme).nobody.map(({ line }) => line)).toEqual([1])
    for (const row of [
      'Please remove Meier, Anna today',
      'Meier;Anna;30 Nov',
      '7,Anna,Meier,30 Nov',
    ])
      expect(outcomes(row, acme)).toEqual(['anna by sentence, doubted'])
    expect(outcomes('Meier Anna leaves', acme)).toEqual([])
  })

  it('finds the same person elsewhere by the e-mail they have here', () => {
    const other = person('x', 'A. Meier', { emails: ['A.Meier@home.example'] })
    const acme = ground('acme', [{ ...anna, id }])
    expect(outcomes(id, acme, ground('tower', [other]))).toEqual([
      `${id} by id | x by emailElsewhere`,
    ])
    // A name is not enough for that.
    expect(outcomes('Anna Meier', acme, ground('tower', [other]))).toEqual([
      `${id} by name | notFound`,
    ])
  })

  it('says so when an earlier one was the same user', () => {
    const acme = ground('acme', [anna])
    expect(outcomes('Anna Meier\na.meier@home.example', acme)).toEqual([
      'anna by name',
      'anna by email, as on 1',
    ])
  })

  it('is not known, never “not found”, where the list is not all there', () => {
    const partial = ground('tower', [anna], 'A part of the list could not be read')
    expect(
      outcomes('Anna Meier\nBen Schulz', ground('acme', undefined, 'Being read'), partial),
    ).toEqual(['notKnown | anna by name', 'notKnown | notKnown'])
  })

  it('follows the list when somebody is renamed or gone', () => {
    const acme = ground('acme', [anna, zoe])
    const { directory } = acme
    if (!directory) throw new Error('There is a list')
    expect(outcomes('Anna Meier', acme)).toEqual(['anna by name'])
    const renamed = applyUpdate(directory, {
      type: 'users',
      users: [{ ...anna, name: 'Anna Roth', readAt: 3 }],
    })
    expect(outcomes('Anna Meier\nAnna Roth', { ...acme, lookup: lookupOf(renamed) })).toEqual([
      'notFound',
      'anna by name',
    ])
    const gone = withoutUser(renamed, 'anna', 4)
    expect(outcomes('anna@acme.example', { ...acme, lookup: lookupOf(gone) })).toEqual(['notFound'])
  })
})

describe('what is ticked', () => {
  const acme = ground('acme', [anna, zoe, bot, person('me', 'Ada Lindqvist', { isAdmin: true })])
  const places = (text: string) =>
    placesOf(matchIn(text, acme).people, [acme], noChoices).map(({ places: [place] }) => [
      place?.standing?.state,
      place && isTicked(place, acme, noTicks),
    ])

  it('is who was named without doubt and can be deactivated', () => {
    expect(
      places('Anna Meier\nZoë Schütz\nme@acme.example\nFrom: Anna Meier <anna@acme.example>'),
    ).toEqual([
      ['ready', true],
      ['inactive', false],
      ['blocked', false],
      ['ready', true],
    ])
    expect(places('Keep Anna Meier please, she stays')).toEqual([['ready', false]])
    expect(places(id)).toEqual([['ready', false]])
  })

  it('is not who is to be kept, whatever the other lines say', () => {
    const nobody = [
      ['ready', false],
      ['ready', false],
    ]
    expect(places('Keep Anna Meier\nAnna Meier')).toEqual(nobody)
    expect(places('Anna Meier\nPlease hand over to Anna Meier')).toEqual(nobody)
    expect(places('anna@acme.example\nanna@acme.example stays')).toEqual([['ready', false]])
  })

  it('is the same for one user on every line that names them, and what the run takes', () => {
    for (const text of [
      'From: me <anna@acme.example>\n\n- Anna Meier',
      'Keep Anna Meier\nAnna Meier',
      'Anna Meier\nAnna Meier stays until May',
      'From: me <anna@acme.example>\nPlease keep Anna Meier',
    ]) {
      const placed = placesOf(matchIn(text, acme).people, [acme], noChoices)
      const ticked = placed.flatMap(({ places }) =>
        places.map(place => isTicked(place, acme, noTicks)),
      )
      const [going] = goersOf(placed, [acme], noTicks)
      expect(placed.length).toBeGreaterThan(1)
      expect(new Set(ticked).size).toBe(1)
      expect(going?.users.length).toBe(ticked[0] ? 1 : 0)
      const key = `${acme.id} anna`
      expect(goersOf(placed, [acme], new Map([[key, false]]))[0]?.users).toEqual([])
    }
  })

  it('is said in words', () => {
    const matches = matchIn('Anna Meier\nMeier, Anna\nZoë Schütz\nNo One\nHi there', acme)
    expect(listWords(matches)).toBe(
      '5 lines: 3 people, 1 said more than once · 1 line names nobody',
    )
    expect(connectionWords(placesOf(matches.people, [acme], noChoices), 0)).toBe(
      '1 found, 1 already inactive, 1 not found',
    )
  })
})

describe('a list of those who stay', () => {
  it('shows who is not on it: people who can sign in, joined by e-mail, and nobody ticked', () => {
    const grounds = [
      ground('acme', [anna, annaToo, zoe, bot, person('ben', 'Ben Schulz')]),
      ground('tower', [
        person('b', 'Benjamin Schulz', { emails: ['BEN@acme.example'] }),
        person('lou', 'Lou Guest', { kind: 'external' }),
      ]),
    ]
    const missing = notListed(matchIn('Anna Meier', ...grounds).people, grounds)
    expect(missing.map(({ entry, cells }) => [entry.text, ...cells.map(told)])).toEqual([
      ['Ben Schulz', 'ben by absence, doubted', 'b by absence, doubted'],
      ['Lou Guest', 'notFound', 'lou by absence, doubted'],
    ])
    const all = placesOf(missing, grounds, noChoices).flatMap(({ places }) => places)
    expect(all.some(({ isSure }) => isSure)).toBe(false)
  })
})

describe('whoever is in the directory', () => {
  const users = crowd(300)
  const acme = ground('acme', users)
  const anybody = fc.constantFrom(...users)

  it('is found by id or by each e-mail, them or nobody', () => {
    fc.assert(
      fc.property(anybody, user => {
        for (const text of user.emails) {
          const [cell] = matchIn(text, acme).people[0]?.cells ?? []
          const found =
            cell?.outcome === 'found' ? [cell.user] : cell?.outcome === 'several' ? cell.users : []
          expect(found.length).toBeGreaterThan(0)
          expect(found.every(({ emails }) => emails.includes(text))).toBe(true)
        }
      }),
    )
  })

  it('is among those their name finds, turned and shouted, and nobody of another name is', () => {
    fc.assert(
      fc.property(anybody, fc.boolean(), fc.boolean(), (user, isTurned, isLoud) => {
        const turned = user.name.replace(/^(\S+) (.+)$/, '$2, $1')
        const text = isTurned ? turned : user.name
        const [first] = matchIn(isLoud ? text.toUpperCase() : text, acme).people
        const [cell] = first?.cells ?? []
        const found =
          cell?.outcome === 'found' ? [cell.user] : cell?.outcome === 'several' ? cell.users : []
        expect(found.map(({ id: one }) => one)).toContain(user.id)
        expect(new Set(found.map(({ name }) => name.toLowerCase())).size).toBe(1)
      }),
    )
  })

  it('nothing that is pasted is found in a list that is not there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, gap) => {
        for (const { cells } of matchIn(text, ground('acme', undefined, gap)).people)
          expect(cells).toEqual([{ outcome: 'notKnown', reason: gap }])
      }),
    )
  })
})

it('2,000 lines are compared with two lists of 20,000', () => {
  const users = crowd(20_000)
  const grounds = [ground('acme', users), ground('tower', crowd(20_000, { seed: 2 }))]
  const text = users
    .slice(0, 2_000)
    .map(({ name, email }, index) =>
      index % 3 === 0
        ? `- ${name}`
        : index % 3 === 1
          ? `${name} <${email ?? ''}>`
          : `Please see to ${name} by then.`,
    )
    .join('\n')
  const { people } = matchIn(text, ...grounds)
  expect(placesOf(people, grounds, noChoices).length).toBeGreaterThan(1_000)
})
