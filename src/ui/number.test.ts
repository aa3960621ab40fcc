import { expect, it } from 'vitest'
import { formatCount, formatNumber } from './number'

it('groups thousands', () => {
  expect(formatNumber(2340)).toBe('2,340')
  expect(formatNumber(Number.NaN)).toBe('')
})

it('counts one and many', () => {
  expect(formatCount(1, 'user')).toBe('1 user')
  expect(formatCount(0, 'user')).toBe('0 users')
  expect(formatCount(100_000, 'person', 'people')).toBe('100,000 people')
})
