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
    const turn = limited({ atOnce: 2, within: [] })
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

  it('waits no longer because the clock was put back', async () => {
    let now = 10_000_000
    const turn = limited({ atOnce: 4, within: [{ count: 1, ms: 1_000 }] }, () => now)
    let count = 0
    const begin = () => turn(async () => (count += 1))
    begin()
    now -= 3_600_000
    begin()
    await vi.advanceTimersByTimeAsync(0)
    expect(count).toBe(1)
    now += 1_000
    await vi.advanceTimersByTimeAsync(1_000)
    expect(count).toBe(2)
  })

  it('lets no more begin within any minute and any second than it allows, and no fewer', async () => {
    const minute = { count: 500, ms: 60_000 }
    const second = { count: 25, ms: 1_000 }
    const turn = limited({ atOnce: 4, within: [minute, second] })
    const times: number[] = []
    const all = Array.from({ length: 700 }, () => turn(async () => times.push(Date.now())))
    await vi.advanceTimersByTimeAsync(80_000)
    await Promise.all(all)
    expect(times).toHaveLength(700)
    const most = (ms: number) =>
      Math.max(...times.map(time => times.filter(at => at >= time && at < time + ms).length))
    expect([most(60_000), most(1_000)]).toEqual([500, 25])
  })

  it('lets nobody begin while it is held, and fewer where they are to be spaced', async () => {
    const turn = limited({ atOnce: 4, within: [] })
    const start = Date.now()
    const times: number[] = []
    const begin = (count: number) =>
      Promise.all(
        Array.from({ length: count }, () => turn(async () => times.push(Date.now() - start))),
      )
    await begin(2)
    turn.hold(1_000)
    turn.space(300)
    const spaced = begin(3)
    await vi.advanceTimersByTimeAsync(5_000)
    await spaced
    turn.space(0)
    await begin(2)
    expect(times).toEqual([0, 0, 1_000, 1_300, 1_600, 5_000, 5_000])
  })

  it('lets the next one through when work fails', async () => {
    const turn = limited({ atOnce: 1, within: [] })
    await expect(turn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await turn(async () => 'yes')).toBe('yes')
  })
})
