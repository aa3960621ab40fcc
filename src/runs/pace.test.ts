import { describe, expect, it } from 'vitest'
import { fakeClock } from './fakeClock'
import { paceOf } from './pace'

const never = new AbortController().signal

function eightASecond() {
  const clock = fakeClock()
  const pace = paceOf(8, clock)
  /** Milliseconds until the next one may begin. */
  const wait = async () => {
    const from = clock.now()
    await pace.next(never)
    return clock.now() - from
  }
  return { clock, pace, wait }
}

describe('a pace of eight a second', () => {
  it('lets them begin 125 ms apart', async () => {
    const { wait } = eightASecond()
    expect([await wait(), await wait(), await wait()]).toEqual([0, 125, 125])
  })

  it('begins nobody before the time that the API named, then at half the rate, and gets back', async () => {
    const { clock, pace, wait } = eightASecond()
    await wait()
    pace.slow(clock.now() + 9_000)
    expect(pace.heldUntil()).toBe(clock.now() + 9_000)
    expect([await wait(), await wait()]).toEqual([9_000, 250])
    expect(pace.heldUntil()).toBeUndefined()
    for (let done = 0; done < 9; done += 1) pace.ease()
    expect(await wait()).toBe(125)
  })

  it('waits no longer because the clock was put back', async () => {
    const { clock, pace, wait } = eightASecond()
    await wait()
    pace.slow(clock.now() + 9_000)
    clock.set(clock.now() - 3_600_000)
    expect(pace.heldUntil()).toBe(clock.now() + 9_000)
    expect(await wait()).toBe(9_000)
    clock.set(clock.now() - 3_600_000)
    expect(await wait()).toBeLessThanOrEqual(250)
  })

  it('lets go of who waits when it is stopped', async () => {
    const { clock, pace, wait } = eightASecond()
    await wait()
    const from = clock.now()
    await pace.next(AbortSignal.abort())
    expect(clock.now()).toBe(from)
  })
})
