import { useMemo } from 'react'
import type { Directory } from '../directory/directory'
import { wordsOf } from '../directory/fold'
import { useDirectoryView } from '../directory/useDirectoryView'
import type { Provider } from '../providers/provider'
import type { Columns } from './columns'
import { newsOf } from './news'
import { partsOf } from './parts'
import { type UsersQuery, writeQuery } from './query'

/** The list that is asked for, and what its rows are drawn with; each the same value as long as it says the same. */
export function useList(
  provider: Provider,
  directory: Directory,
  query: UsersQuery,
  columns: Columns,
) {
  /** Changes when other users are listed, or in another order. */
  const shape = writeQuery({ ...query, columns: undefined }, provider).toString()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address may be written again and ask for the same
  const asked = useMemo(() => query, [shape])
  return {
    view: useDirectoryView(directory, asked),
    shape,
    /** Ids of the columns after the name, in order. */
    shown: query.columns ?? columns.preferred ?? columns.usual,
    words: useMemo(() => wordsOf(query.search), [query.search]),
    parts: useMemo(
      () => partsOf(directory.parts, provider.columns),
      [directory.parts, provider.columns],
    ),
    news: useMemo(() => newsOf(directory), [directory]),
  }
}
