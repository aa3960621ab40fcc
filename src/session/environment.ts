import { fetchPatiently } from '../http/request'

/** What a session needs of the browser, so that a test can be several tabs at once. */
export type Environment = {
  /** `https://rollcall.example` */
  readonly origin: string
  /** Goes with the tab; a duplicated tab starts with a copy. */
  readonly storage: Storage
  /** Outlives the tab: never for tokens or people. */
  readonly remembered: Storage
  readonly locks: Locks
  /** A line to the other tabs of this origin. */
  readonly channel: (name: string) => Channel
  /** Rejects with a `FailureError` where there is no answer. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Calls back after `ms`; returns how to call it off. */
  readonly later: (work: () => void, ms: number) => () => void
}

export type Locks = {
  /** One at a time over all tabs. */
  readonly alone: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>
}

export type Channel = {
  readonly post: (message: unknown) => void
  readonly listen: (listener: (message: unknown) => void) => void
  readonly close: () => void
}

/** setTimeout takes no more than 31 bits of milliseconds and calls back at once for more. */
const longestTimer = 2 ** 31 - 1

export function browserEnvironment(): Environment {
  return {
    origin: window.location.origin,
    storage: window.sessionStorage,
    remembered: window.localStorage,
    locks: browserLocks(),
    channel: browserChannel,
    fetch: fetchPatiently,
    now: () => Date.now(),
    later(work, ms) {
      const timer = setTimeout(work, Math.min(ms, longestTimer))
      return () => clearTimeout(timer)
    },
  }
}

/** Web Locks exist in secure contexts only; elsewhere nobody can sign in by OAuth, so nothing needs them. */
function browserLocks(): Locks {
  if (!('locks' in navigator)) return { alone: (_name, work) => work() }
  return { alone: async (name, work) => await navigator.locks.request(name, work) }
}

function browserChannel(name: string): Channel {
  const channel = new BroadcastChannel(name)
  return {
    post: message => channel.postMessage(message),
    listen: listener => channel.addEventListener('message', event => listener(event.data)),
    close: () => channel.close(),
  }
}

export function pause(environment: Environment, ms: number): Promise<void> {
  return new Promise(resolve => {
    environment.later(resolve, ms)
  })
}
