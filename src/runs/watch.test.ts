import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Action, Status } from '../providers/provider'
import { fakeUser } from './fakeProvider'
import type { KeptReceipt } from './journal'
import type { ReceiptItem, Verdict } from './receipt'
import { cutBefore, cutOffIn, notOurs, standingIn, type Touch } from './watch'

const targets = {
  activate: 'active',
  deactivate: 'deactivated',
  archive: 'archived',
  unarchive: 'active',
  delete: 'gone',
} as const satisfies Record<Action, Status | 'gone'>

let lastId = 0

/** A run that touched one user. @param at minutes after noon */
function touched(
  action: Action,
  at: number,
  { verdict = 'done', state = 'ended' }: { verdict?: Verdict; state?: KeptReceipt['state'] } = {},
): Touch {
  const time = new Date(Date.UTC(2026, 10, 20, 12, at)).toISOString()
  const wasSeen = verdict === 'done' || verdict === 'already'
  const item: ReceiptItem = {
    connection: 'acme',
    userId: 'u1',
    name: 'Annemarie Vogt',
    email: null,
    before: 'active',
    after: wasSeen ? targets[action] : null,
    verdict,
    verifiedAt: wasSeen ? time : null,
    forecast: null,
    summary: null,
    reason: null,
    failure: null,
  }
  lastId += 1
  const receipt = {
    format: 'rollcall-receipt/1',
    id: `r${lastId}`,
    action,
    reason: null,
    operator: {},
    connections: {},
    startedAt: time,
    endedAt: time,
    items: [item],
  } as const
  return { receipt, state, item }
}

const seen = (status: Status, at: number) =>
  fakeUser({ id: 'u1', status, readAt: Date.UTC(2026, 10, 20, 12, at) })

const deactivated = touched('deactivate', 1)

it('tells of who is active again, or invited again, after a run deactivated them', () => {
  expect(cutBefore(seen('active', 2), [deactivated])).toBe(deactivated)
  expect(cutBefore(seen('invited', 2), [deactivated])).toBe(deactivated)
})

it('says nothing of who is still out, or was read before the run', () => {
  expect(cutBefore(seen('deactivated', 2), [deactivated])).toBeUndefined()
  expect(cutBefore(seen('archived', 2), [deactivated])).toBeUndefined()
  expect(cutBefore(seen('active', 0), [deactivated])).toBeUndefined()
})

it('says nothing where a later run of ours let them in, or may have', () => {
  const back = seen('active', 9)
  expect(cutBefore(back, [touched('activate', 2), deactivated])).toBeUndefined()
  for (const verdict of ['unknown', 'already'] as const)
    expect(cutBefore(back, [deactivated, touched('activate', 2, { verdict })])).toBeUndefined()
  const running = touched('activate', 2, { verdict: 'skipped', state: 'running' })
  expect(cutBefore(back, [running, deactivated])).toBeUndefined()
})

it('still tells where a later run of ours let nobody in', () => {
  const back = seen('active', 9)
  for (const verdict of ['skipped', 'blocked', 'failed'] as const)
    expect(cutBefore(back, [touched('activate', 2, { verdict }), deactivated])).toBe(deactivated)
  const again = touched('deactivate', 3, { verdict: 'already' })
  expect(cutBefore(back, [again, deactivated])).toBe(deactivated)
  const interrupted = touched('activate', 2, { verdict: 'skipped', state: 'interrupted' })
  expect(cutBefore(back, [interrupted, deactivated])).toBe(deactivated)
})

it('believes only what a read has verified', () => {
  for (const verdict of ['skipped', 'blocked', 'failed', 'unknown', 'already'] as const)
    expect(cutBefore(seen('active', 9), [touched('deactivate', 1, { verdict })])).toBeUndefined()
})

it('keeps users of different connections apart', () => {
  const { item } = deactivated
  const elsewhere = { ...deactivated.receipt, items: [{ ...item, connection: 'nordwind' }] }
  const standing = standingIn([{ receipt: elsewhere, state: 'ended' }, touched('activate', 2)])
  expect([...cutOffIn(standing, 'nordwind').keys()]).toEqual(['u1'])
  expect(cutOffIn(standing, 'acme').size).toBe(0)
})

it('leaves out of what changed since a run what a later one of ours has changed', () => {
  const standing = standingIn([deactivated, touched('activate', 2)])
  expect(notOurs([{ item: deactivated.item }], deactivated.receipt.id, standing)).toEqual([])
  const alone = standingIn([deactivated])
  expect(notOurs([{ item: deactivated.item }], deactivated.receipt.id, alone)).toHaveLength(1)
})

it('tells exactly of those whose last verified run is a deactivation, in whatever order receipts come', () => {
  const actions = fc.constantFrom<Action>('activate', 'deactivate', 'archive', 'unarchive')
  const some = fc.uniqueArray(fc.record({ action: actions, at: fc.integer({ min: 1, max: 50 }) }), {
    selector: ({ at }) => at,
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(some, fc.infiniteStream(fc.nat()), (runs, order) => {
      const touches = runs.map(({ action, at }) => touched(action, at))
      const shuffled = touches
        .map(touch => ({ touch, key: order.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ touch }) => touch)
      const last = touches.toSorted((a, b) =>
        a.receipt.startedAt < b.receipt.startedAt ? 1 : -1,
      )[0]
      const expected = last?.receipt.action === 'deactivate' ? last : undefined
      expect(cutBefore(seen('active', 59), shuffled)).toBe(expected)
      expect(cutOffIn(standingIn(shuffled), 'acme').has('u1')).toBe(expected !== undefined)
    }),
  )
})
