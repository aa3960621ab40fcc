import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parsePreferences, tableOf } from './preferences'

const defaults = { theme: 'system', singleKeys: 'on', tables: {} }

it('reads back what it wrote', () => {
  const id = fc.string({ minLength: 1 }).filter(text => text !== '__proto__')
  const table = fc.record({
    columns: fc.array(fc.string()),
    widths: fc.dictionary(id, fc.integer({ min: 40, max: 2000 }), { noNullPrototype: true }),
    views: fc.array(fc.record({ id, name: id, search: fc.string() })),
  })
  const preferences = fc.record({
    theme: fc.constantFrom('system', 'light', 'dark'),
    singleKeys: fc.constantFrom('on', 'off'),
    tables: fc.dictionary(id, table, { noNullPrototype: true }),
  })
  fc.assert(
    fc.property(preferences, all => {
      expect(parsePreferences(JSON.stringify(all))).toEqual(all)
    }),
  )
})

it('makes something usable of anything that may be stored', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), fc.constant(null)), text => {
      const parsed = parsePreferences(text)
      expect(['system', 'light', 'dark']).toContain(parsed.theme)
      expect(tableOf(parsed, 'anything').views).toEqual([])
    }),
  )
  expect(parsePreferences(null)).toEqual(defaults)
  expect(parsePreferences('{')).toEqual(defaults)
})

it('keeps what it can read next to what it cannot', () => {
  const view = { id: '1', name: 'Leavers', search: 'status=deactivated' }
  const stored = {
    theme: 'purple',
    singleKeys: 'off',
    tables: { acme: { columns: 'all', widths: { name: 3 }, views: [view, { id: 2 }, null] } },
  }
  const parsed = parsePreferences(JSON.stringify(stored))
  expect(parsed.theme).toBe('system')
  expect(parsed.singleKeys).toBe('off')
  expect(tableOf(parsed, 'acme')).toEqual({ columns: undefined, widths: {}, views: [view] })
})

it('knows no table by the name of what every object has', () => {
  expect(tableOf(parsePreferences(null), 'toString')).toEqual({ widths: {}, views: [] })
})
