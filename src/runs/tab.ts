import type { QueryClient } from '@tanstack/react-query'
import { patchUser } from '../directory/query'
import { leaving } from '../session/leaving'
import { realClock } from './clock'
import { runEnds } from './ended'
import { openJournal } from './journal'
import type { Cache } from './lives'
import { locksOf } from './locks'
import { unfinishedIn } from './run'
import { createRunner } from './runner'

const locks = locksOf(globalThis.navigator?.locks)

/** The runs and receipts kept in this browser. */
export const journal = openJournal({ locks })

/** The one runner of this tab. */
export const runner = createRunner({
  clock: realClock,
  journal,
  locks,
  keepTab,
  report: error => globalThis.reportError(error),
  onEnd: runEnds.tell,
})

leaving.askWhere(connectionIds => unfinishedIn(runner.getSnapshot(), connectionIds).length > 0)

/** Each write is a mutation; what was verified goes to every list and page that shows the user. */
export function cacheOf(queries: QueryClient): Cache {
  return {
    write: (connection, userId, send) =>
      queries
        .getMutationCache()
        .build(queries, {
          mutationKey: [connection, 'action', userId],
          mutationFn: send,
          retry: false,
          networkMode: 'always',
          gcTime: 0,
        })
        .execute(undefined),
    seen: (connection, userId, user) => patchUser(queries, connection, userId, user),
  }
}

function keepTab(busy: boolean) {
  if (busy) window.addEventListener('beforeunload', ask)
  else window.removeEventListener('beforeunload', ask)
}

/** The browser asks in its own words. */
function ask(event: BeforeUnloadEvent) {
  event.preventDefault()
}
