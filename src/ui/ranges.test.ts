import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Range, splitAtRanges } from './ranges'

const range = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }))
const text = fc.string({ unit: 'grapheme', maxLength: 40 })

it('marks what the ranges cover', () => {
  expect(splitAtRanges('Amara Okafor', [[1, 4]])).toEqual([
    { text: 'A', isMarked: false },
    { text: 'mar', isMarked: true },
    { text: 'a Okafor', isMarked: false },
  ])
})

it('loses and adds nothing, whatever the ranges', () => {
  fc.assert(
    fc.property(text, fc.array(range), (name, ranges) => {
      const pieces = splitAtRanges(name, ranges)
      expect(pieces.map(piece => piece.text).join('')).toBe(name)
    }),
  )
})

it('marks a character exactly when a range covers it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', 'ä', ' '), maxLength: 40 }),
      fc.array(range),
      (name, ranges) => {
        const isMarked = splitAtRanges(name, ranges).flatMap(piece =>
          [...piece.text].map(() => piece.isMarked),
        )
        const isCovered = [...name].map((_, at) =>
          ranges.some(([from, to]: Range) => from <= at && at < to),
        )
        expect(isMarked).toEqual(isCovered)
      },
    ),
  )
})

it('never cuts a character in two', () => {
  fc.assert(
    fc.property(text, fc.array(range), (name, ranges) => {
      for (const piece of splitAtRanges(name, ranges))
        expect(() => encodeURIComponent(piece.text)).not.toThrow()
    }),
  )
})

it('joins what touches and never gives an empty piece', () => {
  fc.assert(
    fc.property(text, fc.array(range), (name, ranges) => {
      const pieces = splitAtRanges(name, ranges)
      for (const [at, piece] of pieces.entries()) {
        expect(piece.text).not.toBe('')
        expect(piece.isMarked).not.toBe(pieces[at - 1]?.isMarked)
      }
    }),
  )
})
