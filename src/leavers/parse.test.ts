import fc from 'fast-check'
import papa from 'papaparse'
import { describe, expect, it, test } from 'vitest'
import { type Entry, parse } from './parse'
import { hasTable, type Split } from './spreadsheet'

const split: Split = (text, delimiter) => papa.parse<string[]>(text, { delimiter }).data
const read = (text: string) => parse(text, split)
/** What each is found by: the e-mails, the ids, else the likeliest name. */
const who = ({ ids, emails, names }: Entry) => [...emails, ...ids, ...names.slice(0, 1)].join(' ')
const found = (text: string) => read(text).entries.map(who)

const uuid = '6b2f1f7e-0a4e-4d0c-9a61-0b5f7c1d2e3f'
const hex = '5f0a1b2c3d4e5f60718293a4b5c6d7e8'

describe('what names somebody', () => {
  test.each([
    ['Anna Meier <anna@acme.example>', ['anna@acme.example Anna Meier']],
    ['"Meier, Anna" <anna@acme.example>', ['anna@acme.example Anna Meier']],
    ['Meier, Anna', ['Anna Meier']],
    ['van der Berg, Jan', ['Jan van der Berg']],
    ['- Anna Meier', ['Anna Meier']],
    ['3) Anna Meier (Sales)', ['Anna Meier']],
    ['> • Anna Meier – Sales, Berlin', ['Anna Meier']],
    ['ÉLODIE DUPONT', ['ÉLODIE DUPONT']],
    ['anna meier', ['anna meier']],
    ['李 小林', ['李 小林']],
    ['O’Neill, Chloé', ['Chloé O’Neill']],
    [uuid, [uuid]],
    [`https://app.acme.example/users/${uuid}?x=1`, [uuid]],
    [hex.toUpperCase(), [hex.toUpperCase()]],
    [`anna@acme.example, ${uuid}`, [`anna@acme.example ${uuid}`]],
    ['mailto:anna@acme.example', ['anna@acme.example']],
    ['anna@acme.example (Anna Meier)', ['anna@acme.example Anna Meier']],
    ['Name: Anna Meier', ['Anna Meier']],
    ['Anna Meier;30.11.2026', ['Anna Meier']],
    ['Anna Meier, 30.11.2026', ['Anna Meier']],
    ['Meier;Anna;30.11.2026', ['Meier Anna']],
    [',Anna,Meier,2026-11-30', ['Meier Anna']],
    ['1001,Anna,Meier,Sales', ['Anna Meier']],
    ['Anna\tMeier\tanna@acme.example\tSales', ['anna@acme.example Anna Meier']],
    ['Anna,Meier,anna@acme.example,Sales', ['anna@acme.example Meier Anna']],
    ["'anna@acme.example'", ['anna@acme.example']],
    ['an\u00adna\u200b@acme.example\u200b.', ['anna@acme.example']],
    ['\ufeffAnna\u200b Meier\u200b', ['Anna Meier']],
    ['*Anna Meier*', ['Anna Meier']],
    ['a) Anna Meier', ['Anna Meier']],
    ['\uf0b7\tAnna Meier', ['Anna Meier']],
    ['#12 Anna Meier', ['Anna Meier']],
    ['1000234 Anna Meier 30.11.2026', ['Anna Meier']],
    ['Hr. Anna Meier', ['Hr. Anna Meier']],
  ])('%j', (line, people) => expect(found(line)).toEqual(people))

  test.each([
    ['a@x.example, b@x.example;c@x.example|d@x.example'],
    ['a@x.example\nb@x.example\r\nc@x.example\rd@x.example'],
    ['<a@x.example>\t<b@x.example> <c@x.example>, "D" <d@x.example>'],
    ['• a@x.example • b@x.example\n1. c@x.example\n(2) d@x.example'],
  ])('four addresses however they are parted: %j', text =>
    expect(read(text).entries.flatMap(({ emails }) => emails)).toEqual(
      ['a', 'b', 'c', 'd'].map(name => `${name}@x.example`),
    ),
  )

  test.each([
    ['Anna Meier, Ben Schulz; Carla Roth and Dora Lang'],
    ['Meier, Anna; Schulz, Ben; Roth, Carla; Lang, Dora'],
    ['Meier, Anna, Schulz, Ben, Roth, Carla, Lang, Dora'],
    ['Anna Meier | Ben Schulz | Carla Roth und Dora Lang'],
  ])('four names however they are parted: %j', text =>
    expect(found(text)).toEqual(['Anna Meier', 'Ben Schulz', 'Carla Roth', 'Dora Lang']),
  )

  it('takes names before and behind an address that is not theirs', () => {
    expect(found('Anna Meier, Ben Schulz <ben@x.example>, Carla Roth')).toEqual([
      'Anna Meier',
      'ben@x.example Ben Schulz',
      'Carla Roth',
    ])
  })
})

