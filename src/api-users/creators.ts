import type { Directory, UserLookup } from '../directory/directory'
import type { Failure } from '../http/failure'
import { reasonFor } from '../http/words'
import type { ApiUser } from '../providers/administration'
import type { Creator } from './orphan'

/** What asking for one user by id came to. */
export type Asked =
  | { readonly came: 'gone' }
  | { readonly came: 'failed'; readonly failure: Failure }
  /** Still on its way, or found and by now in the list. */
  | { readonly came: 'nothing' }

/** The list of users as far as it goes. */
export type Known = Pick<Directory, 'state'> & { readonly byId: Pick<UserLookup, 'get'> }

/**
 * Who of the creators has to be asked for by id. Not being in the list is no proof of being gone: it may be older than
 * the API user. Where the list is not whole it may hide people, and then a "not found" would say nothing either.
 */
export function toAskFor(apiUsers: readonly ApiUser[], known: Known): readonly string[] {
  if (known.state !== 'complete') return []
  const ids = new Set(apiUsers.flatMap(({ createdBy }) => createdBy ?? []))
  return [...ids].filter(id => !known.byId.get(id)).toSorted()
}

export function creatorOf(
  { createdBy: id }: Pick<ApiUser, 'createdBy'>,
  known: Known,
  failure: Failure | undefined,
  asked: ReadonlyMap<string, Asked>,
  vendor: string,
): Creator {
  if (id === undefined) return { seen: 'not', id, reason: `${vendor} does not say who created it.` }
  const user = known.byId.get(id)
  if (user) return { seen: 'user', user }
  if (failure && known.state !== 'complete') {
    const reason = `The users could not be read. ${reasonFor(failure, { provider: vendor })}`
    return { seen: 'not', id, reason }
  }
  switch (known.state) {
    case 'loading':
      return { seen: 'not', id, reason: 'The users are still being read.' }
    case 'partial':
      return {
        seen: 'not',
        id,
        reason: 'Not all users could be read, and who created it is not among those that were.',
      }
    case 'complete':
      return afterAsking(id, asked.get(id), vendor)
  }
}

function afterAsking(id: string, asked: Asked | undefined, vendor: string): Creator {
  switch (asked?.came) {
    case 'gone':
      return { seen: 'gone', id }
    case 'failed': {
      const why = reasonFor(asked.failure, { provider: vendor })
      return { seen: 'not', id, reason: `Who created it could not be read. ${why}` }
    }
    case 'nothing':
    case undefined:
      return { seen: 'not', id, reason: 'Who created it is being read.' }
  }
}
