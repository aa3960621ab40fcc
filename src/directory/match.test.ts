import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, wordsOf } from './fold'
import { matchRanges } from './match'

const marked = (text: string, search: string) => {
  const ranges = matchRanges(text, wordsOf(search))
  return ranges.map(({ start, end }) => text.slice(start, end))
}

/** Many runs: on a busy machine they take their time. */
const patient = { timeout: 60_000 }

test.each([
  ['Amara Okafor', 'mar', ['mar']],
  ['Hans Groß', 'gross', ['Groß']],
  ['Hans Groß', 'os', ['oß']],
  ['Ærø', 'a', ['Æ']],
  ['ﬁnance', 'in', ['ﬁn']],
  ['Zoe\u0308 Ng', 'zoe', ['Zoe\u0308']],
  ['Zoe\u0308 Ng', 'oe n', ['oe\u0308', 'N']],
  ['Marketing', 'mark ket', ['Market']],
  ['anna anna', 'anna', ['anna', 'anna']],
  ['Product design', 'sign prod', ['Prod', 'sign']],
  ['小林', '林', ['林']],
  ['Anna', 'x', []],
  ['', 'a', []],
])('in %j a search for %j marks %j', (text, search, expected) => {
  expect(marked(text, search)).toEqual(expected)
})

const texts = fc.string({
  unit: fc.constantFrom(...'aAbBeßÆøéﬁ \u0308\u200B李👩‍👩‍👧İΣσ'),
  maxLength: 12,
})

test(
  'what is marked has the word in it, is in order, and everything unmarked has no word',
  patient,
  () => {
    fc.assert(
      fc.property(texts, texts, (text, search) => {
        const words = wordsOf(search)
        const ranges = matchRanges(text, words)
        let last = -1
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(words.some(word => fold(text.slice(start, end)).includes(word))).toBe(true)
          last = end
        }
        const rest = ranges.reduceRight(
          (left, { start, end }) => `${left.slice(0, start)}\n${left.slice(end)}`,
          text,
        )
        for (const word of words)
          for (const part of rest.split('\n')) expect(fold(part).includes(word)).toBe(false)
      }),
      { numRuns: 500 },
    )
  },
)

test('a range ends where a character ends', patient, () => {
  fc.assert(
    fc.property(texts, texts, (text, search) => {
      const boundaries = new Set([0])
      let at = 0
      for (const character of text) {
        at += character.length
        boundaries.add(at)
      }
      for (const { start, end } of matchRanges(text, wordsOf(search))) {
        expect(boundaries.has(start)).toBe(true)
        expect(boundaries.has(end)).toBe(true)
        expect(/^[\p{M}\p{Cf}]/u.test(text.slice(end))).toBe(false)
      }
    }),
    { numRuns: 500 },
  )
})
