import type { Clock } from './clock'

/** For tests: time passes only where somebody waits, and then at once. */
export function fakeClock(
  start = Date.UTC(2026, 10, 20, 14, 3),
): Clock & { readonly waits: number[]; readonly set: (now: number) => void } {
  let now = start
  const waits: number[] = []
  return {
    waits,
    now: () => now,
    set: time => {
      now = time
    },
    wait: async (ms, signal) => {
      waits.push(ms)
      const until = now + ms
      // Lets others come first, as a timer would.
      await Promise.resolve()
      if (!signal?.aborted) now = Math.max(now, until)
    },
  }
}
