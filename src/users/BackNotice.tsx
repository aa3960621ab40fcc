import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { backFlag } from '../directory/back'
import { backIn, type Directory, withCutOff } from '../directory/directory'
import { directoryQueries } from '../directory/query'
import type { Provider } from '../providers/provider'
import { cutOffIn } from '../runs/watch'
import { standingQuery, useReceiptChanges } from '../runs/watching'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { formatNumber } from '../ui/number'
import type { Address } from './address'
import { withoutFilters } from './query'

/** Whom the operator knows to be back, as long as the tab is not loaded anew. */
const seen = new Set<string>()

/** Looks after those whom a receipt says were deactivated: says who of them is active again. */
export function BackNotice({
  connectionId,
  provider,
  directory,
  address,
  onLeave,
}: {
  readonly connectionId: string
  readonly provider: Provider
  readonly directory: Directory
  readonly address: Address
  /** Into the list: the button that was pressed goes. */
  readonly onLeave: () => void
}) {
  useReceiptChanges()
  const client = useQueryClient()
  const { data: read } = useQuery(standingQuery)
  const [, setSeen] = useState(0)
  const cutOff = useMemo(
    () => (read?.kept ? cutOffIn(read.standing, connectionId) : undefined),
    [read, connectionId],
  )
  const { store } = directory
  // The list is outside React, and is to flag also those who are read later.
  useEffect(() => {
    if (!cutOff || store.cutOff === cutOff) return
    const { queryKey } = directoryQueries.all(connectionId, provider)
    client.setQueryData(queryKey, list => list && withCutOff(list, cutOff))
  }, [client, connectionId, provider, store, cutOff])

  const back = backIn(directory)
  if (read && !read.kept)
    return (
      <Notice className="mx-4 mb-2 shrink-0 phone:mx-3">
        The receipts could not be read, so nobody is flagged who was deactivated and is active
        again. {read.reason}.
      </Notice>
    )
  const isShown = address.query.flags.includes(backFlag.id)
  if (isShown || back.every(id => seen.has(`${connectionId} ${id}`))) return undefined
  const leave = (change: () => void) => {
    flushSync(change)
    onLeave()
  }
  const show = () => address.choose(now => ({ ...withoutFilters(now), flags: [backFlag.id] }))
  const dismiss = () => {
    for (const id of back) seen.add(`${connectionId} ${id}`)
    setSeen(seen.size)
  }
  return (
    <Notice
      tone="amber"
      role="status"
      className="mx-4 mb-2 shrink-0 phone:mx-3"
      actions={
        <>
          <Button onClick={() => leave(show)}>Show them</Button>
          <Button variant="bare" onClick={() => leave(dismiss)}>
            Not now
          </Button>
        </>
      }
    >
      {back.length === 1
        ? '1 user is active again although a receipt says they were deactivated.'
        : `${formatNumber(back.length)} users are active again although receipts say they were deactivated.`}
    </Notice>
  )
}
