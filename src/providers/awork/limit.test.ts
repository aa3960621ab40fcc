import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { limited } from './limit'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a limit', () => {
  it('lets no more under way than allowed, in the order they came', async () => {
    const turn = limited({ atOnce: 2, burst: 100, perSecond: 100 })
    const begun: number[] = []
    const ends: (() => void)[] = []
    const all = [0, 1, 2, 3].map(n =>
      turn(() => {
        begun.push(n)
        return new Promise<void>(resolve => ends.push(resolve))
      }),
    )
    await vi.advanceTimersByTimeAsync(0)
    expect(begun).toEqual([0, 1])
    ends[1]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(begun).toEqual([0, 1, 2])
    ends[0]?.()
    ends[2]?.()
    await vi.advanceTimersByTimeAsync(0)
    ends[3]?.()
    await Promise.all(all)
    expect(begun).toEqual([0, 1, 2, 3])
  })

  it('never lets through more in a minute than the burst and what a minute earns', async () => {
    const turn = limited({ atOnce: 4, burst: 200, perSecond: 5 })
    const times: number[] = []
    const all = Array.from({ length: 700 }, () => turn(async () => times.push(Date.now())))
    await vi.advanceTimersByTimeAsync(120_000)
    await Promise.all(all)
    expect(times).toHaveLength(700)
    for (const [n, time] of times.entries()) {
      const inMinute = times.slice(n).filter(other => other < time + 60_000).length
      expect(inMinute).toBeLessThanOrEqual(500)
    }
  })

  it('lets the next one through when work fails', async () => {
    const turn = limited({ atOnce: 1, burst: 10, perSecond: 10 })
    await expect(turn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await turn(async () => 'yes')).toBe('yes')
  })
})