describe('a table with a header', () => {
  it('is read by its columns, so that a manager is nobody who leaves', () => {
    const text = [
      'Hi, as of today:',
      'Last name;First name;E-mail;Manager e-mail',
      'Meier;Anna;anna@x.example;boss@x.example',
      '"Schulz; the younger";Ben;;boss@x.example',
    ].join('\n')
    const { entries, sentences } = read(text)
    expect(entries.map(({ lines, emails, names }) => ({ lines, emails, names }))).toEqual([
      { lines: [3], emails: ['anna@x.example'], names: ['Anna Meier'] },
      { lines: [4], emails: [], names: ['Ben Schulz; the younger'] },
    ])
    expect(sentences.map(({ line, why }) => [line, why])).toEqual([
      [1, undefined],
      [2, 'The header of a table'],
    ])
  })

  it('counts the lines of a cell that goes over two', () => {
    const text =
      'Name\tNote\tE-mail\nAnna Meier\t"one\ntwo"\ta@x.example\nBen Schulz\t\tb@x.example'
    expect(read(text).entries.map(({ lines, emails }) => [...lines, ...emails])).toEqual([
      [2, 'a@x.example'],
      [4, 'b@x.example'],
    ])
  })

  it('is asked to be cut wherever one is read', () => {
    for (const text of [
      'Na\u200bme;E-mail\nAnna;a@x.example',
      'Hi\u2028Name;E-mail\u2028Anna;a@x.example',
    ]) {
      expect(hasTable(text)).toBe(true)
      expect(found(text)).toEqual(['a@x.example Anna'])
    }
  })

  it('loses nobody to a quotation mark that is never closed', () => {
    const text = 'Name;E-mail\n"Anna;a@x.example\nBen 12";b@x.example\nCarla;c@x.example'
    const emails = read(text).entries.flatMap(one => one.emails)
    expect(emails).toEqual(['a@x.example', 'b@x.example', 'c@x.example'])
  })

  it('reads whatever was written as separated values', () => {
    const cell = fc.constantFrom('two\nlines', '12"', '""', '', 'a;b', 'a\tb', ' a', 'a|b', '", "')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(';', ',', '\t', '|'),
        (cells, delimiter) => {
          const table = cells.map((row, index) => [`p${index}@x.example`, ...row])
          const header = ['E-mail', 'Remark', 'Note'].join(delimiter)
          const written = papa.unparse(table, { delimiter, newline: '\n', quotes: true })
          expect(found(`${header}\n${written}`).map(who => who.split(' ')[0])).toEqual(
            table.map(([email]) => email),
          )
        },
      ),
    )
  })

  it('knows “Name” beside “Vorname” as the last name', () => {
    expect(found('Name,Vorname\nMeier,Anna')).toEqual(['Anna Meier'])
  })
})

