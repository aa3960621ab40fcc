import { expect, test } from 'vitest'
import { nameInWords } from './nameInWords'

test('a name stands on one line and is cut', () => {
  expect(nameInWords(' Olga\n  Owner ')).toBe('Olga Owner')
  expect(nameInWords('é'.repeat(81))).toBe(`${'é'.repeat(79)}…`)
})

test('no name turns the sentence around it', () => {
  // It would close the isolation and turn round what follows.
  expect(nameInWords('Olga\u2069\u202e')).toBe('Olga')
  expect(nameInWords('\u061colga\u200f')).toBe('olga')
  expect(nameInWords('ليلى حداد\u2069\u202e')).toBe('\u2068ليلى حداد\u2069')
})
