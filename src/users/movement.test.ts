import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellAfter, rowAfter } from './movement'

describe('keys in the rows', () => {
  it('never leave the list', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End')
    fc.assert(
      fc.property(keys, fc.nat(50), fc.nat(50), fc.nat(20), (key, row, more, page) => {
        const size = row + 1 + more
        const to = rowAfter(key, row, size, page)
        expect(to).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThan(size)
      }),
    )
  })

  it.each([
    ['ArrowUp', 9],
    ['ArrowDown', 11],
    ['PageUp', 4],
    ['PageDown', 16],
    ['Home', 0],
    ['End', 99],
  ])('%s goes from row 10 to row %i', (key, to) => {
    expect(rowAfter(key, 10, 100, 7)).toBe(to)
  })

  it('other keys, and an empty list, go nowhere', () => {
    expect(rowAfter('x', 10, 100, 7)).toBeUndefined()
    expect(rowAfter('ArrowDown', 0, 0, 7)).toBeUndefined()
  })
})

describe('keys in a row', () => {
  it('go from the row into its cells and back', () => {
    expect(cellAfter('ArrowRight', -1, 5)).toBe(0)
    expect(cellAfter('ArrowRight', 4, 5)).toBe(4)
    expect(cellAfter('ArrowLeft', 0, 5)).toBe(-1)
    expect(cellAfter('ArrowLeft', -1, 5)).toBe(-1)
    expect(cellAfter('Home', 3, 5)).toBe(0)
    expect(cellAfter('End', 1, 5)).toBe(4)
    expect(cellAfter('Escape', 1, 5)).toBe(-1)
  })

  it('leave Home and End of a row to the list', () => {
    expect(cellAfter('Home', -1, 5)).toBeUndefined()
    expect(cellAfter('End', -1, 5)).toBeUndefined()
  })
})
