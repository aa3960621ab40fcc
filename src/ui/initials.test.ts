import fc from 'fast-check'
import { expect, it } from 'vitest'
import { initialsOf } from './initials'

it.each([
  ['Elif Demir', 'ED'],
  ['María Fernández-Castro', 'MC'],
  ['Ada Mary de Lindqvist', 'AL'],
  ['Cher', 'C'],
  ['øyvind åsen', 'ØÅ'],
  ['anna.meier@acme.example', 'AM'],
  ["Conor O'Neill", 'CO'],
  ['محمد علي', 'م'],
  ['山田太郎', '山'],
  ['🎉 Party Planner 🎈', 'PP'],
  ['<script>alert(1)</script>', 'SS'],
  ['=HYPERLINK("https://a.example")', 'HE'],
  ['\u202Eevil name', 'EN'],
  ['ß', 'S'],
  ['🎉', '?'],
  ['  ', '?'],
  ['', '?'],
])('stands for "%s" with "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

it('is one or two letters, or a question mark, for any name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), name => {
      const letters = [...initialsOf(name)]
      expect(letters.length).toBeGreaterThanOrEqual(1)
      expect(letters.length).toBeLessThanOrEqual(2)
      for (const letter of letters) expect(letter).toMatch(/[\p{L}\p{N}?]/u)
    }),
  )
})
