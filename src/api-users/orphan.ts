import type { User } from '../providers/provider'
import { formatDate } from '../ui/time'

/** What is known of who created an API user. */
export type Creator =
  | { readonly seen: 'user'; readonly user: User }
  /** Asked for by id, and not there any more. */
  | { readonly seen: 'gone'; readonly id: string }
  /** Why it is not known who, or how they are. */
  | { readonly seen: 'not'; readonly id: string | undefined; readonly reason: string }

/** Whether nobody is left who made it and may know what it is for. */
export type Orphan =
  | { readonly orphaned: 'no' }
  | { readonly orphaned: 'yes'; readonly because: string }
  | { readonly orphaned: 'unknown'; readonly because: string }

/** `name`: as it is put into a sentence. */
export function orphanOf(creator: Creator, name: (text: string) => string): Orphan {
  switch (creator.seen) {
    case 'not':
      return { orphaned: 'unknown', because: creator.reason }
    case 'gone':
      return { orphaned: 'yes', because: 'who created it is no longer among the users' }
    case 'user':
      return orphanedBy(creator.user, name(creator.user.name))
  }
}

function orphanedBy({ status, deactivatedAt, unreadable }: User, who: string): Orphan {
  if (unreadable) return { orphaned: 'unknown', because: `The status of ${who} cannot be read.` }
  switch (status) {
    case 'deactivated': {
      const day = formatDate(deactivatedAt)
      return {
        orphaned: 'yes',
        because: day ? `${who} was deactivated on ${day}` : `${who} is deactivated`,
      }
    }
    case 'archived':
      return { orphaned: 'yes', because: `${who} is archived` }
    case 'invited':
    case 'active':
    case 'pendingApproval':
      return { orphaned: 'no' }
  }
}
