import { describe, expect, it } from 'vitest'
import { type Failure, type FailureKind, failureKinds } from './failure'
import { describeFailure, reasonFor } from './words'

const provider = 'awork'
const failure = (kind: FailureKind, more: Partial<Failure> = {}): Failure => ({
  kind,
  method: 'GET',
  path: '/api/v1/users/7',
  ...more,
})

describe('the words for a failure', () => {
  it('name CORS among the causes when nothing came back, and lead to the set-up', () => {
    const words = describeFailure(failure('unreachable'), { provider })
    expect(words.title).toBe('awork could not be reached from this page.')
    expect(words.explanation).toContain('(CORS)')
    expect(words).toMatchObject({ help: 'setup', retry: true })
  })

  it('name the missing right, the action and who has it', () => {
    const right = 'user-manage-config:delete'
    const words = describeFailure(failure('notPermitted', { right }), {
      provider,
      action: 'delete users',
    })
    expect(words.title).toBe('You are not permitted to delete users.')
    expect(words.hint).toBe('Needs user-manage-config: delete. An admin has it.')
    expect(words.retry).toBe(false)
  })

  it('do not blame a right for what the edge blocked', () => {
    const blocked = failure('notPermitted', { status: 403, traceId: 'edge-1' })
    const words = describeFailure(blocked, { provider })
    expect(words.hint).toContain('blocked the request')
    expect(words.traceId).toBe('edge-1')
  })

  it('give the API’s own reason, its fields and the trace id', () => {
    const refused = failure('refused', {
      status: 400,
      description: 'The model is invalid.',
      traceId: 'a1b2',
      fieldErrors: [
        { field: 'Name', message: 'should not be empty' },
        { field: '', message: 'and so on' },
      ],
    })
    expect(describeFailure(refused, { provider })).toEqual({
      title: 'awork refused this.',
      explanation: '“The model is invalid.” Name: “should not be empty” “and so on”',
      traceId: 'a1b2',
      retry: false,
    })
  })

  it('say which endpoint and field are not as documented', () => {
    const odd = failure('unexpectedAnswer', { path: '/api/v1/users', field: '3.status' })
    expect(describeFailure(odd, { provider }).explanation).toBe('GET /api/v1/users: 3.status')
  })

  it('say how long the API asks to wait', () => {
    const limited = failure('rateLimited', { retryAfterMs: 11_200 })
    expect(describeFailure(limited, { provider }).hint).toBe('Try again in 12 s.')
  })

  it('say that the user is no longer there', () => {
    expect(describeFailure(failure('notFound'), { provider }).title).toBe(
      'The user is no longer there.',
    )
  })

  it.each(['unreachable', 'timeout', 'server'] as const)(
    'do not invite to repeat a write that ended with %s',
    kind => {
      const words = describeFailure(failure(kind, { method: 'POST' }), { provider })
      expect(words.hint).toContain('Whether it was done is not known')
      expect(words.retry).toBe(false)
    },
  )

  it.each(failureKinds)('are whole sentences for %s', kind => {
    expect(describeFailure(failure(kind), { provider }).title).toMatch(/^[\p{L}].*\.$/u)
    expect(reasonFor(failure(kind), { provider })).not.toContain('undefined')
  })
})
