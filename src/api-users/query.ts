/** What shapes the list. The URL of the page holds it: `read` and `write` are each other's inverse. */
export type ApiUsersQuery = {
  readonly search: string
  readonly sort: Sort
  readonly orphanedOnly: boolean
  /** The id of who created them; `undefined`: whoever. */
  readonly creator: string | undefined
}

export type Sort = { readonly column: ColumnId; readonly descending: boolean }

export const columnIds = ['name', 'role', 'client', 'creator', 'created', 'orphaned'] as const
export type ColumnId = (typeof columnIds)[number]

export const emptyQuery: ApiUsersQuery = {
  search: '',
  sort: { column: 'name', descending: false },
  orphanedOnly: false,
  creator: undefined,
}

/** Tolerant: what is not known is left out, so that an old link still opens. */
export function readQuery(parameters: URLSearchParams): ApiUsersQuery {
  const sort = parameters.get('sort') ?? ''
  const column = columnIds.find(id => id === sort.replace(/^-/, ''))
  return {
    search: parameters.get('q') ?? '',
    sort: column ? { column, descending: sort.startsWith('-') } : emptyQuery.sort,
    orphanedOnly: parameters.getAll('is').includes('orphaned'),
    creator: parameters.get('creator') || undefined,
  }
}

/** One spelling for each query: defaults left out. */
export function writeQuery({
  search,
  sort,
  orphanedOnly,
  creator,
}: ApiUsersQuery): URLSearchParams {
  const parameters = new URLSearchParams()
  if (search) parameters.set('q', search)
  if (creator) parameters.set('creator', creator)
  if (orphanedOnly) parameters.set('is', 'orphaned')
  if (sort.column !== 'name' || sort.descending)
    parameters.set('sort', `${sort.descending ? '-' : ''}${sort.column}`)
  return parameters
}

export const isNarrowed = ({ search, orphanedOnly, creator }: ApiUsersQuery) =>
  search.trim() !== '' || orphanedOnly || creator !== undefined

/** Nobody hidden; the order stays. */
export const withoutFilters = ({ sort }: ApiUsersQuery): ApiUsersQuery => ({ ...emptyQuery, sort })

/** After a press on a column's header: ascending, then descending. */
export const sortedBy = (sort: Sort, column: ColumnId): Sort => ({
  column,
  descending: sort.column === column && !sort.descending,
})