describe('what names nobody is said, not dropped', () => {
  test.each([
    ['Hi Ada,'],
    ['Hello everybody'],
    ['these people leave at the end of the month:'],
    ['Please deactivate'],
    ['E-mail'],
    ['Subject: Leavers in November'],
    ['-----Original Message-----'],
    ['Best regards'],
    ['Thanks and best regards,'],
    ['Thank you, kind regards'],
    ['Vielen Dank und viele Grüße'],
    ['Sincerely yours'],
    ['Viele Grüße aus Berlin'],
    ['Gruß'],
    ['BR'],
    ['~~Anna Meier~~'],
    ['Mit freundlichen Grüßen'],
    ['30.11.2026'],
  ])('%j', line => {
    const { entries, sentences } = read(line)
    expect(entries).toEqual([])
    expect(sentences).toMatchObject([{ line: 1 }])
  })
})

describe('who may not be meant', () => {
  test.each([
    ['From: Ben Okoro <ben@x.example>', 'From the head of a mail'],
    ['anna@x.example - hand over to carla@x.example', 'The line says “hand over”'],
    ['Questions to hr@x.example', 'The line says “Questions”'],
    ['Rückfragen an hr@x.example', 'The line says “Rückfragen”'],
    ['Übergabe an carla@x.example', 'The line says “Übergabe”'],
    ['Anna Meier - extended until June', 'The line says “extended”'],
    ['Please don’t touch anna@x.example', 'The line says “don’t”'],
    ['Hi @Ben Okoro<mailto:ben@x.example>,', 'Spoken to in a mail'],
    ['Am 20.11.2026 um 10:12 schrieb Ben Okoro <ben@x.example>:', 'From the head of a mail'],
    ['> ben@x.example>:', 'From the head of a mail'],
    ['[20.11., 10:12] Ben Okoro', 'Beside a time of day: perhaps who wrote it'],
    ['Anna Meier;30.11.2026 00:00', undefined],
    ['Anna Meier\tanna@x.example', undefined],
    ['Please deactivate anna@x.example by Friday', undefined],
  ])('%j', (line, doubt) => expect(read(line).entries[0]?.doubt).toBe(doubt))

  it('is who signed the mail, and not who comes in the mail below it', () => {
    const { entries } = read(
      'Carla Roth\n\nViele Grüße\nBen Okoro\n\n\nFrom: x@x.example\nDora Lang',
    )
    expect(entries.map(({ names, doubt }) => [names[0], doubt !== undefined])).toEqual([
      ['Carla Roth', false],
      ['Ben Okoro', true],
      [undefined, true],
      ['Dora Lang', false],
    ])
  })

  it('is whose address is deep in a signature, until a list goes on', () => {
    const { entries } = read(
      `Carla Roth\nGruß\nBen Okoro\n\n\n\nAcme\nStreet 1\n\n12345 Town\nben@x.example\nThese too:\nDora Lang`,
    )
    expect(entries.map(one => [who(one), one.doubt !== undefined])).toEqual([
      ['Carla Roth', false],
      ['Ben Okoro', true],
      ['Acme', true],
      ['ben@x.example', true],
      ['Dora Lang', false],
    ])
  })

  it.each([
    ['Ben Okoro <ben@x.example>\nFri, 20 Nov, 10:12 (2 days ago)\nto me\n\nAnna Meier'],
    ['Ben Okoro<ben@x.example>\nTo: Ada Lindqvist\nFri 20/11/2026 10:12\nAnna Meier'],
    ['To: Ada Lindqvist;\n Ben Okoro <ben@x.example>;\n\nAnna Meier'],
  ])('is who sent or got a mail that was copied from the screen: %j', text => {
    const doubts = new Map(read(text).entries.map(one => [who(one), one.doubt !== undefined]))
    expect(doubts.get('ben@x.example Ben Okoro')).toBe(true)
    expect(doubts.get('Anna Meier')).toBe(false)
  })

  it('is whom a row without a header names after somebody', () => {
    for (const row of [
      'Anna Meier\t30.11.2026\tOlga Owner',
      'Anna Meier;30.11.2026;Olga Owner',
      '| Anna Meier | Olga Owner |',
    ]) {
      const [first, ...more] = read(row).entries
      expect([first?.names, first?.others, more]).toEqual([['Anna Meier'], ['Olga Owner'], []])
    }
    expect(
      read('Anna Meier, Sales, Olga Owner, 30.11.2026').entries.map(({ names, doubt }) => [
        names[0],
        doubt,
      ]),
    ).toEqual([
      ['Anna Meier', undefined],
      ['Sales', 'Not the first on its line of a table'],
      ['Olga Owner', 'Not the first on its line of a table'],
    ])
    expect(
      read('1;Anna;Meier;anna@x.example;boss@x.example').entries.map(({ doubt }) => doubt),
    ).toEqual([undefined, 'Not the first on its line of a table'])
  })

  it('is who a table says stays, or names outside its columns', () => {
    const rows = read(
      [
        'Employee ID;Manager ID;Name;E-mail;Manager;Note',
        `00123;${uuid};Anna Meier;;Olga Owner;project manager`,
        `${hex};;Ben Schulz;;Olga Owner;bleibt bis Mai`,
        ';;;;Olga Owner;',
      ].join('\n'),
    ).entries
    expect(rows.map(({ ids, names, doubt }) => [ids, names[0], doubt])).toEqual([
      [[], 'Anna Meier', undefined],
      [[hex], 'Ben Schulz', 'The line says “bleibt”'],
      [[], 'Olga Owner', 'Not in a column that names people'],
    ])
  })

  it('is not the person whose name without quotation marks moved the columns', () => {
    expect(
      read('Name,E-mail,Manager e-mail\nMeier,Anna,anna@x.example,boss@x.example').entries.map(
        ({ emails, doubt }) => [emails[0], doubt !== undefined],
      ),
    ).toEqual([
      ['anna@x.example', false],
      ['boss@x.example', true],
    ])
  })
})

