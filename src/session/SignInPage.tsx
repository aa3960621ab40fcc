import { Link, useSearchParams } from 'react-router'
import { paths } from '../paths'
import { ConnectionCard } from './ConnectionCard'
import { DepartureNotice } from './DepartureNotice'
import { safeReturn } from './returnTo'
import { useSessions } from './SessionsContext'

export function SignInPage() {
  const { config, sessions, departures, vendorOf } = useSessions()
  const [search] = useSearchParams()
  const returnTo = safeReturn(search.get('to'), window.location.origin)
  const first = config.connections.find(
    ({ id }) => !sessions.some(({ connection }) => connection.id === id),
  )
  return (
    <main className="mx-auto w-full max-w-[472px] px-4 pt-[88px] pb-16 phone:pt-8">
      <title>Sign in · Rollcall</title>
      <p className="mb-5 font-semibold">Rollcall</p>
      <h1 className="text-20 font-semibold">Sign in</h1>
      <p className="mt-1 text-text-2">With your own rights, in one workspace or several.</p>
      {config.sandbox && <p className="mt-1 text-13 text-violet">Sandbox: nothing here is real.</p>}
      {departures.map(departure => (
        <DepartureNotice
          key={departure.connection.id}
          departure={departure}
          vendor={vendorOf(departure.connection).name}
        />
      ))}
      {config.connections.map(connection => (
        <ConnectionCard
          key={connection.id}
          connection={connection}
          returnTo={returnTo}
          isFirst={connection === first}
        />
      ))}
      <p className="mt-4 text-13 text-text-3">
        A token stays in this tab and goes when you sign out. Rollcall talks to the addresses above
        and to nothing else.
      </p>
      <p className="mt-2 text-13">
        <Link to={paths.setup} className="text-accent underline underline-offset-2">
          Connect another system
        </Link>
      </p>
    </main>
  )
}
