import { Link, useNavigate } from 'react-router'
import { paths } from '../paths'
import { useGoTo } from '../preferences/useShortcuts'
import { useSessions } from '../session/SessionsContext'
import type { Session } from '../session/session'

/** More have no room; they are behind the switcher. */
const most = 3

/** The other connections that are signed in to: one press away, or two keys. Where room is short, behind the switcher. */
export function OtherConnections({ current }: { readonly current: Session | undefined }) {
  const { sessions } = useSessions()
  const navigate = useNavigate()
  useGoTo(digit => {
    const session = sessions[digit - 1]
    if (session) navigate(paths.users(session.connection.id))
  })
  const others = sessions.filter(session => session !== current)
  if (others.length === 0) return undefined
  return (
    <nav
      aria-label="Other connections"
      className="flex min-w-0 shrink-100 items-stretch border-r border-hairline max-lg:hidden"
    >
      {others.slice(0, most).map(({ connection: { id, name } }) => (
        <Link
          key={id}
          to={paths.users(id)}
          aria-keyshortcuts={`g ${sessions.findIndex(({ connection }) => connection.id === id) + 1}`}
          className="flex min-w-0 items-center px-2.5 text-13 text-text-2 no-underline hover:bg-ground-hover hover:text-text"
        >
          <bdi className="max-w-40 truncate">{name}</bdi>
        </Link>
      ))}
    </nav>
  )
}
