import type { FailureWords } from '../http/words'
import { useShortcuts } from '../preferences/useShortcuts'
import type { Administration, UserRecord } from '../providers/administration'
import type { User } from '../providers/provider'
import { SetupHelp } from '../session/SetupHelp'
import { Button } from '../ui/Button'
import { LoadingRows } from '../ui/LoadingRows'
import { Notice } from '../ui/Notice'
import { TraceId } from '../ui/TraceId'
import { AccessPart } from './AccessPart'
import { ContactPart } from './ContactPart'
import { DatesPart } from './DatesPart'
import { act, type Ground } from './ground'
import { IdsPart } from './IdsPart'
import { ProfilePart } from './ProfilePart'
import { ReceiptsPart } from './ReceiptsPart'
import { SignInPart } from './SignInPart'
import { UserHeader } from './UserHeader'

/** What the list knows is there at once; the rest comes with the record. */
export function UserView({
  user,
  record,
  administration,
  ground,
  problem,
  onRetry,
}: {
  readonly user: User
  /** `undefined`: not read yet, or could not be. */
  readonly record: UserRecord | undefined
  readonly administration: Administration | undefined
  readonly ground: Ground
  /** Why it could not be read, or not again. */
  readonly problem: FailureWords | undefined
  readonly onRetry: () => void
}) {
  useShortcuts({
    a: () => act('activate', user, ground),
    d: () => act('deactivate', user, ground),
    e: () => act('archive', user, ground),
  })
  const isWhole = record !== undefined && administration !== undefined
  return (
    <>
      <title>{`${user.name} · Rollcall`}</title>
      <UserHeader user={user} ground={ground} />
      {problem && (
        <Notice
          tone="amber"
          role="alert"
          className="mb-4"
          actions={<Button onClick={onRetry}>Retry</Button>}
        >
          <p>
            {record ? 'Read before; not again.' : 'Not read in full.'} {problem.title}
          </p>
          <p className="text-text-2">
            <bdi>{[problem.explanation, problem.hint].filter(Boolean).join(' ')}</bdi>{' '}
            {problem.help && <SetupHelp />}
          </p>
          {problem.traceId && <TraceId id={problem.traceId} />}
        </Notice>
      )}
      {user.unreadable && (
        <Notice tone="amber" className="mb-4">
          {user.unreadable.field} in the answer of {user.unreadable.endpoint} is not as documented.
          What is shown is what could be read; actions are not offered.
        </Notice>
      )}
      <SignInPart user={user} ground={ground} />
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_352px]">
        <div className="min-w-0">
          {isWhole ? (
            <>
              <ProfilePart record={record} administration={administration} ground={ground} />
              {administration.contacts && (
                <ContactPart record={record} contacts={administration.contacts} ground={ground} />
              )}
            </>
          ) : (
            !problem && <LoadingRows label="The profile is being read" rows={4} />
          )}
          <ReceiptsPart connectionId={ground.connectionId} userId={user.id} />
        </div>
        <div className="min-w-0">
          <AccessPart user={user} record={record} administration={administration} ground={ground} />
          <DatesPart user={user} record={record} ground={ground} />
          <IdsPart user={user} ground={ground} />
        </div>
      </div>
    </>
  )
}
