import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOnWire, day, midnight, momentOf } from './dates'
import { timeOfWildcard } from './wildcards'

const moments = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) })

describe('a time on the wire', () => {
  test('has a colon before the milliseconds, in winter and in summer', () => {
    expect(dateOnWire(Date.UTC(2026, 10, 20, 12, 0, 0, 7))).toBe('2026-11-20T13:00:00:007+0100')
    expect(dateOnWire(Date.UTC(2026, 6, 1, 22, 30))).toBe('2026-07-02T00:30:00:000+0200')
  })

  test('reads back as the same moment', () => {
    fc.assert(fc.property(moments, time => momentOf(dateOnWire(time)) === time))
  })

  test.each([
    ['2020-05-13T18:18:37.255Z', Date.UTC(2020, 4, 13, 18, 18, 37, 255)],
    ['2020-05-18T17:00:00:000-0600', Date.UTC(2020, 4, 18, 23)],
    ['2026-12-04', Date.UTC(2026, 11, 3, 23)],
    ['2026-07-04', Date.UTC(2026, 6, 3, 22)],
    ['2026-13-40', undefined],
    ['soon', undefined],
  ])('is understood: %s', (text, time) => {
    expect(momentOf(text)).toBe(time)
  })
})

test('midnight is at most 25 hours ago, at nought o’clock, and its own midnight', () => {
  fc.assert(
    fc.property(moments, time => {
      const start = midnight(time)
      return (
        start <= time &&
        time - start < day + day / 24 &&
        dateOnWire(start).includes('T00:00:00:000') &&
        midnight(start) === start
      )
    }),
  )
})

test.each([
  ['$$TODAY', '2026-11-20T00:00:00:000+0100'],
  ['$$NOW', '2026-11-20T13:00:00:000+0100'],
  ['$$TODAY-90d', '2026-08-22T00:00:00:000+0200'],
  ['$$TODAY+2w', '2026-12-04T00:00:00:000+0100'],
  ['$$NOW-3h', '2026-11-20T10:00:00:000+0100'],
  ['$$TODAYbw', '2026-11-15T00:00:00:000+0100'],
  ['$$TODAYbm', '2026-11-01T00:00:00:000+0100'],
  ['$$TODAYbq', '2026-10-01T00:00:00:000+0200'],
  ['$$TODAYby', '2026-01-01T00:00:00:000+0100'],
])('%s is %s at one in the afternoon of 20 November 2026', (wildcard, written) => {
  expect(dateOnWire(timeOfWildcard(wildcard, Date.UTC(2026, 10, 20, 12)) ?? 0)).toBe(written)
})

test('what is no wildcard is none', () => {
  expect(timeOfWildcard('$$USER', 0)).toBeUndefined()
})
