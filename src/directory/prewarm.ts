import type { Directory } from './directory'
import { search } from './search'
import { prepareSort } from './sort'

/** While there is nothing else to do: sorts the columns that are shown from the start, one after the other. */
export async function prewarm(directory: Directory, signal: AbortSignal): Promise<void> {
  await idle()
  if (signal.aborted) return
  // A browser makes a loop fast once it has run: not at the cost of the first letter that somebody types.
  for (const letters of ['e', 'er', 'ern']) search(directory.store, letters)
  for (const column of directory.store.shape.columns) {
    await idle()
    if (signal.aborted) return
    if (column.shown) await prepareSort(directory, column.id)
  }
}

/** Safari has no idle callback. */
function idle(): Promise<unknown> {
  return new Promise(resolve => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve)
    else setTimeout(resolve, pause)
  })
}

const pause = 200
