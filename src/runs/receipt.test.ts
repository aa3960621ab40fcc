import { describe, expect, it } from 'vitest'
import { receiptCsv } from './csv'
import { fakeRules } from './fakeProvider'
import type { Receipt, ReceiptItem } from './receipt'
import { readReceipt, receiptJson } from './receiptFile'
import { outcomeTitle, ticketText } from './ticket'
import { failedOf, undoOf } from './undo'

const olga: ReceiptItem = {
  connection: 'acme',
  userId: 'olga',
  name: 'Olga Owner',
  email: 'olga@acme.example',
  before: 'active',
  after: 'deactivated',
  verdict: 'done',
  verifiedAt: '2026-11-20T14:07:08.000Z',
  forecast: { openTasks: 12, privateProjects: null },
  summary: { privateProjectManagersReassigned: 3, privateProjectsDeleted: 2 },
  reason: null,
  failure: null,
}
const dagmar: ReceiptItem = {
  ...olga,
  userId: 'dagmar',
  name: '=HYPERLINK("http://evil.example")',
  email: null,
  after: 'active',
  verdict: 'failed',
  summary: null,
  reason: 'awork refused this.',
  failure: {
    kind: 'refused',
    status: 400,
    code: 'invalid-operation',
    description: 'The operation is\nnot allowed.',
    traceId: '7c41f09ab2',
  },
}
const receipt: Receipt = {
  format: 'rollcall-receipt/1',
  id: 'r1',
  action: 'deactivate',
  reason: 'HR-1204',
  operator: { acme: { id: 'ada', name: 'Ada Lindqvist' } },
  connections: { acme: { name: 'Acme', provider: 'awork' } },
  startedAt: '2026-11-20T14:07:06.000Z',
  endedAt: '2026-11-20T14:07:18.000Z',
  items: [olga, dagmar],
}

describe('the receipt file', () => {
  it('is read back as it was written', () => {
    expect(readReceipt(receiptJson(receipt))).toEqual({ receipt })
  })

  it('ignores what it does not know, and does without the names of connections', () => {
    const { connections: _, ...older } = receipt
    expect(readReceipt(JSON.stringify({ ...older, later: 1 }))).toEqual({
      receipt: { ...receipt, connections: {} },
    })
  })

  it.each([
    ['not JSON', '', 'nonsense'],
    ['another format', 'format', JSON.stringify({ ...receipt, format: 'rollcall-receipt/9' })],
    [
      'a verdict that is none',
      'items.1.verdict',
      JSON.stringify({ ...receipt, items: [olga, { ...dagmar, verdict: 'fine' }] }),
    ],
  ])('says where %s is wrong', (_, field, file) => {
    expect(readReceipt(file)).toMatchObject({ field })
  })
})

describe('the CSV', () => {
  it('has one line per user, an empty cell for what is not known, and no formula', async () => {
    const [head, first, second, ...rest] = (await receiptCsv(receipt)).split('\r\n')
    expect(head).toBe(
      'receipt,action,reason,operator,operatorId,startedAt,endedAt,connection,userId,name,email,before,after,verdict,verifiedAt,forecast.openTasks,forecast.privateProjects,summary.privateProjectManagersReassigned,summary.privateProjectsDeleted,note,failure.kind,failure.status,failure.code,failure.description,failure.traceId',
    )
    expect(first).toContain(',done,2026-11-20T14:07:08.000Z,12,,3,2,')
    expect(second).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    // The description has a line end of its own inside its quotes.
    expect(rest).toEqual([])
  })
})

describe('the text for a ticket', () => {
  it('says who, what, when and how it is known, unfinished first', () => {
    expect(ticketText(receipt, [])).toBe(`1 of 2 users deactivated
Acme (awork), by Ada Lindqvist
2026-11-20 14:07:06 UTC to 2026-11-20 14:07:18 UTC
Reason: HR-1204
Rollcall receipt r1

Failed (1)
- =HYPERLINK("http://evil.example") (id dagmar): Active → Active; read 2026-11-20 14:07:08 UTC; awork refused this.; “The operation is not allowed.”; trace 7c41f09ab2

Done (1)
- Olga Owner <olga@acme.example>: Active → Deactivated; read 2026-11-20 14:07:08 UTC; Private project managers reassigned: 3; Private projects deleted: 2`)
  })

  it.each([
    ['done', 'Olga Owner deactivated'],
    ['already', 'Olga Owner was already deactivated'],
    ['failed', 'Olga Owner not deactivated'],
    ['unknown', 'Olga Owner: not known whether deactivated'],
  ] as const)('names the outcome %s for one', (verdict, title) => {
    expect(outcomeTitle({ action: 'deactivate', items: [{ ...olga, verdict }] })).toBe(title)
  })
})

describe('what can be done after', () => {
  it('undoes only who was done and is still so', () => {
    expect(undoOf(receipt, 'acme', fakeRules)).toEqual({
      action: 'activate',
      users: [{ id: 'olga', name: 'Olga Owner' }],
      limits: 'Deleted projects do not come back.',
    })
    expect(undoOf(receipt, 'acme', fakeRules, () => 'active')).toEqual({
      reason: 'Changed since by somebody else',
    })
    expect(undoOf({ ...receipt, items: [dagmar] }, 'acme', fakeRules)).toHaveProperty('reason')
    expect(undoOf({ ...receipt, action: 'delete' }, 'acme', fakeRules)).toHaveProperty('reason')
    expect(undoOf(receipt, 'elsewhere', fakeRules)).toHaveProperty('reason')
  })

  it('retries only who failed', () => {
    expect(failedOf(receipt, 'acme').map(({ id }) => id)).toEqual(['dagmar'])
  })
})
