import { backFlag } from '../directory/back'
import type { Column, Flag } from '../providers/provider'

/** What shapes the list. The URL of the page holds it: `read` and `write` are each other's inverse. */
export type UsersQuery = {
  readonly search: string
  /** Chosen values by column id; a column without a choice is absent. `''` chooses those without any. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly flags: readonly string[]
  readonly sort: Sort
  /** Columns after the name, in order; `undefined`: as the operator prefers. */
  readonly columns: readonly string[] | undefined
}

export type Sort = { readonly column: string; readonly descending: boolean }

/** What the provider offers to shape the list by. */
export type Shape = { readonly columns: readonly Column[]; readonly flags: readonly Flag[] }

/** The name is the first column of every list: it is not chosen, and it does not move. */
export const nameColumn = 'name'

const byName: Sort = { column: nameColumn, descending: false }

export const emptyQuery: UsersQuery = {
  search: '',
  filters: {},
  flags: [],
  sort: byName,
  columns: undefined,
}

/** Tolerant: what this provider does not know is left out, so that an old link still opens. */
export function readQuery(parameters: URLSearchParams, shape: Shape): UsersQuery {
  const filters = shape.columns
    .filter(column => column.filter !== undefined && parameters.has(column.id))
    .map(column => [column.id, sorted(parameters.getAll(column.id))] as const)
  const asked = new Set(parameters.getAll('is'))
  return {
    search: parameters.get('q') ?? '',
    filters: Object.fromEntries(filters),
    flags: [...shape.flags, backFlag].map(flag => flag.id).filter(id => asked.has(id)),
    sort: readSort(parameters.get('sort'), shape),
    columns: readColumns(parameters.get('cols'), shape),
  }
}

/** One spelling for each query: parameters in the provider's order, defaults left out. */
export function writeQuery(query: UsersQuery, shape: Shape): URLSearchParams {
  const parameters = new URLSearchParams()
  if (query.search) parameters.set('q', query.search)
  for (const column of shape.columns)
    for (const value of query.filters[column.id] ?? []) parameters.append(column.id, value)
  for (const flag of query.flags) parameters.append('is', flag)
  const { column, descending } = query.sort
  if (column !== nameColumn || descending)
    parameters.set('sort', descending ? `-${column}` : column)
  if (query.columns) parameters.set('cols', query.columns.join(','))
  return parameters
}

function readSort(text: string | null, shape: Shape): Sort {
  const descending = text?.startsWith('-') ?? false
  const column = descending ? text?.slice(1) : text
  const known = shape.columns.find(one => one.id === column)
  return known ? { column: known.id, descending } : byName
}

function readColumns(text: string | null, shape: Shape) {
  if (text === null) return undefined
  const known = new Set(shape.columns.map(column => column.id).filter(id => id !== nameColumn))
  return [...new Set(text.split(','))].filter(id => known.has(id))
}

/** Which values are chosen has no order: the same choice is the same query. */
const sorted = (values: readonly string[]) => [...new Set(values)].sort()

/** The columns after the name that are shown before anybody chooses. */
export const usualColumns = (columns: readonly Column[]): readonly string[] =>
  columns.filter(column => column.shown && column.id !== nameColumn).map(column => column.id)

/** `chosen` for a column; nothing chosen is no filter. */
export function withFilter(
  query: UsersQuery,
  column: string,
  chosen: readonly string[],
): UsersQuery {
  const { [column]: _, ...others } = query.filters
  return { ...query, filters: chosen.length > 0 ? { ...others, [column]: sorted(chosen) } : others }
}

/** Search, filters and flags gone; sort and columns stay: they hide nobody. */
export const withoutFilters = (query: UsersQuery): UsersQuery => ({
  ...query,
  search: '',
  filters: {},
  flags: [],
})

export const filterCount = (query: UsersQuery) =>
  Object.keys(query.filters).length + query.flags.length

/** Some are hidden by search, filter or flag. */
export const isNarrowed = (query: UsersQuery) =>
  query.search.trim() !== '' || filterCount(query) > 0

/** The next sort after a click on a column's header: ascending, then descending. */
export const sortedBy = (sort: Sort, column: string): Sort => ({
  column,
  descending: sort.column === column && !sort.descending,
})
