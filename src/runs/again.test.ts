import { describe, expect, it } from 'vitest'
import { retryOn, undoOn } from './again'
import { fakeProvider } from './fakeProvider'
import type { Receipt, ReceiptItem, Verdict } from './receipt'

const item = (userId: string, verdict: Verdict, connection = 'acme'): ReceiptItem => ({
  connection,
  userId,
  name: `User ${userId}`,
  email: null,
  before: 'active',
  after: verdict === 'done' ? 'deactivated' : null,
  verdict,
  verifiedAt: null,
  forecast: null,
  summary: null,
  reason: null,
  failure: null,
})

const named = (name: string) => ({ name, provider: 'fake' })

const receiptWith = (items: readonly ReceiptItem[]): Receipt => ({
  format: 'rollcall-receipt/1',
  id: 'r1',
  action: 'deactivate',
  reason: 'HR-1204',
  operator: {},
  connections: { acme: named('Acme'), north: named('Nordwind') },
  startedAt: '2026-11-20T14:07:06.000Z',
  endedAt: '2026-11-20T14:07:18.000Z',
  items,
})

const provider = fakeProvider()
const acme = { connection: { id: 'acme' }, provider }
const north = { connection: { id: 'north' }, provider }
const left = (id: string) => ({ id, name: `User ${id}`, leftAs: 'deactivated' })

describe('undo, from a receipt', () => {
  const items = [item('a', 'done'), item('b', 'done'), item('c', 'failed')]
  const kept = { receipt: receiptWith(items), state: 'ended' } as const

  it('is for everybody who was done, with the reason of the run', () => {
    expect(undoOn(kept, [acme])).toEqual({
      request: {
        action: 'activate',
        connectionId: 'acme',
        provider,
        reason: 'HR-1204',
        users: [left('a'), left('b')],
      },
    })
  })

  it('is for chosen people, and never for who was not done', () => {
    const undo = undoOn(kept, [acme], items.slice(1))
    expect(undo).toMatchObject({ request: { users: [left('b')] } })
    expect(undoOn(kept, [acme], items.slice(2))).toEqual({
      reason: 'Nobody was changed, so there is nothing to undo',
    })
  })

  it('leaves out who is known to be changed since', () => {
    const statusNow = ({ userId }: ReceiptItem) => (userId === 'a' ? 'active' : undefined)
    const undo = undoOn(kept, [acme], items, statusNow)
    expect(undo).toMatchObject({ request: { users: [left('b')] } })
  })

  it('of several connections is one run again, where all that matter are signed in', () => {
    const both = [item('a', 'done'), item('b', 'done', 'north')]
    const several = { receipt: receiptWith(both), state: 'ended' } as const
    expect(undoOn(several, [acme, north])).toMatchObject({
      request: {
        connectionId: 'acme',
        users: [left('a')],
        also: [{ connectionId: 'north', users: [left('b')] }],
      },
    })
    expect(undoOn(several, [acme])).toEqual({
      reason: 'Sign in to Nordwind first, or choose on the receipt whom to undo it for',
    })
    expect(undoOn(several, [])).toEqual({ reason: 'Sign in to Acme first' })
    expect(undoOn(several, [acme], both.slice(0, 1))).toMatchObject({
      request: { users: [left('a')] },
    })
  })

  it.each([
    ['running', 'The run is still under way'],
    ['interrupted', 'The run was interrupted: resume it first'],
  ] as const)('waits while the run is %s', (state, reason) => {
    expect(undoOn({ ...kept, state }, [acme])).toEqual({ reason })
  })
})

describe('retry, from a receipt', () => {
  it('takes exactly who failed and who is unknown, whichever connection they are in', () => {
    const items = [
      item('a', 'done'),
      item('b', 'failed'),
      item('c', 'unknown', 'north'),
      item('d', 'skipped'),
      item('e', 'blocked'),
      item('f', 'already'),
    ]
    const kept = { receipt: receiptWith(items), state: 'ended' } as const
    expect(retryOn(kept, [acme, north])).toMatchObject({
      request: {
        action: 'deactivate',
        users: [{ id: 'b' }],
        also: [{ users: [{ id: 'c' }] }],
      },
    })
  })

  it('says that nobody failed', () => {
    const kept = { receipt: receiptWith([item('a', 'done')]), state: 'ended' } as const
    expect(retryOn(kept, [])).toEqual({ reason: 'Nobody failed' })
  })
})
