import type { SavedView } from '../preferences/preferences'
import { readQuery, type Shape, type UsersQuery, writeQuery } from './query'

/** A named set of search, filters, sort and columns; a built-in one may leave the columns as they are. */
export type NamedView = Pick<SavedView, 'id' | 'name' | 'search'>

/** What there is before anybody shapes it. */
export const everybody: NamedView = { id: '', name: 'All users', search: '' }

export const queryOf = (view: NamedView, shape: Shape): UsersQuery =>
  readQuery(new URLSearchParams(view.search), shape)

/** The view that shows what is shown now. @param shown ids of the columns after the name */
export function currentView<View extends NamedView>(
  views: readonly View[],
  query: UsersQuery,
  shown: readonly string[],
  shape: Shape,
): View | undefined {
  const now = spelled(query, shape)
  return views.find(view => {
    // Asked with every letter that is typed: most views are ruled out by their search alone.
    const search = new URLSearchParams(view.search).get('q') ?? ''
    if (search.trim() !== query.search.trim()) return false
    const other = queryOf(view, shape)
    const columns = other.columns ?? shown
    return spelled(other, shape) === now && columns.join() === shown.join()
  })
}

/** How a view of what is shown now is kept: with its columns, so that it looks the same whatever is preferred later. */
export const searchOf = (query: UsersQuery, shown: readonly string[], shape: Shape): string =>
  writeQuery({ ...query, columns: shown }, shape).toString()

const spelled = (query: UsersQuery, shape: Shape) =>
  writeQuery({ ...query, search: query.search.trim(), columns: undefined }, shape).toString()