it('joins who is said more than once, and says where', () => {
  const { entries } = read(
    'Anna Meier\nanna@x.example\nANNA@x.example\nMeier, Anna.\nFrom: anna@x.example\nAnna Meier (IT)',
  )
  expect(entries.map(({ lines, doubt }) => ({ lines, doubt }))).toEqual([
    { lines: [1, 4], doubt: undefined },
    { lines: [2, 3, 5], doubt: undefined },
    { lines: [6], doubt: undefined },
  ])
})

describe('whatever is pasted', () => {
  const word = fc.constantFrom(
    'Anna',
    'Meier',
    'anna@x.example',
    uuid,
    hex,
    ',',
    ';',
    '\t',
    '"',
    '<',
    '>',
    'E-mail',
    'Name',
    'and',
    'regards',
    '- ',
    '1.',
  )
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(word, { maxLength: 9 }).map(words => words.join(' ')),
  )

  it('every line that says anything is in an entry or among the sentences', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), lines => {
        const clean = lines.map(text => text.replace(/["\n\r\u2028\u2029]/g, ''))
        const { entries, sentences } = read(clean.join('\n'))
        const told = new Set([
          ...entries.flatMap(entry => entry.lines),
          ...sentences.map(sentence => sentence.line),
        ])
        const said = clean.flatMap((text, index) => (/[\p{L}\p{N}]/u.test(text) ? [index + 1] : []))
        expect([...told].toSorted((one, other) => one - other)).toEqual(said)
      }),
    )
  })

  it('an address behind the regards is told, and doubted', () => {
    const { entries } = read('Kind regards, zoe@x.example')
    expect(entries).toMatchObject([
      { emails: ['zoe@x.example'], doubt: 'Below the closing of a mail: perhaps who wrote it' },
    ])
  })

  it('every address is found, whatever stands around it', () => {
    fc.assert(
      fc.property(line, line, (before, after) => {
        const text = `${before.replace(/["\n\r\u2028\u2029]/g, '')} zoe@x.example ${after}`
        const emails = read(text).entries.flatMap(entry => entry.emails)
        expect(emails).toContain('zoe@x.example')
      }),
    )
  })

  it('a line without end takes no time without end', () => {
    // Were it not so, the test would run out of time.
    for (const part of ['a', 'a@', 'a.', '0', '0;', '10:', '- ', '(', ' ,', '1.', 'a@b.', '_', '*'])
      expect(read(part.repeat(100_000))).toBeDefined()
  })
})
