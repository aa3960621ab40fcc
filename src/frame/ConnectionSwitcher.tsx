import { Check, ChevronDown, LogIn, LogOut } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../paths'
import { leave } from '../session/leaving'
import { useSessions } from '../session/SessionsContext'
import type { Session } from '../session/session'
import { Icon } from '../ui/Icon'
import { entryClass } from './entryClass'
import { PanelButton } from './PanelButton'

/** Every connection: who is signed in, signing in to another, and signing out. */
export function ConnectionSwitcher({ current }: { readonly current: Session | undefined }) {
  const { config, sessions, vendorOf, signOut } = useSessions()
  const name = current?.connection.name ?? 'Not signed in'
  return (
    <PanelButton
      label={current ? `Connection: ${name}` : name}
      className="flex min-w-0 cursor-pointer items-center gap-1.5 border-x border-hairline px-3 text-13 font-medium hover:bg-ground-hover phone:border-0 phone:px-0"
      face={
        <>
          <bdi className="truncate">{name}</bdi>
          {current && (
            <span className="font-normal text-text-3">{vendorOf(current.connection).name}</span>
          )}
          <Icon of={ChevronDown} className="text-text-3" />
        </>
      }
    >
      {close => (
        <>
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
        </>
      )}
    </PanelButton>
  )
}
