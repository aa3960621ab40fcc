/**
 * For tests that work in process: time that passes only while nobody works, and then at once, from one timer to the next.
 * However slow the machine is, nothing is late that would not be late.
 */
export function hurryTime(): { readonly restore: () => void } {
  const { setTimeout, clearTimeout, setImmediate } = globalThis
  const realNow = Date.now
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>()
  let now = realNow()
  let lastId = 0
  let quiet = 0
  let isOver = false

  function fireNext() {
    let next: [number, { readonly at: number; readonly run: () => void }] | undefined
    for (const entry of timers) if (!next || entry[1].at < next[1].at) next = entry
    if (!next) return
    const [id, { at, run }] = next
    timers.delete(id)
    now = Math.max(now, at)
    run()
  }
  function turn() {
    if (isOver) return
    quiet = busy > 0 ? 0 : quiet + 1
    // What has just been answered is to be heard first.
    if (quiet > 3) {
      quiet = 0
      fireNext()
    }
    setImmediate(turn)
  }

  Object.assign(Date, { now: () => now })
  Object.assign(globalThis, {
    setTimeout: (run: (...args: readonly unknown[]) => void, ms = 0, ...args: unknown[]) => {
      lastId += 1
      timers.set(lastId, { at: now + Math.max(0, ms), run: () => run(...args) })
      return lastId
    },
    clearTimeout: (id: number) => timers.delete(id),
  })
  turn()
  return {
    restore: () => {
      isOver = true
      Object.assign(Date, { now: realNow })
      Object.assign(globalThis, { setTimeout, clearTimeout })
    },
  }
}

let busy = 0

/** No time passes meanwhile. */
export async function working<T>(work: () => Promise<T>): Promise<T> {
  busy += 1
  try {
    return await work()
  } finally {
    busy -= 1
  }
}

/** For the sandbox: within its work, a while in which time does pass. */
export async function idling(ms: number): Promise<void> {
  busy -= 1
  try {
    await new Promise(resolve => setTimeout(resolve, ms))
  } finally {
    busy += 1
  }
}
