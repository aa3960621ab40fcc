import { useEffect, useMemo, useState } from 'react'
import type { Directory } from './directory'
import { isSorted, prepareSort } from './sort'
import { type View, type ViewQuery, viewOf } from './view'

/**
 * The list as asked for. Never blocks: while a column is sorted for the first time the order before is kept, and
 * `view.query.sort` says which one that is.
 * @param query keep it the same object while it says the same
 */
export function useDirectoryView(directory: Directory, query: ViewQuery): View {
  const [shown, setShown] = useState<ViewQuery['sort']>(query.sort)
  const [, setPrepared] = useState(0)
  const isReady = isSorted(directory, query.sort)
  if (isReady && shown !== query.sort) setShown(query.sort)
  const sort = isReady ? query.sort : shown
  const column = query.sort?.column

  // Sorting goes on outside of React, in slices; this is how its end comes back in.
  useEffect(() => {
    if (isReady || column === undefined) return
    let isCurrent = true
    void prepareSort(directory, column).then(() => {
      if (isCurrent) setPrepared(count => count + 1)
    })
    return () => {
      isCurrent = false
    }
  }, [directory, column, isReady])

  return useMemo(() => viewOf(directory, { ...query, sort }), [directory, query, sort])
}
