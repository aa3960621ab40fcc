import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, extend, nobody, remove, type Selection, share, toggle } from './selection'

const listed = Array.from({ length: 12 }, (_, index) => `u${index}`)
const anyId = fc.constantFrom(...listed, 'hidden-1', 'hidden-2')
const selections: fc.Arbitrary<Selection> = fc
  .uniqueArray(anyId)
  .map(ids => ({ ids: new Set(ids), anchor: undefined }))
const listedId = fc.constantFrom(...listed)

const ids = (selection: Selection) => [...selection.ids].sort()
const rangeOf = (one: string, other: string) => {
  const [start = 0, end = 0] = [listed.indexOf(one), listed.indexOf(other)].sort((a, b) => a - b)
  return listed.slice(start, end + 1)
}

describe('the basket', () => {
  it('toggling twice changes nothing', () => {
    fc.assert(
      fc.property(selections, anyId, (selection, id) => {
        expect(ids(toggle(toggle(selection, id), id))).toEqual(ids(selection))
      }),
    )
  })

  it('a range takes all between anchor and target, both included, and leaves the others alone', () => {
    fc.assert(
      fc.property(selections, listedId, listedId, (selection, anchor, target) => {
        const started = toggle(selection, anchor)
        const selects = started.ids.has(anchor)
        const range = new Set(rangeOf(anchor, target))
        const extended = extend(started, listed, target)
        for (const id of [...listed, 'hidden-1', 'hidden-2'])
          expect(extended.ids.has(id)).toBe(range.has(id) ? selects : selection.ids.has(id))
      }),
    )
  })

  it('a range that moves is the last range alone', () => {
    fc.assert(
      fc.property(
        selections,
        listedId,
        fc.array(listedId, { minLength: 1 }),
        (selection, anchor, targets) => {
          const started = toggle(selection, anchor)
          const moved = targets.reduce((now, target) => extend(now, listed, target), started)
          const last = targets.at(-1) ?? anchor
          expect(ids(moved)).toEqual(ids(extend(started, listed, last)))
        },
      ),
    )
  })

  it('a range without an anchor in the list begins where one is', () => {
    const hidden = toggle(nobody, 'hidden-1')
    expect(ids(extend(hidden, listed, 'u4', 'u3'))).toEqual(['hidden-1', 'u3', 'u4'])
    expect(ids(extend(nobody, listed, 'u4'))).toEqual(['u4'])
  })

  it('never loses who is not in the list', () => {
    fc.assert(
      fc.property(selections, listedId, listedId, (selection, one, other) => {
        const after = extend(toggle(add(selection, [one]), one), listed, other)
        for (const id of ['hidden-1', 'hidden-2'])
          expect(after.ids.has(id)).toBe(selection.ids.has(id))
      }),
    )
  })

  it('adding and removing are each other’s inverse for newcomers', () => {
    fc.assert(
      fc.property(selections, fc.uniqueArray(anyId), (selection, more) => {
        const newcomers = more.filter(id => !selection.ids.has(id))
        expect(ids(remove(add(selection, newcomers), newcomers))).toEqual(ids(selection))
      }),
    )
  })

  it('leaves the selection it was given as it was', () => {
    const selection = add(nobody, ['u1'])
    toggle(selection, 'u2')
    extend(selection, listed, 'u5')
    remove(selection, ['u1'])
    expect(ids(selection)).toEqual(['u1'])
  })

  it('says none, some or all of the list', () => {
    fc.assert(
      fc.property(selections, fc.subarray(listed), (selection, shown) => {
        const count = shown.filter(id => selection.ids.has(id)).length
        const expected = count === 0 ? 'none' : count === shown.length ? 'all' : 'some'
        expect(share(selection, shown)).toBe(expected)
      }),
    )
  })
})
