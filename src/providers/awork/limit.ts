export type Limit = {
  /** How many may be under way. */
  readonly atOnce: number
  /** How many may go without waiting after a quiet time. */
  readonly burst: number
  /** How many a second are earned back. */
  readonly perSecond: number
}

/** Lets work through in the order it came, within the limit. */
export function limited(
  { atOnce, burst, perSecond }: Limit,
  now: () => number = Date.now,
): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let underWay = 0
  let allowance = burst
  let countedAt = now()
  let timer: ReturnType<typeof setTimeout> | undefined

  const letThrough = () => {
    const time = now()
    allowance = Math.min(burst, allowance + (Math.max(0, time - countedAt) / 1000) * perSecond)
    countedAt = time
    while (queue.length > 0 && underWay < atOnce && allowance >= 1) {
      underWay += 1
      allowance -= 1
      queue.shift()?.()
    }
    if (queue.length > 0 && underWay < atOnce && timer === undefined) {
      timer = setTimeout(
        () => {
          timer = undefined
          letThrough()
        },
        Math.ceil(((1 - allowance) / perSecond) * 1000),
      )
    }
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
