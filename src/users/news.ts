import type { Changes } from '../directory/changes'

export type News = 'new' | 'changed'

const none: ReadonlyMap<string, News> = new Map()

/** By user id: what the last refresh did to whom. */
export function newsOf(changes: Changes | undefined): ReadonlyMap<string, News> {
  if (!changes) return none
  return new Map<string, News>([
    ...[...changes.changed.keys()].map(id => [id, 'changed'] as const),
    ...changes.added.map(id => [id, 'new'] as const),
  ])
}
