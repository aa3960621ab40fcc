import { Check, LogIn, LogOut } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../paths'
import { leave } from '../session/leaving'
import { useSessions } from '../session/SessionsContext'
import { Icon } from '../ui/Icon'
import { entryClass } from './entryClass'
import { Panel, type PanelProps } from './Panel'

/** Every connection: who is signed in, signing in to another, and signing out. */
export function ConnectionPanel(props: PanelProps) {
  const { current, close } = props
  const { config, sessions, signOut } = useSessions()
  return (
    <Panel {...props}>
      <ul>
        {config.connections.map(connection => {
          const session = sessions.find(other => other.connection.id === connection.id)
          const isCurrent = connection.id === current?.connection.id
          const goal = paths.users(connection.id)
          return (
            <li key={connection.id}>
              <Link
                to={session ? goal : paths.signIn({ returnTo: goal })}
                aria-current={isCurrent || undefined}
                className={entryClass}
                onClick={close}
              >
                <Icon
                  of={session ? Check : LogIn}
                  className={isCurrent ? 'text-accent' : session ? 'invisible' : 'text-text-3'}
                />
                <span className="min-w-0">
                  <bdi className="block truncate">{connection.name}</bdi>
                  <span className="block truncate text-12 text-text-2">
                    {session ? <bdi>{session.operator.name}</bdi> : 'Sign in'}
                  </span>
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      {sessions.length > 0 && (
        <ul className="mt-1 border-t border-hairline pt-1">
          {sessions.map(({ connection: { id, name } }) => (
            <li key={id}>
              <button
                type="button"
                className={entryClass}
                onClick={() => {
                  close()
                  leave(signOut, [id])
                }}
              >
                <Icon of={LogOut} className="text-text-3" />
                <span className="min-w-0 truncate">
                  Sign out of <bdi>{name}</bdi>
                </span>
              </button>
            </li>
          ))}
          {sessions.length > 1 && (
            <li>
              <button
                type="button"
                className={entryClass}
                onClick={() => {
                  close()
                  leave(
                    signOut,
                    sessions.map(({ connection }) => connection.id),
                  )
                }}
              >
                <Icon of={LogOut} className="text-text-3" />
                Sign out everywhere
              </button>
            </li>
          )}
        </ul>
      )}
    </Panel>
  )
}
