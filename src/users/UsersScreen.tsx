import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { emptyDirectory } from '../directory/directory'
import { directoryQueries } from '../directory/query'
import { failureOf } from '../http/failure'
import { preferences } from '../preferences/preferences'
import { useShortcuts } from '../preferences/useShortcuts'
import type { Action } from '../providers/provider'
import { useConnection } from '../session/SessionsContext'
import { announce } from '../ui/announce'
import { classes } from '../ui/classes'
import { useAddress } from './address'
import { useColumns } from './columns'
import { later, loadTheRest, useLater } from './later'
import { useList } from './list'
import { idsIn } from './listed'
import { useIsNarrow, useIsPhone } from './media'
import { NobodyListed } from './NobodyListed'
import { isNarrowed, withoutFilters } from './query'
import { useSelected } from './selected'
import { add } from './selection'
import { changeWords } from './tally'
import { UsersFooter } from './UsersFooter'
import { type GridHandle, UsersGrid } from './UsersGrid'
import { UsersToolbar } from './UsersToolbar'
import { WaitNotice } from './WaitNotice'

const selectionBar = later(async () => (await import('./SelectionBar')).SelectionBar)
const usersNotices = later(async () => (await import('./UsersNotices')).UsersNotices)
const backNotice = later(async () => (await import('./BackNotice')).BackNotice)
const interruptedNotice = later(async () => (await import('./InterruptedNotice')).InterruptedNotice)
const firstPageFailed = later(async () => (await import('./FirstPageFailed')).FirstPageFailed)

/** Everybody in a connection: to be found, looked at, selected and acted on. */
export function UsersScreen() {
  const { connection, provider } = useConnection()
  const reading = useQuery(directoryQueries.all(connection.id, provider))
  const empty = useMemo(() => emptyDirectory(provider), [provider])
  const directory = reading.data ?? empty
  const failure = reading.error ? failureOf(reading.error) : undefined

  const columns = useColumns(provider)
  const address = useAddress(provider, columns)
  const { query } = address
  const { view, shown, shape, words, parts, news } = useList(provider, directory, query, columns)
  const { basket, selected, listed, listedCount } = useSelected(connection.id, view)

  const isPhone = useIsPhone()
  const isNarrow = useIsNarrow()
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<GridHandle>(null)
  const ground = { connectionId: connection.id, provider, directory }
  const act = async (action: Action) => {
    const focused = grid.current?.focusedUser()
    const { actOn } = await import('./acting')
    actOn(action, selected.length > 0 ? selected : focused ? [focused] : [], ground)
  }
  useShortcuts({
    '/': () => {
      search.current?.focus()
      search.current?.select()
    },
    a: () => act('activate'),
    d: () => act('deactivate'),
    e: () => act('archive'),
  })

  const clear = () => {
    flushSync(() => address.choose(withoutFilters))
    grid.current?.focus()
  }

  const exportList = async () => {
    const { exportUsers } = await import('./exportUsers')
    await exportUsers(view, columns.inOrder(shown), parts, connection.id)
  }

  const SelectionBar = useLater(selectionBar)
  const UsersNotices = useLater(usersNotices)
  const BackNotice = useLater(backNotice)
  const InterruptedNotice = useLater(interruptedNotice)
  const FirstPageFailed = useLater(firstPageFailed)
  const isThere = reading.data !== undefined || failure !== undefined
  // Fetching code is nothing that is drawn.
  useEffect(() => {
    if (isThere) loadTheRest()
  }, [isThere])

  const refresh = async () => {
    const { data } = await reading.refetch()
    if (data?.changes) announce(`Refreshed: ${changeWords(data.changes)}`)
  }
  const isReading = reading.isFetching
  const nobody = (
    <NobodyListed
      state={reading.data ? directory.state : 'first'}
      parts={directory.parts}
      isNarrowed={isNarrowed(query)}
      workspace={connection.name}
      onClear={clear}
    />
  )
  return (
    <main aria-labelledby="users-title" className="flex min-h-0 flex-1 flex-col">
      <UsersToolbar
        provider={provider}
        address={address}
        view={view}
        columns={columns}
        shown={shown}
        searchRef={search}
        isPhone={isPhone}
        onExport={exportList}
        onClear={clear}
        onLeave={() => grid.current?.focus()}
      />
      {UsersNotices && reading.data && (
        <UsersNotices
          directory={directory}
          failure={failure}
          vendor={provider.name}
          isReading={isReading}
          onRetry={refresh}
        />
      )}
      {InterruptedNotice && (
        <InterruptedNotice connectionId={connection.id} onLeave={() => grid.current?.focus()} />
      )}
      {BackNotice && (
        <BackNotice
          connectionId={connection.id}
          provider={provider}
          directory={directory}
          address={address}
          onLeave={() => grid.current?.focus()}
        />
      )}
      {!reading.data && failure ? (
        <div className="relative min-h-0 flex-1 overflow-y-auto border-t border-hairline">
          {FirstPageFailed && (
            <FirstPageFailed failure={failure} provider={provider} onRetry={refresh} />
          )}
        </div>
      ) : directory.store.positions.size === 0 ? (
        nobody
      ) : (
        // Where nobody is listed the grid is hidden, not gone: with the next letter it is drawn faster than made anew.
        <div
          className={classes(
            'relative flex min-h-44 flex-1 flex-col',
            view.size === 0 && '*:first:invisible',
          )}
        >
          <UsersGrid
            key={isPhone ? 'phone' : 'wide'}
            view={view}
            columns={provider.columns}
            shown={shown}
            widths={columns.widths}
            sort={view.query.sort ?? query.sort}
            parts={parts}
            words={words}
            news={news}
            basket={basket}
            listedCount={listedCount}
            ground={ground}
            shape={shape}
            isPhone={isPhone}
            handle={grid}
            onSort={sort => address.choose(now => ({ ...now, sort }))}
            onWidths={widths => preferences.changeTable(provider.id, { widths })}
          />
          {view.size === 0 && <div className="absolute inset-0 flex flex-col">{nobody}</div>}
        </div>
      )}
      {SelectionBar && selected.length > 0 && (
        <SelectionBar
          users={selected}
          listedCount={listedCount}
          matching={view.size}
          ground={ground}
          basket={basket}
          isNarrow={isNarrow}
          onSelectAll={() => basket.update(now => add(now, idsIn(listed)))}
          onLeave={() => grid.current?.focus()}
        />
      )}
      {reading.data ? (
        <UsersFooter
          directory={directory}
          provider={provider}
          matching={isNarrowed(query) ? view.size : undefined}
          isReading={isReading}
          isPhone={isPhone}
          onRefresh={refresh}
          onShow={id => address.choose(now => ({ ...withoutFilters(now), search: id }))}
        />
      ) : (
        <div className="flex min-h-9 shrink-0 items-center border-t border-hairline bg-quiet px-4 text-13 phone:px-3">
          <WaitNotice vendor={provider.name} />
        </div>
      )}
    </main>
  )
}
