import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  countListed,
  extend,
  type Listed,
  nobody,
  remove,
  type Selection,
  step,
  toggle,
} from './selection'

const ids12 = Array.from({ length: 12 }, (_, index) => `u${index}`)
const listOf = (shown: readonly string[]): Listed => ({
  size: shown.length,
  rowOf: id => shown.indexOf(id),
  idAt: row => shown[row],
})
const listed = listOf(ids12)
const anyId = fc.constantFrom(...ids12, 'hidden-1', 'hidden-2')
const selections: fc.Arbitrary<Selection> = fc
  .uniqueArray(anyId)
  .map(ids => ({ ids: new Set(ids), anchor: undefined }))
const listedId = fc.constantFrom(...ids12)

const ids = (selection: Selection) => [...selection.ids].sort()
const rangeOf = (one: string, other: string) => {
  const [start = 0, end = 0] = [ids12.indexOf(one), ids12.indexOf(other)].sort((a, b) => a - b)
  return ids12.slice(start, end + 1)
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
        for (const id of [...ids12, 'hidden-1', 'hidden-2'])
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

  it('a range without an anchor in the list is the row alone', () => {
    expect(ids(extend(toggle(nobody, 'hidden-1'), listed, 'u4'))).toEqual(['hidden-1', 'u4'])
    expect(ids(extend(nobody, listed, 'u4'))).toEqual(['u4'])
  })

  it('steps there and back leave what was selected before', () => {
    fc.assert(
      fc.property(selections, fc.integer({ min: 0, max: 8 }), fc.nat(3), (selection, row, more) => {
        const path = ids12.slice(row, row + more + 1)
        const there = path.slice(1).map((to, at) => [path[at] ?? '', to] as const)
        const back = there.toReversed().map(([from, to]) => [to, from] as const)
        const walk = (start: Selection, steps: typeof there) =>
          steps.reduce((now, [from, to]) => step(now, listed, from, to), start)
        const selected = walk(selection, there)
        const all = more === 0 ? [...selection.ids] : [...selection.ids, ...path]
        expect(ids(selected)).toEqual([...new Set(all)].sort())
        const first = more === 0 ? [] : path.slice(0, 1)
        expect(ids(walk(selected, back))).toEqual([...new Set([...selection.ids, ...first])].sort())
      }),
    )
  })

  it('a step from elsewhere begins a range of its own', () => {
    const far = toggle(nobody, 'u1')
    expect(ids(step(far, listed, 'u8', 'u9'))).toEqual(['u1', 'u8', 'u9'])
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

  it('counts who of the list is selected, few or many', () => {
    const many = Array.from({ length: 900 }, (_, index) => `u${index}`)
    fc.assert(
      fc.property(selections, fc.constantFrom([], ids12, many), (selection, shown) => {
        const count = shown.filter(id => selection.ids.has(id)).length
        expect(countListed(selection, listOf(shown))).toBe(count)
      }),
    )
  })
})
