import type { Provider, User } from '../providers/provider'
import { applyUpdate, type Directory, emptyDirectory, finished, published } from './directory'
import { inSlices, turn } from './slices'

/** Milliseconds between two states of the list while it streams in: each costs a search, a sort and a paint. */
const pace = 100
/** Users taken in at once: a few milliseconds. */
const portion = 500

/** What of a provider is needed to read its users. */
export type Readable = Pick<Provider, 'columns' | 'flags' | 'directory' | 'user'>

export type Reading = { readonly provider: Readable; readonly signal: AbortSignal }

/**
 * Reads everybody for the first time; what has come so far is given to `publish`, at most ten times a second. Goes on
 * when a later page fails, and says what is missing. Rejects only where nothing could be read.
 */
export async function load(
  { provider, signal }: Reading,
  publish: (directory: Directory) => void,
): Promise<Directory> {
  let directory = emptyDirectory(provider)
  const paced = atPace(() => publish(published(directory)))
  try {
    for await (const update of provider.directory(signal)) {
      if (update.type === 'users') await take(directory, update.users)
      else directory = applyUpdate(directory, update)
      signal.throwIfAborted()
      if (directory.store.users.length > 0) paced.ask()
    }
    return finished(directory, Date.now())
  } finally {
    paced.stop()
  }
}

/** Takes users in, a portion at a time with pauses between, and not in the task that has just parsed them. */
export async function take(directory: Directory, users: readonly User[]): Promise<void> {
  await turn()
  await inSlices(taking(directory, users))
}

function* taking(directory: Directory, users: readonly User[]) {
  for (let start = 0; start < users.length; start += portion) {
    directory.store.put(users.slice(start, start + portion))
    yield
  }
}

/** The first time at once, then not before `pace` has gone by. */
function atPace(publish: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  const now = () => {
    timer = undefined
    last = performance.now()
    publish()
  }
  return {
    ask: () => {
      if (timer !== undefined) return
      const wait = last + pace - performance.now()
      if (wait <= 0) now()
      else timer = setTimeout(now, wait)
    },
    stop: () => clearTimeout(timer),
  }
}
