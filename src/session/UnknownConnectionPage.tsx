import { Unplug } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../paths'
import { buttonClass } from '../ui/buttonClass'
import { EmptyState } from '../ui/EmptyState'
import { useSessions } from './SessionsContext'

export function UnknownConnectionPage({ id }: { readonly id: string }) {
  const { config } = useSessions()
  return (
    <main>
      <title>Unknown connection · Rollcall</title>
      <h1 className="sr-only">Unknown connection</h1>
      <EmptyState
        title="There is no such connection"
        icon={Unplug}
        actions={config.connections.map(connection => (
          <Link key={connection.id} to={paths.users(connection.id)} className={buttonClass()}>
            <bdi>{connection.name}</bdi>
          </Link>
        ))}
      >
        No connection of this page is called “<bdi className="wrap-anywhere">{id}</bdi>”. The link
        may be of another Rollcall, or the connection was renamed. These are here:
      </EmptyState>
    </main>
  )
}
