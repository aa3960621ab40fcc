import fc from 'fast-check'
import { expect, it } from 'vitest'
import { place } from './place'

const viewport = { width: 1280, height: 800 }
const anchor = (left: number, top: number) => ({ left, top, right: left + 28, bottom: top + 28 })

it('goes below its anchor, aligned at the asked side', () => {
  const size = { width: 344, height: 300 }
  expect(place(anchor(100, 100), size, viewport, 'start')).toMatchObject({ left: 100, top: 132 })
  expect(place(anchor(900, 100), size, viewport, 'end')).toMatchObject({ left: 584, top: 132 })
})

it('flips above where there is more room', () => {
  const { top } = place(anchor(100, 700), { width: 344, height: 300 }, viewport, 'start')
  expect(top).toBe(396)
})

it('stays inside the viewport wherever the anchor is', () => {
  const length = fc.integer({ min: 1, max: 700 })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1252 }),
      fc.integer({ min: 0, max: 772 }),
      length,
      length,
      fc.constantFrom('start', 'end'),
      (x, y, width, height, align) => {
        const { left, top, room } = place(anchor(x, y), { width, height }, viewport, align)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left + width).toBeLessThanOrEqual(1280)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(top + Math.min(height, room)).toBeLessThanOrEqual(800)
      },
    ),
  )
})

it('never covers its anchor', () => {
  const length = fc.integer({ min: 1, max: 700 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 772 }), length, (y, height) => {
      const { top, room } = place(anchor(0, y), { width: 100, height }, viewport, 'start')
      const isBelow = top >= y + 28
      const isAbove = top + Math.min(height, room) <= y
      expect(isBelow || isAbove).toBe(true)
    }),
  )
})
