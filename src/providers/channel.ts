/** From several who push to one who reads: what is pushed waits until it is asked for. */
export type Channel<T> = {
  readonly push: (value: T) => void
  /** Ends after what was pushed before; with an error, by throwing it. */
  readonly close: (error?: { readonly thrown: unknown }) => void
  readonly values: () => AsyncGenerator<T, void, undefined>
}

export function createChannel<T>(): Channel<T> {
  const waiting: T[] = []
  let end: { readonly error: { readonly thrown: unknown } | undefined } | undefined
  let wake = () => {}
  return {
    push: value => {
      waiting.push(value)
      wake()
    },
    close: error => {
      end ??= { error }
      wake()
    },
    values: async function* () {
      for (;;) {
        yield* waiting.splice(0)
        if (waiting.length > 0) continue
        if (end?.error) throw end.error.thrown
        if (end) return
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    },
  }
}
