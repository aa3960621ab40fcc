import { FailureError } from './failure'

/** Something read that may be used again for a while, its read shared by everybody who asks meanwhile. */
export type Memory<T> = {
  /** At most as old as the memory allows. */
  readonly recent: (signal: AbortSignal) => Promise<T>
  /** Read now, and remembered. */
  readonly fresh: (signal: AbortSignal) => Promise<T>
  /** The last that was read, however old. */
  readonly last: () => T | undefined
  /** What was read no longer holds, nor will what is being read: somebody has just written. */
  readonly forget: () => void
}

/** @param read gets a signal of its own: one asker who goes away must not take the answer from the others */
export function remember<T>(
  read: (signal: AbortSignal) => Promise<T>,
  maxAgeMs: number,
  now: () => number = Date.now,
): Memory<T> {
  let kept: { readonly value: T } | undefined
  let latest: { readonly promise: Promise<T>; readonly begun: number } | undefined
  let forgotten = 0

  const begin = () => {
    const promise = read(new AbortController().signal)
    const reading = { promise, begun: now() }
    const before = forgotten
    latest = reading
    promise.then(
      value => {
        if (forgotten === before) kept = { value }
      },
      () => {
        // A failure is not worth remembering: the next to ask reads again.
        if (latest === reading) latest = undefined
      },
    )
    return promise
  }
  return {
    recent: signal =>
      // What seems to be read in the future was read before the clock was put back.
      unlessAborted(
        latest && Math.abs(now() - latest.begun) <= maxAgeMs ? latest.promise : begin(),
        signal,
      ),
    fresh: signal => unlessAborted(begin(), signal),
    last: () => kept?.value,
    forget: () => {
      forgotten += 1
      kept = undefined
      latest = undefined
    },
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new FailureError({ kind: 'aborted', method: 'GET', path: '' }))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
