import { Users } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../paths'
import { useSessions } from '../session/SessionsContext'
import { buttonClass } from '../ui/buttonClass'
import { EmptyState } from '../ui/EmptyState'
import { LeaversScreen } from './LeaversScreen'

/** People from a list, in every connection that is signed in to. */
export function LeaversPage() {
  const { sessions } = useSessions()
  return (
    <main aria-labelledby="leavers-title" className="flex min-h-0 flex-1 flex-col">
      <title>Leavers · Rollcall</title>
      <h1
        id="leavers-title"
        className="flex min-h-12 shrink-0 items-center px-4 text-16 font-semibold phone:px-3"
      >
        Leavers
      </h1>
      {sessions.length > 0 ? (
        <LeaversScreen />
      ) : (
        <EmptyState
          title="Nobody is signed in"
          icon={Users}
          actions={
            <Link to={paths.signIn({ returnTo: paths.leavers })} className={buttonClass('primary')}>
              Sign in
            </Link>
          }
        >
          A list of leavers is compared with the users of every connection that is signed in to.
        </EmptyState>
      )}
    </main>
  )
}
