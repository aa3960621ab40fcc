import type { Clock } from './clock'

/** Lets writes of one connection through, one by one, so that the vendor's limit is shared and not used up. */
export type Pace = {
  /** Resolves when the next one may begin, or when the signal is aborted. */
  readonly next: (signal: AbortSignal) => Promise<void>
  /** The API asked to wait until then: nobody begins before, and afterwards they begin at half the rate. */
  readonly slow: (until: number) => void
  /** One went through: back towards the full rate. */
  readonly ease: () => void
  /** Until when nobody begins, in milliseconds since the epoch; `undefined`: not held up. */
  readonly heldUntil: () => number | undefined
}

const slowest = 5_000

/** @param perSecond how many may begin in a second */
export function paceOf(perSecond: number, clock: Clock): Pace {
  const base = 1_000 / perSecond
  let interval = base
  let free = 0
  let held = 0
  let heldFor = 0

  /** Where the clock was put back, nobody waits for it to come by again. */
  function timeNow() {
    const now = clock.now()
    free = Math.min(free, now + interval)
    if (held <= now) heldFor = 0
    held = Math.min(held, now + heldFor)
    return now
  }
  return {
    async next(signal) {
      for (;;) {
        const now = timeNow()
        const at = Math.max(now, free, held)
        if (at <= now || signal.aborted) break
        // Somebody else may take the turn or ask for more patience meanwhile, so look again after the wait.
        await clock.wait(at - now, signal)
      }
      // Timers are late by a little: then the schedule goes on from where it should have been.
      const now = clock.now()
      free = (now - free < interval ? free : now) + interval
    },
    slow(until) {
      held = Math.max(held, until)
      heldFor = held - clock.now()
      interval = Math.min(slowest, interval * 2)
    },
    ease() {
      interval = Math.max(base, interval * 0.9)
    },
    heldUntil: () => (timeNow() < held ? held : undefined),
  }
}
