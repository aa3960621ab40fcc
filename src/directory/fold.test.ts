import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, wordsOf } from './fold'

/** Many runs: on a busy machine they take their time. */
const patient = { timeout: 60_000 }

test.each([
  ['MÜLLER', 'muller'],
  ['Groß', 'gross'],
  ['GROẞ', 'gross'],
  ['Łukasz Đorđević', 'lukasz dordevic'],
  ['Søren Ærø', 'soren aero'],
  ['İstanbul', 'istanbul'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['Nguyễn', 'nguyen'],
  ['ﬁnance', 'finance'],
  ['Anna\u200E\u200B', 'anna'],
  ['two\u00a0words\tthree', 'two words three'],
])('%s is searched as %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('the fold of a text is the folds of its characters', patient, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(fold(text)).toBe([...text].map(fold).join(''))
    }),
    { numRuns: 500 },
  )
})

test('folding a fold changes nothing', patient, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 500 },
  )
})

test('a search has each of its words once, however they are parted', () => {
  expect(wordsOf('  Anna\u00a0 anna\n MEIER ')).toEqual(['anna', 'meier'])
  expect(wordsOf(' \u200B ')).toEqual([])
})

test('what lists and mails put around a word is not part of it', () => {
  expect(wordsOf('"Meier, Anna" (HR); <anna@acme.example>,')).toEqual([
    'meier',
    'anna',
    'hr',
    'anna@acme.example',
  ])
  expect(wordsOf('O’Shea "')).toEqual(['o’shea', '"'])
})
