/** What only one may do at a time, in all tabs of this browser. */
export type Locks = {
  /** Does the work when the lock is free, and holds it meanwhile. */
  readonly hold: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Does the work only if nobody holds the lock. */
  readonly tryHold: <T>(
    name: string,
    work: () => Promise<T>,
  ) => Promise<{ readonly held: true; readonly value: T } | { readonly held: false }>
  readonly isHeld: (name: string) => Promise<boolean>
}

/** The browser's locks, which end with their tab; where there are none (no https), only this tab's. */
export function locksOf(manager: LockManager | undefined): Locks {
  if (!manager) return tabLocks()
  return {
    // The promise of `request` is typed as if the work were not awaited.
    hold: async (name, work) => await manager.request(name, work),
    tryHold: async (name, work) =>
      await manager.request(name, { ifAvailable: true }, async lock =>
        lock ? ({ held: true, value: await work() } as const) : ({ held: false } as const),
      ),
    isHeld: async name => (await manager.query()).held?.some(lock => lock.name === name) ?? false,
  }
}

export function tabLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>()
  async function hold<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = tails.get(name)
    const mine = (before ?? Promise.resolve()).then(work)
    const tail = mine.catch(() => undefined)
    tails.set(name, tail)
    try {
      return await mine
    } finally {
      if (tails.get(name) === tail) tails.delete(name)
    }
  }
  return {
    hold,
    tryHold: async (name, work) =>
      tails.has(name) ? { held: false } : { held: true, value: await hold(name, work) },
    isHeld: async name => tails.has(name),
  }
}
