import { rowOf, userAt, type View } from '../directory/view'
import type { Listed } from './selection'

/** The view as the basket asks it. */
export const listedIn = (view: View): Listed => ({
  size: view.size,
  rowOf: id => rowOf(view, id),
  idAt: row => userAt(view, row)?.id,
})

/** Ids of everybody in the list, in order. */
export function idsIn({ size, idAt }: Listed): readonly string[] {
  const ids: string[] = []
  for (let row = 0; row < size; row += 1) {
    const id = idAt(row)
    if (id !== undefined) ids.push(id)
  }
  return ids
}
