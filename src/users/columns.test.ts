import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Column } from '../providers/provider'
import { arranged, moved } from './columns'

const ids = ['email', 'status', 'kind', 'role', 'teams']
const columns: readonly Column[] = ['name', ...ids].map(id => ({
  id,
  header: id,
  type: 'text',
  values: () => [],
  width: 100,
  shown: true,
  searched: true,
}))
const shownOnes = fc.shuffledSubarray(ids)

describe('the columns panel', () => {
  it('lists every column but the name once, the shown ones first and in their order', () => {
    fc.assert(
      fc.property(shownOnes, shown => {
        const listed = arranged(columns, shown).map(({ id }) => id)
        expect(listed.slice(0, shown.length)).toEqual(shown)
        expect(listed.toSorted()).toEqual(ids.toSorted())
      }),
    )
  })

  it('moves one column by one step and changes nothing else', () => {
    fc.assert(
      fc.property(shownOnes, fc.constantFrom(...ids), fc.constantFrom(-1, 1), (shown, id, by) => {
        const next = moved(shown, id, by)
        expect(next.toSorted()).toEqual(shown.toSorted())
        if (next === shown) return
        expect(next.indexOf(id)).toBe(shown.indexOf(id) + by)
        expect(moved(next, id, by === 1 ? -1 : 1)).toEqual(shown)
      }),
    )
  })

  it('stays where it is at either end, and where it is not shown', () => {
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'c', 1)).toEqual(['a', 'b'])
  })
})
