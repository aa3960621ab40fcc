import type { User } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { Initials } from '../ui/Initials'
import { KindMark } from '../ui/KindMark'
import { StatusBadge } from '../ui/StatusBadge'
import type { Ground } from './ground'
import { UserActions } from './UserActions'

/** Who it is, and what can be done. */
export function UserHeader({ user, ground }: { readonly user: User; readonly ground: Ground }) {
  const also = [user.role, user.teams.join(', ')].filter(Boolean)
  return (
    <div className="my-3 mb-4 flex flex-wrap items-center gap-3">
      <div className="flex min-w-0 flex-1 basis-80 items-center gap-3 phone:basis-full phone:items-start">
        <Initials
          name={user.name}
          machine={user.kind === 'apiUser' || user.kind === 'agent'}
          size={40}
        />
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1
              title={user.name}
              className="line-clamp-3 min-w-0 text-20 font-semibold wrap-anywhere"
            >
              <bdi>{user.name}</bdi>
            </h1>
            {!user.unreadable && <StatusBadge status={user.status} until={user.deactivatesAt} />}
            {user.kind !== 'person' && <KindMark kind={user.kind} />}
          </div>
          <p className="text-13 text-text-2 wrap-anywhere">
            {user.email === undefined ? (
              <Absent>{user.unreadable ? 'e-mail not known' : 'no e-mail'}</Absent>
            ) : (
              <bdi>{user.email}</bdi>
            )}
            {also.map(text => (
              <span key={text}>
                {' · '}
                <bdi>{text}</bdi>
              </span>
            ))}
          </p>
        </div>
      </div>
      <UserActions user={user} ground={ground} />
    </div>
  )
}
