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
  return Array.from({ length: size }, (_, row) => idAt(row)).filter(id => id !== undefined)
}
