export type Limit = {
  /** How many may be under way. */
  readonly atOnce: number
  /** How many may begin within any stretch of so many milliseconds. */
  readonly within?: readonly { readonly count: number; readonly ms: number }[]
}

/** Lets work begin in the order it came, within the limit. */
export function limited(
  { atOnce, within = [] }: Limit,
  now: () => number = Date.now,
): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  const kept = Math.max(...within.map(({ count }) => count))
  /** When work began, the oldest first, as far back as it matters. */
  const begun: number[] = []
  let underWay = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Milliseconds until one more may begin. */
  const wait = () => {
    const waits = within.map(({ count, ms }) => {
      const before = begun.at(-count)
      return before === undefined ? 0 : before + ms - now()
    })
    return Math.max(0, ...waits)
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

  return async work => {
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
}
