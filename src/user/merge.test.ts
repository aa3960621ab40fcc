import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProfileValues } from '../providers/administration'
import { differences, filled, mergeProfile } from './merge'

const fields = ['firstName', 'position', 'gender', 'birthDate'] as const
const value = fc.option(fc.constantFrom('', ' ', 'a', 'b', 'c'), { nil: undefined })
const profile: fc.Arbitrary<ProfileValues> = fc.dictionary(fc.constantFrom(...fields), value)

describe('merging what I want with what is there now', () => {
  it('sends every field, and what I did not touch as it is now', () => {
    fc.assert(
      fc.property(profile, profile, profile, (base, mine, theirs) => {
        const { values } = mergeProfile(base, mine, theirs)
        const untouched = fields.filter(field => filled(mine, field) === filled(base, field))
        for (const field of untouched) expect(values[field]).toBe(filled(theirs, field))
        for (const field of Object.keys(theirs)) expect(Object.keys(values)).toContain(field)
      }),
    )
  })

  it('overwrites nothing that somebody else changed', () => {
    fc.assert(
      fc.property(profile, profile, profile, (base, mine, theirs) => {
        const { values } = mergeProfile(base, mine, theirs)
        for (const field of differences(base, theirs))
          expect(values[field]).toBe(filled(theirs, field))
      }),
    )
  })

  it('does what I want wherever nobody else changed anything', () => {
    fc.assert(
      fc.property(profile, profile, (base, mine) => {
        const { values, conflicts, kept, changes } = mergeProfile(base, mine, base)
        for (const field of fields) expect(values[field]).toBe(filled(mine, field))
        expect({ conflicts, kept }).toEqual({ conflicts: [], kept: [] })
        expect([...changes].sort()).toEqual([...differences(base, mine)].sort())
      }),
    )
  })

  it('each field is mine, theirs, a conflict or untouched: never two of them', () => {
    fc.assert(
      fc.property(profile, profile, profile, (base, mine, theirs) => {
        const merge = mergeProfile(base, mine, theirs)
        const said = [...merge.conflicts.map(({ field }) => field), ...merge.kept, ...merge.changes]
        expect(new Set(said).size).toBe(said.length)
      }),
    )
  })

  it('wanting the same is no conflict', () => {
    const merge = mergeProfile({ position: 'a' }, { position: 'b' }, { position: 'b' })
    expect(merge).toMatchObject({ conflicts: [], kept: [], changes: [], values: { position: 'b' } })
  })

  it('wanting something else is one, and shows both', () => {
    const merge = mergeProfile({ position: 'a' }, { position: 'b' }, { position: undefined })
    expect(merge.conflicts).toEqual([{ field: 'position', mine: 'b', theirs: undefined }])
    expect(merge.values['position']).toBeUndefined()
  })

  it('takes spaces around what was entered away, and leaves those of what was not touched', () => {
    const base = { firstName: ' Ann ', position: 'a', title: 'Dr' }
    const merge = mergeProfile(base, { ...base, position: ' b ', title: 'Dr ' }, base)
    expect(merge.changes).toEqual(['position'])
    expect(merge.values).toEqual({ firstName: ' Ann ', position: 'b', title: 'Dr' })
  })

  it('once shown, my choice is what is sent', () => {
    fc.assert(
      fc.property(profile, profile, profile, (base, mine, theirs) => {
        const { conflicts } = mergeProfile(base, mine, theirs)
        const chosen = Object.fromEntries(conflicts.map(each => [each.field, each.mine]))
        const again = mergeProfile(theirs, { ...theirs, ...chosen }, theirs)
        expect(again.conflicts).toEqual([])
        for (const each of conflicts) expect(again.values[each.field]).toBe(each.mine)
      }),
    )
  })
})
