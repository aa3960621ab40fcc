import { backIn, type Directory } from '../directory/directory'

/** `back`: cut off by a receipt, and active again. */
export type News = 'new' | 'changed' | 'back'

const none: ReadonlyMap<string, News> = new Map()

/** By user id: what the last refresh did to whom, and who is back. */
export function newsOf(directory: Directory): ReadonlyMap<string, News> {
  const { changes } = directory
  const back = backIn(directory)
  if (!changes && back.length === 0) return none
  return new Map<string, News>([
    ...[...(changes?.changed.keys() ?? [])].map(id => [id, 'changed'] as const),
    ...(changes?.added ?? []).map(id => [id, 'new'] as const),
    ...back.map(id => [id, 'back'] as const),
  ])
}
