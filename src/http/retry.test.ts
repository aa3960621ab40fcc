import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Failure, FailureError, type FailureKind } from './failure'
import { retryRead, waitBefore } from './retry'
import { waits } from './waiting'

const failing = (kind: FailureKind, more: Partial<Failure> = {}) =>
  new FailureError({ kind, method: 'GET', path: '/users', ...more })

function slept() {
  const waited: number[] = []
  let time = 0
  return {
    waited,
    options: {
      now: () => time,
      random: () => 1,
      sleep: async (ms: number) => {
        waited.push(ms)
        time += ms
      },
    },
  }
}

const never = new AbortController().signal

describe('retryRead', () => {
  it('tries again with growing waits until it works', async () => {
    const { waited, options } = slept()
    const read = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(failing('server'))
      .mockRejectedValueOnce(failing('unreachable'))
      .mockRejectedValueOnce(failing('timeout'))
      .mockResolvedValue('there')
    expect(await retryRead(read, never, options)).toBe('there')
    expect(waited).toEqual([500, 1000, 2000])
  })

  it('gives up after four tries with the last failure', async () => {
    const { options } = slept()
    const read = vi
      .fn<() => Promise<string>>()
      .mockRejectedValue(failing('server', { status: 503 }))
    await expect(retryRead(read, never, options)).rejects.toMatchObject({
      failure: { kind: 'server', status: 503 },
    })
    expect(read).toHaveBeenCalledTimes(4)
  })

  it.each([
    'expired',
    'notPermitted',
    'notFound',
    'refused',
    'unexpectedAnswer',
    'aborted',
  ] as const)('does not try again what is %s', async kind => {
    const read = vi.fn<() => Promise<string>>().mockRejectedValue(failing(kind))
    await expect(retryRead(read, never, slept().options)).rejects.toThrow(kind)
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('waits at least as long as the API asks', async () => {
    const { waited, options } = slept()
    const read = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(failing('rateLimited', { retryAfterMs: 12_000 }))
      .mockResolvedValue('there')
    await retryRead(read, never, options)
    expect(waited[0]).toBeGreaterThanOrEqual(12_000)
  })

  it('does not wait longer than it has time for', async () => {
    const { waited, options } = slept()
    const read = vi
      .fn<() => Promise<string>>()
      .mockRejectedValue(failing('rateLimited', { retryAfterMs: 3_600_000 }))
    await expect(retryRead(read, never, options)).rejects.toThrow('rateLimited')
    expect(waited).toEqual([])
  })

  it('says what it waits for while it waits, and no longer', async () => {
    const seen: unknown[] = []
    const read = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(failing('rateLimited', { retryAfterMs: 12_000 }))
      .mockResolvedValue('there')
    await retryRead(read, never, {
      now: () => 1000,
      random: () => 0,
      onWait: (failure, ms) => seen.push([failure.kind, ms]),
      sleep: async () => {
        seen.push(waits.current().map(wait => [wait.failure.kind, wait.until]))
      },
    })
    expect(seen).toEqual([['rateLimited', 12_000], [['rateLimited', 13_000]]])
    expect(waits.current()).toEqual([])
  })

  it('stops waiting when it is cancelled', async () => {
    const controller = new AbortController()
    const read = vi.fn<() => Promise<string>>().mockRejectedValue(failing('server'))
    const trying = retryRead(read, controller.signal, { onWait: () => controller.abort() })
    await expect(trying).rejects.toThrow('aborted')
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('throws a programming error on at once', async () => {
    const read = vi.fn<() => Promise<string>>().mockRejectedValue(new RangeError('ours'))
    await expect(retryRead(read, never, slept().options)).rejects.toThrow(RangeError)
    expect(read).toHaveBeenCalledTimes(1)
  })
})

describe('waitBefore', () => {
  it('never undercuts what the API asks, and stays within bounds otherwise', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
    fc.assert(
      fc.property(
        chance,
        fc.integer({ min: 1, max: 3 }),
        fc.nat(60_000),
        (random, attempt, asked) => {
          const told = failing('rateLimited', { retryAfterMs: asked }).failure
          expect(waitBefore(told, attempt, () => random)).toBeGreaterThanOrEqual(asked)
          const ms = waitBefore(failing('server').failure, attempt, () => random)
          expect(ms).toBeGreaterThanOrEqual(250)
          expect(ms).toBeLessThanOrEqual(2000)
        },
      ),
    )
  })
})
