import { useQuery } from '@tanstack/react-query'
import { Plus, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { failureOf } from '../http/failure'
import { useShortcuts } from '../preferences/useShortcuts'
import type { Administration, ApiUserAdministration } from '../providers/administration'
import { useConnection } from '../session/SessionsContext'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { LoadingRows } from '../ui/LoadingRows'
import { ApiUserDialogs, type OpenDialog } from './ApiUserDialogs'
import { ApiUsersFooter } from './ApiUsersFooter'
import { ApiUsersTable } from './ApiUsersTable'
import { ApiUsersToolbar } from './ApiUsersToolbar'
import { NoApiUsers } from './NoApiUsers'
import { NotRead } from './NotRead'
import { apiUserQueries } from './queries'
import { type ApiUsersQuery, isNarrowed, readQuery, withoutFilters, writeQuery } from './query'
import { type Ground, rowActions } from './rowActions'
import { listed } from './rows'
import { useRows } from './useRows'

/** All API users, and what can be done with them. */
export function ApiUsersList({
  administration,
  roles,
}: {
  readonly administration: ApiUserAdministration
  readonly roles: Administration['roles']
}) {
  const { connection, provider } = useConnection()
  const reading = useQuery(apiUserQueries.list(connection.id, administration))
  const { rows, directory, isReading, refresh } = useRows(reading.data)
  const failure = reading.error ? failureOf(reading.error) : undefined
  const [address, setAddress] = useSearchParams()
  const query = readQuery(address)
  const change = (next: ApiUsersQuery) => setAddress(writeQuery(next), { replace: true })
  const shown = listed(rows, query)
  const search = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => search.current?.select() })
  const [open, setOpen] = useState<OpenDialog>()
  const { create } = administration
  const createButton = (
    <Button
      icon={Plus}
      variant="primary"
      disabledReason={'reason' in create ? create.reason : undefined}
      onClick={() => setOpen({ shows: 'form', apiUser: undefined })}
    >
      Create API user
    </Button>
  )
  const ground: Ground = {
    connectionId: connection.id,
    provider,
    directory,
    administration,
    onChange: apiUser => setOpen({ shows: 'form', apiUser }),
    onKey: apiUser => setOpen({ shows: 'key', apiUser }),
  }
  const readAgain = () => {
    void reading.refetch()
    refresh()
  }

  return (
    <main aria-labelledby="api-users-title" className="flex min-h-0 flex-1 flex-col">
      <title>API users · Rollcall</title>
      <ApiUsersToolbar
        query={query}
        creator={directory.byId.get(query.creator ?? '')}
        searchRef={search}
        actions={createButton}
        onChange={change}
      />
      <div className="relative min-h-0 flex-1 overflow-auto border-t border-hairline">
        {failure && (
          <NotRead
            failure={failure}
            vendor={provider.name}
            isStale={reading.data !== undefined}
            onRetry={readAgain}
          />
        )}
        {!reading.data && !failure && <LoadingRows label="Reading the API users" rows={9} />}
        {shown.length > 0 && (
          <ApiUsersTable
            rows={shown}
            query={query}
            actionsOf={apiUser => rowActions(apiUser, ground)}
            onSort={sort => change({ ...query, sort })}
          />
        )}
        {reading.data && rows.length === 0 && (
          <NoApiUsers title={`None in ${connection.name}`}>
            An API user is an account for a program. None has been created.
          </NoApiUsers>
        )}
        {rows.length > 0 && shown.length === 0 && (
          <EmptyState
            title="No API user matches"
            icon={SearchX}
            actions={
              isNarrowed(query) && (
                <Button onClick={() => change(withoutFilters(query))}>
                  Clear search and filters
                </Button>
              )
            }
          >
            Every word of the search and every filter has to fit.
          </EmptyState>
        )}
      </div>
      {reading.data && (
        <ApiUsersFooter
          rows={rows}
          matching={isNarrowed(query) ? shown.length : undefined}
          readAt={reading.data.readAt}
          isReading={reading.isFetching || isReading}
          onRefresh={readAgain}
        />
      )}
      <ApiUserDialogs open={open} administration={administration} roles={roles} onOpen={setOpen} />
    </main>
  )
}
