import { type Failure, FailureError, failureOf, isPassing } from './failure'
import { beginWait } from './waiting'

export type RetryOptions = {
  readonly tries?: number
  /** No further try begins after this many milliseconds. */
  readonly withinMs?: number
  readonly onWait?: (failure: Failure, ms: number) => void
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>
  readonly random?: () => number
  readonly now?: () => number
}

/**
 * Tries a read again while its failure may pass. For reads only: a write that got no answer may have been processed.
 * @throws FailureError the last failure, or `aborted`
 */
export async function retryRead<T>(
  read: () => Promise<T>,
  signal: AbortSignal,
  options: RetryOptions = {},
): Promise<T> {
  const {
    tries = 4,
    withinMs = 120_000,
    sleep = pause,
    random = Math.random,
    now = Date.now,
  } = options
  const deadline = now() + withinMs
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read()
    } catch (error) {
      const failure = failureOf(error)
      const ms = waitBefore(failure, attempt, random)
      if (!isPassing(failure) || attempt >= tries || now() + ms > deadline) throw error
      options.onWait?.(failure, ms)
      const goOn = beginWait({ failure, until: now() + ms })
      try {
        await sleep(ms, signal)
      } finally {
        goOn()
      }
      if (signal.aborted) {
        throw new FailureError({ kind: 'aborted', method: failure.method, path: failure.path })
      }
    }
  }
}

/**
 * Growing, and jittered so that requests refused together do not come back together. What the API asks for is a
 * minimum: the jitter goes on top.
 */
export function waitBefore(failure: Failure, attempt: number, random: () => number): number {
  const growth = 2 ** (attempt - 1)
  if (failure.kind !== 'rateLimited') return Math.round(500 * growth * (0.5 + random() / 2))
  const asked = failure.retryAfterMs ?? 2_000 * growth
  return Math.round(asked + random() * 500)
}

/** Ends early when the signal is aborted; never rejects. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
}
