import { Fragment, lazy, useEffect } from 'react'
import { Navigate, Outlet, useLocation, useParams } from 'react-router'
import { paths } from '../paths'
import { ConnectionContext, useSessions } from './SessionsContext'

const UnknownConnectionPage = lazy(async () => ({
  default: (await import('./UnknownConnectionPage')).UnknownConnectionPage,
}))

/** Layout route of `/:connection/*`: lets through who is signed in to it, and sends the others to sign in. */
export function ConnectionGate() {
  const { connection: id = '' } = useParams()
  const { pathname, search, hash } = useLocation()
  const { config, sessions, departures, visit } = useSessions()
  const session = sessions.find(({ connection }) => connection.id === id)
  // Pages of no connection, such as the receipts, lead back to the one last visited: it is kept outside React.
  useEffect(() => {
    if (session) visit(id)
  }, [session, visit, id])
  if (!config.connections.some(connection => connection.id === id)) {
    return <UnknownConnectionPage id={id} />
  }
  if (!session) {
    // Who signed out was not going anywhere; the next one to sign in may be somebody else.
    const hasLeft = departures.some(({ connection }) => connection.id === id)
    const returnTo = pathname + search + hash
    return <Navigate replace to={hasLeft ? paths.signIn() : paths.signIn({ returnTo })} />
  }
  return (
    <ConnectionContext value={session}>
      <Fragment key={id}>
        <Outlet />
      </Fragment>
    </ConnectionContext>
  )
}
