import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actions } from '../providers/provider'
import type { Receipt, ReceiptItem } from '../runs/receipt'
import { filterAddress, matches, type ReceiptFilter, readFilter } from './filter'

const anything = readFilter(new URLSearchParams())

function receipt(changes: Partial<Receipt>, ...people: readonly Partial<ReceiptItem>[]): Receipt {
  return {
    format: 'rollcall-receipt/1',
    id: '7f3a',
    action: 'deactivate',
    reason: null,
    operator: { acme: { id: 'o1', name: 'Ada Lindqvist' } },
    connections: { acme: { name: 'Acme', provider: 'awork' } },
    startedAt: new Date(2026, 10, 20, 14, 7).toISOString(),
    endedAt: null,
    items: people.map(person => ({
      connection: 'acme',
      userId: 'u1',
      name: 'Olga Owner',
      email: 'olga@acme.example',
      before: 'active',
      after: 'deactivated',
      verdict: 'done',
      verifiedAt: null,
      forecast: null,
      summary: null,
      reason: null,
      failure: null,
      ...person,
    })),
    ...changes,
  }
}

it('survives the way through the address', () => {
  const day = fc.constantFrom('', '2026-11-20', '2024-02-29')
  const filter = fc.record({
    search: fc.string(),
    actions: fc.uniqueArray(fc.constantFrom(...actions)).map(some => new Set(some)),
    operators: fc.uniqueArray(fc.string({ unit: 'grapheme' })).map(some => new Set(some)),
    from: day,
    to: day,
  })
  fc.assert(
    fc.property(filter, (one: ReceiptFilter) => {
      const address = new URLSearchParams(filterAddress(one).toString())
      expect(readFilter(address)).toEqual(one)
    }),
  )
})

it('ignores what is no day and no action', () => {
  expect(readFilter(new URLSearchParams('from=today&to=2026-13-45&action=explode'))).toEqual(
    anything,
  )
})

it('finds a user by any scrap of name, e-mail or id, without case and accents', () => {
  const kept = receipt({}, { name: 'María Fernández', email: 'mf@acme.example', userId: '5b0e' })
  for (const search of ['maria', 'FERN mar', '  mf@acme', '5B0E', ''])
    expect(matches(kept, { ...anything, search })).toBe(true)
  expect(matches(kept, { ...anything, search: 'maria lindqvist' })).toBe(false)
})

it('wants all words about the same user', () => {
  const kept = receipt({}, { name: 'Anna Meier' }, { name: 'Bert Vogt' })
  expect(matches(kept, { ...anything, search: 'anna meier' })).toBe(true)
  expect(matches(kept, { ...anything, search: 'anna vogt' })).toBe(false)
})

it('finds a ticket', () => {
  expect(matches(receipt({ reason: 'HR-1204' }), { ...anything, search: 'hr-1204' })).toBe(true)
})

it('narrows to actions and operators', () => {
  const kept = receipt({}, {})
  expect(matches(kept, { ...anything, actions: new Set(['activate', 'deactivate']) })).toBe(true)
  expect(matches(kept, { ...anything, actions: new Set(['activate']) })).toBe(false)
  expect(matches(kept, { ...anything, operators: new Set(['Ada Lindqvist']) })).toBe(true)
  expect(matches(kept, { ...anything, operators: new Set(['Henrik Dahl']) })).toBe(false)
})

it('takes both days in', () => {
  const between = (from: string, to: string) => matches(receipt({}), { ...anything, from, to })
  expect(between('2026-11-20', '2026-11-20')).toBe(true)
  expect(between('2026-11-21', '')).toBe(false)
  expect(between('', '2026-11-19')).toBe(false)
  expect(between('2026-11-01', '2026-11-30')).toBe(true)
})
