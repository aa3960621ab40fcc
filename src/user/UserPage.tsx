import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { directoryQueries, userQueries } from '../directory/query'
import { failureOf } from '../http/failure'
import { describeFailure } from '../http/words'
import { paths } from '../paths'
import type { User } from '../providers/provider'
import { useConnection } from '../session/SessionsContext'
import { SetupHelp } from '../session/SetupHelp'
import { Breadcrumb } from '../ui/Breadcrumb'
import { buttonClass } from '../ui/buttonClass'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { LoadingRows } from '../ui/LoadingRows'
import { administrationQueries } from './queries'
import { UserGone } from './UserGone'
import { UserView } from './UserView'

/** One user in full: whether they can sign in, who they are, what they may do, and what was done to them. */
export function UserPage() {
  const { id = '' } = useParams()
  const { connection, provider } = useConnection()
  return (
    <main className="relative min-h-0 flex-1 overflow-y-auto px-4 pt-4 phone:px-3">
      {'reason' in provider.administration ? (
        <>
          <title>User · Rollcall</title>
          <EmptyState
            level="h1"
            title="There is no page for one user"
            actions={
              <Link to={paths.users(connection.id)} className={buttonClass()}>
                Show all users
              </Link>
            }
          >
            {provider.administration.reason}
          </EmptyState>
        </>
      ) : (
        <UserReading key={id} id={id} />
      )}
    </main>
  )
}

function UserReading({ id }: { readonly id: string }) {
  const { connection, provider } = useConnection()
  const { state }: { state: unknown } = useLocation()
  const list = `${paths.users(connection.id)}${typeof state === 'string' && state.startsWith('?') ? state : ''}`
  const ability = useQuery(administrationQueries.all(connection.id, provider))
  const reading = useQuery(administrationQueries.record(connection.id, provider, id))
  const { data: directory } = useQuery({
    ...directoryQueries.all(connection.id, provider),
    enabled: false,
  })
  // What an action has just seen of the user.
  const { data: seen } = useQuery({
    ...userQueries.detail(connection.id, provider, id),
    enabled: false,
  })
  const record = reading.data?.state === 'found' ? reading.data.record : undefined
  const newest = newestOf(seen?.state === 'found' ? seen.user : undefined, directory?.byId.get(id))
  const isBehind =
    record !== undefined &&
    newest !== undefined &&
    newest.readAt > record.user.readAt &&
    isOther(newest, record.user)
  const user = isBehind ? newest : (record?.user ?? newest)

  const { refetch } = reading
  // Something that knows nothing of this page, an action or the list, has seen a change: the rest is read again.
  useEffect(() => {
    if (isBehind) void refetch()
  }, [isBehind, refetch])

  const name = record?.user.name ?? user?.name
  if (reading.data?.state === 'gone')
    return <UserGone connection={connection} id={id} name={reading.data.name} />
  if (seen?.state === 'gone' && record)
    return <UserGone connection={connection} id={id} name={name} />

  const failure = reading.error ? failureOf(reading.error) : undefined
  const words =
    failure && describeFailure(failure, { provider: provider.name, action: 'read this user' })
  const breadcrumb = (
    <Breadcrumb parent={<Link to={list}>Users</Link>}>
      <bdi>{name ?? id}</bdi>
    </Breadcrumb>
  )
  if (user)
    return (
      <>
        {breadcrumb}
        <UserView
          user={user}
          record={record}
          administration={ability.data}
          ground={{ connectionId: connection.id, provider, directory }}
          problem={words}
          onRetry={() => refetch()}
        />
      </>
    )
  return (
    <>
      {breadcrumb}
      <title>User · Rollcall</title>
      {words ? (
        <ErrorState
          level="h1"
          title={words.title}
          explanation={words.explanation && <bdi>{words.explanation}</bdi>}
          hint={
            words.help ? (
              <>
                {words.hint} <SetupHelp />
              </>
            ) : (
              words.hint
            )
          }
          traceId={words.traceId}
          onRetry={() => refetch()}
          actions={
            <Link to={paths.users(connection.id)} className={buttonClass()}>
              Show all users
            </Link>
          }
        />
      ) : (
        <LoadingRows label="The user is being read" rows={6} />
      )}
    </>
  )
}

function newestOf(...users: readonly (User | undefined)[]): User | undefined {
  return users
    .filter(user => user !== undefined)
    .reduce<User | undefined>(
      (newest, user) => (newest && newest.readAt >= user.readAt ? newest : user),
      undefined,
    )
}

type Shown = { readonly status: string; readonly updatedAt: string | undefined }

const isOther = (one: Shown, other: Shown) =>
  one.status !== other.status || one.updatedAt !== other.updatedAt
