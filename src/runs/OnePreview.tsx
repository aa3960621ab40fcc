import { describeFailure } from '../http/words'
import type { Action } from '../providers/provider'
import { SetupHelp } from '../session/SetupHelp'
import { Absent } from '../ui/Absent'
import { Button } from '../ui/Button'
import { CutText } from '../ui/CutText'
import { DialogSection } from '../ui/DialogSection'
import { Initials } from '../ui/Initials'
import { KindMark } from '../ui/KindMark'
import { Notice } from '../ui/Notice'
import { Spinner } from '../ui/Spinner'
import { StatusBadge } from '../ui/StatusBadge'
import { TraceId } from '../ui/TraceId'
import { Consequences } from './Consequences'
import { ForecastLines } from './ForecastLines'
import { NotHandled } from './NotHandled'
import { type Person, userOf } from './preparation'
import { changeOf, type Preview } from './preview'
import type { RunConnection } from './run'

/** One user: who, what will happen, what it will break. */
export function OnePreview({
  person,
  preview,
  action,
  connection,
  onRetry,
  onLeave,
}: {
  readonly person: Person
  readonly preview: Preview
  readonly action: Action
  readonly connection: RunConnection
  readonly onRetry: () => void
  /** A link leads to another page. */
  readonly onLeave: () => void
}) {
  const { provider } = connection
  const user = userOf(person)
  const [stay] = preview.stays
  const change = changeOf(person)
  const where = `${connection.name}, ${provider.name}`
  return (
    <>
      <DialogSection className="flex items-center gap-3">
        <Initials
          name={person.name}
          machine={user?.kind === 'apiUser' || user?.kind === 'agent'}
          size={40}
        />
        <div className="min-w-0 flex-1">
          <CutText text={person.name} focusable className="font-medium" />
          <p className="text-13 text-text-2">
            {user?.email ? <CutText text={user.email} /> : user && <Absent>no e-mail</Absent>}
          </p>
        </div>
        <div className="flex max-w-1/2 min-w-0 flex-col items-end gap-0.5">
          {user && (
            <span className="flex items-center gap-2">
              {user.kind !== 'person' && <KindMark kind={user.kind} />}
              {!user.unreadable && <StatusBadge status={user.status} until={user.deactivatesAt} />}
            </span>
          )}
          {!user && person.reading.at === 'waiting' && <Spinner>Reading</Spinner>}
          <p className="max-w-full text-13 text-text-2">
            <CutText text={user?.role ? `${user.role} · ${where}` : where} />
          </p>
        </div>
      </DialogSection>
      {person.reading.at === 'failed' && (
        <DialogSection>
          <FailedReading person={person} vendor={provider.name} onRetry={onRetry} />
        </DialogSection>
      )}
      {(stay || change) && (
        <DialogSection className="flex flex-col gap-2">
          {change && <Notice tone="blue">{change}.</Notice>}
          {stay && <Notice tone="amber">{stay.reason}</Notice>}
        </DialogSection>
      )}
      {user && !stay && <Consequences rules={provider.rules[action]} users={[user]} />}
      {user && !stay && (
        <ForecastLines
          person={person}
          provider={provider}
          connectionId={connection.id}
          onLeave={onLeave}
        />
      )}
      {user && !stay && <NotHandled sentences={provider.rules[action].notHandled} />}
    </>
  )
}

function FailedReading({
  person: { reading },
  vendor,
  onRetry,
}: {
  readonly person: Person
  readonly vendor: string
  readonly onRetry: () => void
}) {
  if (reading.at !== 'failed') return undefined
  const { title, explanation, hint, traceId, help } = describeFailure(reading.failure, {
    provider: vendor,
  })
  return (
    <Notice tone="red" role="alert" actions={<Button onClick={onRetry}>Retry</Button>}>
      <p>The user could not be read again. {title}</p>
      <p className="text-text-2">
        {[explanation, hint].filter(Boolean).join(' ')} {help && <SetupHelp />}
      </p>
      {traceId && <TraceId id={traceId} />}
    </Notice>
  )
}
