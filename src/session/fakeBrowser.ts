import type { Environment } from './environment'

/**
 * A browser with several tabs of one origin, for tests: the tabs share locks, channels and what outlives a tab, and have
 * a storage of their own. Waits of up to five seconds pass at once; longer ones when the test says so.
 */
export type FakeBrowser = {
  readonly tab: (copyOf?: Environment) => Environment
  /** Lets time pass and calls back what is due. */
  readonly elapse: (ms: number) => void
}

export function fakeBrowser(fetch: Environment['fetch']): FakeBrowser {
  const origin = 'http://localhost:5173'
  const remembered = fakeStorage()
  const channels = new Map<string, Set<(message: unknown) => void>>()
  const queues = new Map<string, Promise<unknown>>()
  let now = Date.UTC(2026, 10, 20, 9)
  let timers: { readonly at: number; readonly work: () => void }[] = []

  function channel(name: string) {
    const peers = channels.get(name) ?? new Set()
    channels.set(name, peers)
    let receive = (_message: unknown) => {}
    const own = (message: unknown) => receive(message)
    peers.add(own)
    return {
      post(message: unknown) {
        const copy = structuredClone(message)
        for (const peer of peers) if (peer !== own) queueMicrotask(() => peer(copy))
      },
      listen(listener: (message: unknown) => void) {
        receive = listener
      },
      close() {
        peers.delete(own)
        receive = () => {}
      },
    }
  }

  async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = queues.get(name) ?? Promise.resolve()
    const mine = before.then(work)
    queues.set(
      name,
      mine.catch(() => undefined),
    )
    return mine
  }

  function later(work: () => void, ms: number) {
    if (ms <= 5_000) {
      const timer = setTimeout(() => {
        now += ms
        work()
      })
      return () => clearTimeout(timer)
    }
    const timer = { at: now + ms, work }
    timers.push(timer)
    return () => {
      timers = timers.filter(other => other !== timer)
    }
  }

  return {
    tab: copyOf => ({
      origin,
      storage: fakeStorage(copyOf?.storage),
      remembered,
      locks: { alone },
      channel,
      fetch,
      now: () => now,
      later,
    }),
    elapse(ms) {
      now += ms
      const due = timers.filter(({ at }) => at <= now)
      timers = timers.filter(({ at }) => at > now)
      for (const { work } of due) work()
    },
  }
}

function fakeStorage(copyOf?: Storage): Storage {
  const values = new Map<string, string>()
  for (let index = 0; index < (copyOf?.length ?? 0); index += 1) {
    const key = copyOf?.key(index) ?? ''
    values.set(key, copyOf?.getItem(key) ?? '')
  }
  return {
    get length() {
      return values.size
    },
    key: index => [...values.keys()][index] ?? null,
    getItem: key => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: key => void values.delete(key),
    clear: () => values.clear(),
  }
}
