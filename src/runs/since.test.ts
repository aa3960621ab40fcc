import { expect, it } from 'vitest'
import type { Status, User } from '../providers/provider'
import type { ReceiptItem } from './receipt'
import { changedSince } from './since'

const verifiedAt = '2026-11-20T14:07:08.000Z'
const verified = Date.parse(verifiedAt)

const deactivated: ReceiptItem = {
  connection: 'acme',
  userId: 'u1',
  name: 'Annemarie Vogt',
  email: null,
  before: 'active',
  after: 'deactivated',
  verdict: 'done',
  verifiedAt,
  forecast: null,
  summary: null,
  reason: null,
  failure: null,
}

const seen = (status: Status, readAt: number): User => ({
  id: 'u1',
  name: 'Annemarie Vogt',
  email: undefined,
  emails: [],
  status,
  kind: 'person',
  position: undefined,
  role: undefined,
  isAdmin: undefined,
  teams: [],
  tags: [],
  createdAt: undefined,
  createdBy: undefined,
  updatedAt: undefined,
  deactivatedAt: undefined,
  readAt,
  unreadable: undefined,
})

const changed = (item: ReceiptItem, user: User | undefined) => changedSince([item], () => user)

it('tells who is active again', () => {
  const user = seen('active', verified + 1)
  expect(changed(deactivated, user)).toEqual([{ item: deactivated, user }])
})

it('says nothing of who is still as the run left them', () => {
  expect(changed(deactivated, seen('deactivated', verified + 1))).toEqual([])
})

it('believes no list that is older than the run', () => {
  expect(changed(deactivated, seen('active', verified - 1))).toEqual([])
})

it('says nothing of who was not read, or whom the run did not change', () => {
  const now = seen('active', verified + 1)
  expect(changed(deactivated, undefined)).toEqual([])
  expect(changed({ ...deactivated, verdict: 'already' }, now)).toEqual([])
  expect(changed({ ...deactivated, verifiedAt: null, verdict: 'unknown' }, now)).toEqual([])
})
