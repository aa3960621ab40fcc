export type Limit = {
  /** How many may be under way. */
  readonly atOnce: number
  /** How many may begin within any stretch of so many milliseconds. */
  readonly within?: readonly { readonly count: number; readonly ms: number }[]
}

export type Turnstile = {
  <T>(work: () => Promise<T>): Promise<T>
  /** Nobody begins for so many milliseconds. */
  readonly hold: (ms: number) => void
  /** From now on they begin so many milliseconds apart at least; 0: as the limit says. */
  readonly space: (ms: number) => void
}

/** Lets work begin in the order it came, within the limit. */
export function limited({ atOnce, within = [] }: Limit, now: () => number = Date.now): Turnstile {
  const queue: (() => void)[] = []
  const kept = Math.max(1, ...within.map(({ count }) => count))
  /** When work began, the oldest first, as far back as it matters. */
  const begun: number[] = []
  let underWay = 0
  let held = 0
  let gap = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Where the clock was put back, nobody waits for it to come by again. */
  const follow = () => {
    const back = (begun.at(-1) ?? 0) - now()
    if (back <= 0) return
    held -= back
    for (const [at, time] of begun.entries()) begun[at] = time - back
  }
  /** Milliseconds until one more may begin. */
  const wait = () => {
    follow()
    const waits = within.map(({ count, ms }) => {
      const before = begun.at(-count)
      return before === undefined ? 0 : before + ms - now()
    })
    const last = begun.at(-1)
    return Math.max(0, held - now(), last === undefined ? 0 : last + gap - now(), ...waits)
  }
  const letThrough = () => {
    while (queue.length > 0 && underWay < atOnce && wait() === 0) {
      underWay += 1
      begun.push(now())
      if (begun.length > kept) begun.shift()
      queue.shift()?.()
    }
    if (queue.length === 0 || underWay >= atOnce || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      letThrough()
    }, wait())
  }

  const turn = async <T>(work: () => Promise<T>): Promise<T> => {
    await new Promise<void>(resolve => {
      queue.push(resolve)
      letThrough()
    })
    try {
      return await work()
    } finally {
      underWay -= 1
      letThrough()
    }
  }
  return Object.assign(turn, {
    hold: (ms: number) => {
      held = Math.max(held, now() + ms)
    },
    space: (ms: number) => {
      gap = ms
    },
  })
}
