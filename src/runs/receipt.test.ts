import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actions, kinds, statuses } from '../providers/provider'
import { receiptCsv } from './csv'
import { interruptedReason, stoppedReason } from './facts'
import { fakeRules } from './fakeProvider'
import { notesOf } from './notes'
import { type Receipt, type ReceiptConnection, type ReceiptItem, verdicts } from './receipt'
import { readReceipts, receiptJson } from './receiptFile'
import { fromKept, type RunRecord, toKept, unfinishedReceipt } from './runRecord'
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

const told: ReceiptConnection = {
  name: 'Acme Workfront',
  provider: 'workfront',
  choice: { label: 'Access level', id: 'level-2', name: 'Work' },
  notHandled: ['Open tasks stay assigned.', 'Reports that run as them break.'],
  afterwards: ['The licence is free for somebody else.'],
}

describe('the receipt file', () => {
  it('is read back as it was written', () => {
    expect(readReceipts(receiptJson(receipt))).toEqual([{ receipt }])
  })

  it('is read back whatever is in it, from a run that was killed too', () => {
    const text = fc.string({ unit: 'grapheme' })
    // A key that would be more than a key is left out when a file is read.
    const key = text.filter(one => one !== '__proto__')
    const figures = fc.option(fc.dictionary(key, fc.option(fc.nat())))
    const connection: fc.Arbitrary<ReceiptConnection> = fc.record(
      {
        name: text,
        provider: text,
        choice: fc.record({ label: text, id: text, name: text }),
        notHandled: fc.array(text),
        afterwards: fc.array(text),
      },
      { requiredKeys: ['name', 'provider'] },
    )
    const record: fc.Arbitrary<RunRecord> = fc.record({
      id: fc.string({ minLength: 1 }),
      action: fc.constantFrom(...actions),
      reason: fc.option(text),
      operator: fc.dictionary(key, fc.record({ id: text, name: text })),
      connections: fc.dictionary(key, connection),
      startedAt: fc.constant(receipt.startedAt),
      items: fc.array(
        fc.record({
          connection: text,
          user: fc.record({
            id: text,
            name: text,
            email: fc.option(text, { nil: undefined }),
            status: fc.constantFrom(...statuses),
            isAdmin: fc.option(fc.boolean(), { nil: undefined }),
            kind: fc.constantFrom(...kinds),
          }),
          forecast: figures,
          settled: fc.option(
            fc.constantFrom(...verdicts).map(verdict => ({ ...dagmar, verdict })),
            { nil: undefined },
          ),
        }),
      ),
    })
    fc.assert(
      fc.property(record, run => {
        expect(fromKept(structuredClone(toKept(run)))).toEqual(run)
        const unfinished = unfinishedReceipt(run, new Map([[0, { state: 'intended' }]]))
        expect(readReceipts(receiptJson(unfinished))).toEqual([{ receipt: unfinished }])
      }),
    )
  })

  it('says of a run under way nothing about those it has not come to', () => {
    const { items, ...head } = receipt
    const planned = items.map(item => ({
      connection: item.connection,
      user: {
        id: item.userId,
        name: item.name,
        email: undefined,
        status: item.before,
        isAdmin: false,
        kind: 'person' as const,
      },
      forecast: null,
      settled: undefined,
    }))
    const steps = new Map([[0, { state: 'intended' as const }]])
    const said = (isRunning: boolean) =>
      unfinishedReceipt({ ...head, items: planned }, steps, isRunning).items.map(item => [
        item.verdict,
        item.reason,
      ])
    expect(said(true)).toEqual([
      ['unknown', 'Not known yet: the run is under way'],
      ['unknown', 'Not known yet: the run is under way'],
    ])
    expect(said(false)).toEqual([
      ['unknown', expect.stringContaining('Interrupted before the answer')],
      ['skipped', expect.stringContaining('Not handled')],
    ])
  })

  it('ignores what it does not know, and does without the names of connections', () => {
    const { connections: _, ...older } = receipt
    expect(readReceipts(JSON.stringify({ ...older, later: 1 }))).toEqual([
      { receipt: { ...receipt, connections: {} } },
    ])
  })

  it('may be a list, of which each is read on its own', () => {
    const list = [receipt, { ...receipt, items: [{ ...olga, after: 'away' }] }, null]
    expect(readReceipts(JSON.stringify(list))).toEqual([
      { receipt },
      {
        field: '[1].items[0].after',
        problem: 'should be one of invited, active, deactivated, archived, pendingApproval, gone',
      },
      { field: '[2]', problem: 'should be of type object' },
    ])
    expect(readReceipts(receiptJson([]))).toEqual([])
  })

  it.each([
    ['not JSON', '', 'This is not JSON', 'nonsense'],
    [
      'another format',
      'format',
      'should be rollcall-receipt/1',
      JSON.stringify({ ...receipt, format: 'rollcall-receipt/9' }),
    ],
    [
      'a verdict that is none',
      'items[1].verdict',
      'should be one of done, already, skipped, blocked, failed, unknown',
      JSON.stringify({ ...receipt, items: [olga, { ...dagmar, verdict: 'fine' }] }),
    ],
    [
      'a time that is none',
      'startedAt',
      'is not as a receipt has it',
      JSON.stringify({ ...receipt, startedAt: 'today' }),
    ],
  ])('says where %s is wrong', (_, field, problem, file) => {
    expect(readReceipts(file)).toEqual([{ field, problem }])
  })
})

