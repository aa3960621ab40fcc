import type { Directory } from './directory'
import { prepareSort } from './sort'

/** Sorts the columns that are shown from the start, one after the other, while there is nothing else to do. */
export async function prewarm(directory: Directory, signal: AbortSignal): Promise<void> {
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
