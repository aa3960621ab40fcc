import { Link } from 'react-router'
import { paths } from '../paths'
import type { Connection } from '../session/config'
import { Notice } from '../ui/Notice'

/** Somebody may be in a connection that nobody has signed in to. */
export function NotSignedIn({
  connections,
  onLeave,
}: {
  readonly connections: readonly Connection[]
  readonly onLeave: () => void
}) {
  return (
    <div className="px-4 pb-4 phone:px-3">
      <Notice>
        Not looked at, because nobody is signed in:{' '}
        {connections.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <bdi>{name}</bdi>
          </span>
        ))}
        .{' '}
        <Link to={paths.signIn({ returnTo: paths.leavers })} onClick={onLeave}>
          Sign in there too
        </Link>
      </Notice>
    </div>
  )
}
