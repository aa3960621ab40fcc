import fc from 'fast-check'
import papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import {
  applyUpdate,
  type Directory,
  emptyDirectory,
  finished,
  withoutUser,
} from '../directory/directory'
import { fold, wordsOf } from '../directory/fold'
import { lookupOf } from '../directory/lookup'
import { crowd } from '../directory/testing/crowd'
import type { User } from '../providers/provider'
import { fakeProvider, fakeUser } from '../runs/fakeProvider'
import { type Cell, type Ground, match } from './match'
import { parse } from './parse'
import { choiceKey, goersOf, isTicked, placesOf, possibleKeys } from './standing'
import { notListed, usersIn } from './stays'
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
    parse(text, (rows, delimiter) => papa.parse<string[]>(rows, { delimiter }).data),
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

  it('is the first whom a row without a header names, in every connection, and the others are asked for', () => {
    const olga = person('olga', 'Olga Owner')
    const row = 'Anna Meier\tSales Team\tOlga Owner'
    expect(outcomes(row, ground('acme', [anna, olga]), ground('tower', [olga]))).toEqual([
      'anna by name | notFound',
      'olga by name, doubted | olga by name, doubted',
    ])
    expect(outcomes(row, ground('acme', [olga]))).toEqual(['notFound', 'olga by name, doubted'])
  })

  it('is asked for where it names two people by the id, the e-mail and the name', () => {
    const ben = person('ben', 'Ben Schulz')
    const [acme, tower] = [ground('acme', [{ ...anna, id }, ben]), ground('tower', [ben])]
    // A column that has slipped by one row.
    expect(outcomes('Anna Meier <ben@acme.example>', acme, tower)).toEqual([
      'ben by email, doubted | ben by email, doubted',
    ])
    expect(outcomes(`${id}, ben@acme.example`, acme)).toEqual([`${id} by id, doubted`])
    expect(outcomes('Anna Meier <anna@acme.example>', ground('acme', [anna, annaToo]))).toEqual([
      'anna by email',
    ])
  })

  it('is asked for twice where it is said twice and two are called that', () => {
    const acme = ground('acme', [anna, annaToo])
    const { people } = matchIn('Anna Meier\nAnna Meier', acme)
    expect(people.map(({ entry, cells }) => [entry.lines, ...cells.map(told)])).toEqual([
      [[1], 'anna/anna-2 by name'],
      [[2], 'anna/anna-2 by name'],
    ])
    const choices = new Map(
      people.map(match => [
        choiceKey(match, 'acme'),
        match.entry.lines[0] === 1 ? 'anna' : 'anna-2',
      ]),
    )
    const [going] = goersOf(placesOf(people, [acme], choices), [acme], noTicks)
    expect(going?.users).toEqual([anna, annaToo])
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

  it('is who is called exactly that, whatever else it may look like', () => {
    const odd = [
      '👩‍🚀 Nova Emoji',
      '=SUM(1)+1 &c.',
      '<b>Zed</b> at 7',
      'Anna Meier (Extern)',
      'Roth, Eva [IT]',
    ]
    const acme = ground('acme', [anna, ...odd.map((name, at) => person(`odd-${at}`, name))])
    expect(outcomes(odd.join('\n'), acme)).toEqual(odd.map((_, at) => `odd-${at} by name`))
    expect(outcomes('Anna Meier (Sales)', acme)).toEqual(['anna by name'])
    expect(outcomes(`Regards\n${odd[0]}`, acme)).toEqual(['odd-0 by name, doubted'])
    expect(outcomes(`Keep ${odd[0]}`, acme)).toEqual([])
  })

  it('finds the same person elsewhere by the e-mail they have here', () => {
    const other = person('x', 'A. Meier', { emails: ['A.Meier@home.example'] })
    const acme = ground('acme', [{ ...anna, id }])
    expect(outcomes(id, acme, ground('tower', [other]))).toEqual([
      `${id} by id | x by emailElsewhere`,
    ])
    // A mailbox may be shared.
    const desk = person('desk', 'Front Desk', { emails: ['a.meier@home.example'] })
    expect(outcomes(id, acme, ground('tower', [desk]))).toEqual([
      `${id} by id | desk by emailElsewhere, doubted`,
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

  it('is not who is to be kept when all are ticked', () => {
    const keys = (text: string) =>
      possibleKeys(placesOf(matchIn(text, acme).people, [acme], noChoices), [acme])
    expect(keys('From: Anna Meier')).toEqual(['acme anna'])
    expect(keys('From: Anna Meier\nKeep Anna Meier\nZoë Schütz\nme@acme.example')).toEqual([])
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

  it('leaves out who stays elsewhere under another name', () => {
    const grounds = [
      ground('acme', [anna]),
      ground('tower', [person('x', 'A. Roth', { emails: ['A.Meier@home.example'] })]),
    ]
    expect(notListed(matchIn('Anna Meier', ...grounds).people, grounds)).toEqual([])
  })
})

describe('whoever is in the directory', () => {
  const users = crowd(300)
  const acme = ground('acme', users)
  const anybody = fc.constantFrom(...users)
  const grounds = [
    acme,
    ground('tower', crowd(300, { seed: 2 })),
    ground('gone', undefined, 'Down'),
  ]
  const everybody = grounds.flatMap(({ directory }) => directory?.users ?? [])
  /** Anybody, as lists name them, among anything else. */
  const pasted = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.constantFrom(
          '',
          'Best regards',
          'keep',
          'Name;E-mail;Manager',
          'From:',
          '\t',
          ';',
          ', ',
        ),
        anybody.map(({ name }) => name),
        anybody.map(({ name, email = '' }) => `${name} <${email}>`),
        anybody.map(({ email = '', name }) => `${email}\t${name}`),
        anybody.map(({ id: one }) => one),
        fc
          .tuple(anybody, anybody)
          .map(([{ name }, { email = '' }]) => `${name};${email};30.11.2026`),
        fc.tuple(anybody, anybody).map(([one, other]) => `${one.name}, ${other.name}`),
      ),
      { maxLength: 12 },
    )
    .map(lines => lines.map(text => text.replace(/["\n\r\u2028\u2029]/g, '')))

  it('every line that says anything has one outcome in every connection, or names nobody', () => {
    fc.assert(
      fc.property(pasted, lines => {
        const { people, nobody } = matchIn(lines.join('\n'), ...grounds)
        const silent = new Set(nobody.map(({ line }) => line))
        const named = new Set(people.flatMap(({ entry }) => entry.lines))
        const said = lines.flatMap((text, at) => (/[\p{L}\p{N}]/u.test(text) ? [at + 1] : []))
        expect([...silent, ...named].toSorted((one, other) => one - other)).toEqual(said)
        const placed = placesOf(people, grounds, noChoices)
        for (const { places } of placed) expect(places.length).toBe(grounds.length)
        expect(new Set(placed.map(({ match: { key } }) => key)).size).toBe(placed.length)
      }),
    )
  })

  it('nobody goes who is not on the list by id, by e-mail or by every word of the name', () => {
    fc.assert(
      fc.property(pasted, lines => {
        const said = fold(lines.join('\n'))
        // Who is named by id in one connection is found by their e-mail in another.
        const named = everybody.filter(({ id: one }) => said.includes(one))
        const text = [said, ...named.flatMap(({ emails }) => emails.map(fold))].join('\n')
        const placed = placesOf(matchIn(lines.join('\n'), ...grounds).people, grounds, noChoices)
        for (const { users: going } of goersOf(placed, grounds, noTicks))
          for (const user of going)
            expect(
              text.includes(user.id) ||
                user.emails.some(email => text.includes(fold(email))) ||
                wordsOf(user.name).every(word => text.includes(word)),
            ).toBe(true)
      }),
    )
  })

  it('nobody goes who was not found alone, and without a doubt on one line at least', () => {
    fc.assert(
      fc.property(pasted, lines => {
        const placed = placesOf(matchIn(lines.join('\n'), ...grounds).people, grounds, noChoices)
        for (const [at, { users: going }] of goersOf(placed, grounds, noTicks).entries())
          for (const user of going) {
            const cells = placed.flatMap(({ places }) => places[at]?.cell ?? [])
            expect(
              cells.some(
                cell => cell.outcome === 'found' && cell.user.id === user.id && !cell.doubt,
              ),
            ).toBe(true)
          }
      }),
    )
  })

  it('nobody goes of a list of those who stay, and nobody on it is missing', () => {
    fc.assert(
      fc.property(pasted, lines => {
        const { people } = matchIn(lines.join('\n'), ...grounds)
        const missing = notListed(people, grounds)
        const goers = goersOf(placesOf(missing, grounds, noChoices), grounds, noTicks)
        expect(goers.flatMap(({ users: going }) => going)).toEqual([])
        for (const at of grounds.keys()) {
          const listed = people.flatMap(({ cells }) => usersIn(cells[at]))
          const ids = new Set(listed.map(({ id: one }) => one))
          const shown = missing.flatMap(({ cells }) => usersIn(cells[at]))
          expect(shown.filter(({ id: one }) => ids.has(one))).toEqual([])
        }
      }),
    )
  })

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
