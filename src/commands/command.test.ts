import fc from 'fast-check'
import { expect, it } from 'vitest'
import { begins, type Command, matching } from './command'

const command = (label: string, rest: Partial<Command> = {}): Command => ({
  id: label,
  label,
  run: () => undefined,
  ...rest,
})
const labels = (commands: readonly Command[], words: readonly string[]) =>
  matching(commands, words).map(({ label }) => label)

it('finds what has every word, wherever it stands', () => {
  const all = [
    command('Sign out of', { subject: 'Nordwind' }),
    command('Switch to', { subject: 'Nordwind' }),
    command('Theme: dark', { also: 'mode' }),
  ]
  expect(labels(all, ['nordwind', 'out'])).toEqual(['Sign out of'])
  expect(labels(all, ['mode', 'dark'])).toEqual(['Theme: dark'])
  expect(labels(all, ['nordwind', 'dark'])).toEqual([])
})

it('puts first what begins with the words, and what can be done before what cannot', () => {
  const all = [
    command('Unarchive…'),
    command('Receipts', { detail: 'Archbishop' }),
    command('Archive…', { id: 'off', disabledReason: 'Already archived' }),
    command('Archive…'),
  ]
  expect(matching(all, ['arch']).map(({ id }) => id)).toEqual([
    'Archive…',
    'off',
    'Receipts',
    'Unarchive…',
  ])
})

it('keeps the order of what is as good, loses nothing that matches and adds nothing', () => {
  const words = fc.array(fc.constantFrom('a', 'ab', 'b', 'c'), { maxLength: 3 })
  const some = fc.array(
    fc.record({
      label: fc.constantFrom('a b', 'b', 'cab', 'c a'),
      disabledReason: fc.option(fc.constant('no'), { nil: undefined }),
    }),
  )
  fc.assert(
    fc.property(some, words, (given, asked) => {
      const all = given.map((one, index) => command(one.label, { ...one, id: String(index) }))
      const found = matching(all, asked)
      const wanted = all.filter(({ label }) => asked.every(word => label.includes(word)))
      expect(new Set(found)).toEqual(new Set(wanted))
      expect(found).toHaveLength(wanted.length)
      for (const one of found)
        for (const other of found.slice(found.indexOf(one) + 1))
          if (one.label === other.label && one.disabledReason === other.disabledReason)
            expect(Number(one.id)).toBeLessThan(Number(other.id))
    }),
  )
})

it('begins with a word after any sign that is no letter', () => {
  expect(begins('Copy e-mail', 'mail')).toBe(true)
  expect(begins('María Fernández-Castro', 'castro')).toBe(true)
  expect(begins('Annemarie', 'marie')).toBe(false)
})