describe('the CSV', () => {
  it('has one line per user, an empty cell for what is not known, and no formula', async () => {
    const [head, first, second, ...rest] = (await receiptCsv(receipt)).split('\r\n')
    expect(head).toBe(
      '\uFEFFreceipt,action,reason,operator,operatorId,startedAt,endedAt,connection,userId,name,email,before,after,verdict,verifiedAt,forecast.openTasks,forecast.privateProjects,summary.privateProjectManagersReassigned,summary.privateProjectsDeleted,note,failure.kind,failure.status,failure.code,failure.description,failure.traceId',
    )
    expect(first).toContain(',done,2026-11-20T14:07:08.000Z,12,,3,2,')
    expect(second).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    // The description has a line end of its own inside its quotes.
    expect(rest).toEqual([''])
  })

  it('has what was chosen only where something was', async () => {
    const [head, first] = (await receiptCsv({ ...receipt, connections: { acme: told } })).split(
      '\r\n',
    )
    expect(head).toContain(',connection,choice,choiceId,userId,')
    expect(first).toContain(',acme,Work,level-2,olga,')
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

  it('says of those left alone what they were, not that nothing is known of them', () => {
    const left = { ...olga, after: null, verifiedAt: null, summary: null, reason: 'This is you.' }
    const items = [
      { ...left, verdict: 'blocked' as const },
      { ...left, verdict: 'unknown' as const },
    ]
    const text = ticketText({ ...receipt, items }, [])
    expect(text).toContain('<olga@acme.example>: Active; This is you.')
    expect(text).toContain('<olga@acme.example>: Active → not known; This is you.')
  })

  it('says what was chosen, what is true now, and what is left to somebody', () => {
    const text = ticketText({ ...receipt, connections: { acme: told } }, [])
    expect(text).toContain('Reason: HR-1204\nAccess level: Work\nRollcall receipt r1')
    expect(text.split('\n\n').slice(-2)).toEqual([
      'Afterwards\n- The licence is free for somebody else.',
      'Not handled\n- Open tasks stay assigned.\n- Reports that run as them break.',
    ])
  })

  it('claims nothing afterwards where it is done for nobody', () => {
    const failed = { ...receipt, connections: { acme: told }, items: [dagmar] }
    expect(ticketText(failed, [])).not.toContain('licence')
    expect(ticketText(failed, [])).toContain('Open tasks stay assigned.')
  })

  it('says of several connections which of them it means', () => {
    const both = { acme: told, north: { ...told, name: 'Nordwind', choice: undefined } }
    expect(notesOf({ connections: both, items: [olga] })).toEqual({
      chosen: ['Acme Workfront: Access level: Work'],
      notHandled: [
        'Acme Workfront: Open tasks stay assigned.',
        'Acme Workfront: Reports that run as them break.',
        'Nordwind: Open tasks stay assigned.',
        'Nordwind: Reports that run as them break.',
      ],
      afterwards: ['Acme Workfront: The licence is free for somebody else.'],
    })
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

describe('how many of how many', () => {
  const left = { ...olga, after: null, verifiedAt: null, summary: null }
  const title = (item: Partial<ReceiptItem>) =>
    outcomeTitle({ action: 'deactivate', items: [olga, { ...left, ...item }] })

  it('does not count who was left out from the start', () => {
    expect(title({ verdict: 'skipped', reason: 'Deactivated already' })).toBe('1 user deactivated')
    expect(title({ verdict: 'blocked', reason: 'This is you.' })).toBe('1 user deactivated')
  })

  it.each([
    { verdict: 'skipped', reason: stoppedReason },
    { verdict: 'skipped', reason: interruptedReason },
    // Seen on the way, and changed in between.
    { verdict: 'skipped', after: 'active', verifiedAt: olga.verifiedAt },
    { verdict: 'blocked', after: 'active', verifiedAt: olga.verifiedAt },
    { verdict: 'failed' },
    { verdict: 'unknown' },
    { verdict: 'already' },
  ] as const)('counts who was to go and did not by it: %o', item => {
    expect(title(item)).toBe('1 of 2 users deactivated')
  })
})

describe('what can be done after', () => {
  it('undoes only who was done and is still so', () => {
    expect(undoOf(receipt, 'acme', fakeRules)).toEqual({
      action: 'activate',
      users: [{ id: 'olga', name: 'Olga Owner', leftAs: 'deactivated' }],
      limits: 'Deleted projects do not come back.',
    })
    expect(undoOf(receipt, 'acme', fakeRules, () => 'active')).toEqual({
      reason: 'Changed since by somebody else',
    })
    expect(undoOf({ ...receipt, items: [dagmar] }, 'acme', fakeRules)).toHaveProperty('reason')
    expect(undoOf({ ...receipt, action: 'delete' }, 'acme', fakeRules)).toHaveProperty('reason')
    expect(undoOf(receipt, 'elsewhere', fakeRules)).toHaveProperty('reason')
  })

  it('retries exactly who failed and who is unknown', () => {
    const items = verdicts.map(verdict => ({ ...olga, verdict, userId: verdict }))
    expect(failedOf({ items }, 'acme').map(({ id }) => id)).toEqual(['failed', 'unknown'])
    expect(failedOf({ items }, 'elsewhere')).toEqual([])
  })
})
