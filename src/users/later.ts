import { useSyncExternalStore } from 'react'

/** Code that the first rows do not need: it is fetched when they are there. */
export type Later<Code> = {
  readonly get: () => Code | undefined
  readonly subscribe: (listener: () => void) => () => void
}

const waiting: (() => void)[] = []

/** Unlike `React.lazy` it is there in the same frame once it has come, so that a panel that opens can take the focus. */
export function later<Code>(load: () => Promise<Code>): Later<Code> {
  let state: { readonly code: Code } | { readonly error: unknown } | undefined
  const listeners = new Set<() => void>()
  const settle = (next: typeof state) => {
    state = next
    for (const listener of listeners) listener()
  }
  waiting.push(() => {
    load().then(
      code => settle({ code }),
      (error: unknown) => settle({ error }),
    )
  })
  return {
    get: () => {
      if (state && 'error' in state) throw state.error
      return state?.code
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** `undefined`: on its way. */
export const useLater = <Code>({ get, subscribe }: Later<Code>): Code | undefined =>
  useSyncExternalStore(subscribe, get)

/** Fetches all of it, once, in the order in which it was named. */
export function loadTheRest(): void {
  for (const begin of waiting.splice(0)) begin()
}
