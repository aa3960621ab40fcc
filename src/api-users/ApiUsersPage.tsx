import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths'
import type { Administration } from '../providers/administration'
import { useConnection } from '../session/SessionsContext'
import { buttonClass } from '../ui/buttonClass'
import { LoadingRows } from '../ui/LoadingRows'
import { ApiUsersList } from './ApiUsersList'
import { NoApiUsers } from './NoApiUsers'
import { apiUserQueries } from './queries'

/** The machine accounts of a connection: whose they are, and what they may do. */
export function ApiUsersPage() {
  const { provider } = useConnection()
  const { administration, noApiUsers } = provider
  if (noApiUsers !== undefined)
    return <Without title={`Not offered by ${provider.name}`}>{noApiUsers}</Without>
  if ('reason' in administration)
    return <Without title="Not offered here">{administration.reason}</Without>
  return <Loading load={administration.run} />
}

function Loading({ load }: { readonly load: () => Promise<Administration> }) {
  const { connection } = useConnection()
  const { data, error } = useQuery(apiUserQueries.administration(connection.id, load))
  // Code that does not load is the error page's, as with every other page.
  if (error) throw error
  if (!data)
    return (
      <Frame>
        <LoadingRows label="Reading the API users" rows={9} />
      </Frame>
    )
  return 'reason' in data.apiUsers ? (
    <Without title="You may not see these accounts">{data.apiUsers.reason}</Without>
  ) : (
    <ApiUsersList administration={data.apiUsers.run} roles={data.roles} />
  )
}

function Without({ title, children }: { readonly title: string; readonly children: string }) {
  const { connection } = useConnection()
  return (
    <Frame>
      <NoApiUsers
        title={title}
        actions={
          <Link to={paths.users(connection.id)} className={buttonClass()}>
            Show all users
          </Link>
        }
      >
        {children}
      </NoApiUsers>
    </Frame>
  )
}

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <main aria-labelledby="api-users-title" className="flex min-h-0 flex-1 flex-col">
      <title>API users · Rollcall</title>
      <div className="flex min-h-12 shrink-0 items-center border-b border-hairline px-4 py-2 phone:px-3">
        <h1 id="api-users-title" className="text-16 font-semibold">
          API users
        </h1>
      </div>
      {children}
    </main>
  )
}
