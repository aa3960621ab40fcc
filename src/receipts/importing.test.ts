import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openJournal } from '../runs/journal'
import { tabLocks } from '../runs/locks'
import type { Receipt } from '../runs/receipt'
import { receiptJson } from '../runs/receiptFile'
import { importReceipts } from './importing'

const receipt = (id: string): Receipt => ({
  format: 'rollcall-receipt/1',
  id,
  action: 'deactivate',
  reason: null,
  operator: { acme: { id: 'o1', name: 'Ada Lindqvist' } },
  connections: { acme: { name: 'Acme', provider: 'awork', notHandled: ['Open tasks stay.'] } },
  startedAt: '2026-11-20T14:07:06.000Z',
  endedAt: '2026-11-20T14:07:18.000Z',
  items: [],
})
const file = (name: string, text: string) => new File([text], name)
const journalOf = (name: string) => openJournal({ name, locks: tabLocks() })

it('brings receipts from one browser to another, each once', async () => {
  const there = journalOf('import-1')
  const all = file('all.json', receiptJson([receipt('r1'), receipt('r2')]))
  const one = file('one.json', receiptJson(receipt('r2')))
  expect(await importReceipts([all, one], there)).toEqual({
    added: 2,
    alreadyHere: 1,
    problems: [],
  })
  expect(await there.read('r2')).toEqual({
    kept: true,
    found: { receipt: receipt('r2'), state: 'ended' },
  })
  expect(await importReceipts([all], there)).toMatchObject({ added: 0, alreadyHere: 2 })
})

it('takes what is right, and names file and field of what is not', async () => {
  const mixed = JSON.stringify([receipt('r1'), { ...receipt('r2'), action: 'explode' }])
  const files = [file('mixed.json', mixed), file('notes.txt', 'Dear diary')]
  expect(await importReceipts(files, journalOf('import-2'))).toEqual({
    added: 1,
    alreadyHere: 0,
    problems: [
      'mixed.json: [1].action should be one of activate, deactivate, archive, unarchive, delete',
      'notes.txt: This is not JSON',
    ],
  })
})

it('says when nothing can be kept', async () => {
  const reason = 'The storage of this browser is full'
  const full = { addNew: async () => ({ kept: false, reason }) as const }
  expect(await importReceipts([file('one.json', receiptJson(receipt('r1')))], full)).toEqual({
    added: 0,
    alreadyHere: 0,
    problems: [`${reason}. Nothing was kept`],
  })
})
