import { describe, expect, it } from 'vitest'
import { FailureError, type FailureKind } from '../http/failure'
import { settleWrite } from './saving'

const failing = (kind: FailureKind) => async () => {
  throw new FailureError({ kind, method: 'PUT', path: '/users/1' })
}
const fine = async () => {}

describe('what came of a write', () => {
  it('is saved only when a read afterwards shows it', async () => {
    expect(await settleWrite(fine, async () => true)).toEqual({
      state: 'saved',
      failure: undefined,
    })
    expect(await settleWrite(fine, async () => false)).toMatchObject({
      state: 'notSaved',
      why: 'notConfirmed',
    })
  })

  it.each(['unreachable', 'timeout', 'server', 'unexpectedAnswer', 'aborted'] as const)(
    'is settled by reading after the answer was lost: %s',
    async kind => {
      expect(await settleWrite(failing(kind), async () => true)).toMatchObject({
        state: 'saved',
        failure: { kind },
      })
      expect(await settleWrite(failing(kind), async () => false)).toMatchObject({
        state: 'notSaved',
        why: 'lost',
        failure: { kind },
      })
    },
  )

  it('is not known where it cannot be read afterwards', async () => {
    const unread = async () => {
      throw new FailureError({ kind: 'server', method: 'GET', path: '/users/1' })
    }
    expect(await settleWrite(fine, unread)).toMatchObject({ state: 'notKnown' })
    expect(await settleWrite(failing('timeout'), unread)).toMatchObject({ state: 'notKnown' })
  })

  it.each(['refused', 'notPermitted', 'notFound', 'rateLimited', 'expired'] as const)(
    'needs no read where nothing was done: %s',
    async kind => {
      const read = async () => {
        throw new Error('not to be read')
      }
      expect(await settleWrite(failing(kind), read)).toMatchObject({
        state: 'notSaved',
        why: 'refused',
        failure: { kind },
      })
    },
  )

  it('never hides a mistake of its own', async () => {
    const mistaken = async () => {
      throw new TypeError('a bug')
    }
    await expect(settleWrite(mistaken, async () => true)).rejects.toThrow('a bug')
  })
})
