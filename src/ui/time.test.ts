import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatDuration,
  formatExactDateTime,
  formatExactTime,
  formatTime,
} from './time'

const all = [formatDate, formatTime, formatExactTime, formatDateTime, formatExactDateTime]

/** In the reader's own zone, whatever it is where the test runs. */
const local = (...parts: [number, number, number, number, number, number]) =>
  new Date(...parts).toISOString()

it('writes dates and times the way a reader in Europe expects them', () => {
  const time = local(2026, 10, 3, 4, 7, 6)
  expect(formatDate(time)).toBe('3 Nov 2026')
  expect(formatTime(time)).toBe('04:07')
  expect(formatExactTime(time)).toBe('04:07:06')
  expect(formatDateTime(time)).toBe('3 Nov 2026, 04:07')
  expect(formatExactDateTime(time)).toBe('3 Nov 2026, 04:07:06')
})

it('leaves out the year that it is', () => {
  const now = Date.parse(local(2026, 10, 20, 14, 7, 6))
  expect(formatDay(local(2026, 11, 4, 0, 0, 0), now)).toBe('4 Dec')
  expect(formatDay(local(2027, 0, 4, 0, 0, 0), now)).toBe('4 Jan 2027')
  expect(formatDay('some day', now)).toBe('')
})

it('writes September in three letters like every other month', () => {
  expect(formatDate(local(2022, 8, 30, 12, 0, 0))).toBe('30 Sep 2022')
})

it('reads milliseconds like ISO times', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), date => {
      for (const format of all) expect(format(date.getTime())).toBe(format(date.toISOString()))
    }),
  )
})

it('says nothing for what is no time, and never throws', () => {
  const noTime = fc.oneof(
    fc.string().filter(text => Number.isNaN(Date.parse(text))),
    fc.constantFrom(undefined, '', Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1),
  )
  fc.assert(
    fc.property(noTime, time => {
      for (const format of all) expect(format(time)).toBe('')
    }),
  )
})

it.each([
  [0, 'under a second'],
  [42_000, '42 s'],
  [59_700, '1 min'],
  [200_000, '3 min 20 s'],
  [3_600_000, '1 h'],
  [3_900_000, '1 h 5 min'],
  [-1, ''],
  [Number.NaN, ''],
])('writes a duration of %d ms as "%s"', (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words)
})
