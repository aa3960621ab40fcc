import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Failure } from '../http/failure'
import { statuses, type User } from '../providers/provider'
import { type Asked, creatorOf, type Known, toAskFor } from './creators'
import { orphanOf } from './orphan'

const failure: Failure = { kind: 'server', method: 'GET', path: '/users', status: 500 }

const user = (values: Partial<User>): User => ({
  id: 'olga',
  name: 'Olga Owner',
  email: undefined,
  emails: [],
  status: 'active',
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
  readAt: 0,
  unreadable: undefined,
  ...values,
})

const knowing = (state: Known['state'], ...users: readonly User[]): Known => ({
  state,
  byId: { get: id => users.find(one => one.id === id) },
})

const judge = (
  createdBy: string | undefined,
  known: Known,
  { asked, failed }: { readonly asked?: Asked; readonly failed?: Failure } = {},
) =>
  orphanOf(
    creatorOf(
      { createdBy },
      known,
      failed,
      new Map(asked ? [[createdBy ?? '', asked]] : []),
      'awork',
    ),
    name => name,
  )

describe('an API user is orphaned', () => {
  test('when who created it was deactivated, and it says when', () => {
    const olga = user({ status: 'deactivated', deactivatedAt: '2026-11-03T12:00:00Z' })
    expect(judge('olga', knowing('complete', olga))).toEqual({
      orphaned: 'yes',
      because: 'Olga Owner was deactivated on 3 Nov 2026',
    })
  })

  test('when who created it is archived', () => {
    expect(judge('olga', knowing('loading', user({ status: 'archived' })))).toEqual({
      orphaned: 'yes',
      because: 'Olga Owner is archived',
    })
  })

  test('when a read of who created it found nobody', () => {
    expect(judge('nobody', knowing('complete'), { asked: { came: 'gone' } })).toMatchObject({
      orphaned: 'yes',
    })
  })
})

test('not being in the list is no proof: who created it is asked for, and until then it is not known', () => {
  const known = knowing('complete', user({}))
  const apiUser = { createdBy: 'nobody' }
  expect(judge(apiUser.createdBy, known)).toMatchObject({ orphaned: 'unknown' })
})

test('nobody is asked for who may only be hidden', () => {
  const apiUsers = [
    {
      id: 'a',
      name: 'Zapier',
      roleId: undefined,
      role: undefined,
      isAdmin: undefined,
      clientId: undefined,
      client: undefined,
      createdAt: undefined,
      createdBy: 'nobody',
      updatedAt: undefined,
    },
  ]
  expect(toAskFor(apiUsers, knowing('complete'))).toEqual(['nobody'])
  expect(toAskFor(apiUsers, knowing('partial'))).toEqual([])
  expect(toAskFor(apiUsers, knowing('loading'))).toEqual([])
})

test('orphaned is claimed only of who was seen deactivated or archived, or was asked for and is gone', () => {
  const users = fc.record({
    id: fc.constantFrom('olga', 'ben'),
    status: fc.constantFrom(...statuses),
    isUnreadable: fc.boolean(),
  })
  const answers = fc.constantFrom<Asked | undefined>(
    undefined,
    { came: 'gone' },
    { came: 'failed', failure },
    { came: 'nothing' },
  )
  fc.assert(
    fc.property(
      fc.option(fc.constantFrom('olga', 'ben', 'nobody'), { nil: undefined }),
      fc.array(users),
      fc.constantFrom<Known['state']>('loading', 'partial', 'complete'),
      answers,
      fc.option(fc.constant(failure), { nil: undefined }),
      (createdBy, drafts, state, asked, failed) => {
        const known = drafts.map(({ id, status, isUnreadable }) =>
          user({
            id,
            status,
            unreadable: isUnreadable ? { endpoint: 'GET /users', field: 'status' } : undefined,
          }),
        )
        const orphan = judge(createdBy, knowing(state, ...known), {
          ...(asked ? { asked } : {}),
          ...(failed ? { failed } : {}),
        })
        const seen = known.find(({ id }) => id === createdBy)
        const isProven = seen
          ? !seen.unreadable && (seen.status === 'deactivated' || seen.status === 'archived')
          : createdBy !== undefined && state === 'complete' && asked?.came === 'gone'
        expect(orphan.orphaned === 'yes').toBe(isProven)
        if (orphan.orphaned === 'no') expect(seen?.unreadable).toBe(undefined)
        if (orphan.orphaned === 'no') expect(seen).toBeDefined()
      },
    ),
  )
})
