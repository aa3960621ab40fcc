import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '../paths'
import type { UserRecord } from '../providers/administration'
import type { User } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { Group } from '../ui/Group'
import { formatDate, formatDateTime } from '../ui/time'
import { FactList } from './FactList'
import type { Ground } from './ground'
import { administrationQueries } from './queries'

/** When what happened to the account, and whose doing it was. */
export function DatesPart({
  user,
  record,
  ground,
}: {
  readonly user: User
  readonly record: UserRecord | undefined
  readonly ground: Ground
}) {
  const { createdAt, createdBy, updatedAt, deactivatedAt, deactivatesAt } = user
  const dated = (term: string, time: string | undefined) =>
    time ? [{ term, value: <Day time={time} /> }] : []
  const others = ground.provider.columns.filter(
    ({ id, type }) => type === 'date' && !elsewhere.includes(id),
  )
  return (
    <Group title="Dates">
      <FactList
        facts={[
          {
            term: 'Created',
            value: <Event time={createdAt} by={createdBy} ground={ground} />,
          },
          {
            term: 'Changed',
            value: <Event time={updatedAt} by={record?.updatedBy} ground={ground} />,
          },
          ...others.map(({ header, values }) => {
            const [time] = values(user)
            return {
              term: header,
              value: time ? <Day time={time} /> : <Absent>none shown</Absent>,
            }
          }),
          ...dated('Deactivated', deactivatedAt),
          ...dated('Deactivation', deactivatesAt),
        ]}
      />
    </Group>
  )
}

const elsewhere = ['created', 'deactivated', 'deactivates']

function Event({
  time,
  by,
  ground,
}: {
  readonly time: string | undefined
  readonly by: string | undefined
  readonly ground: Ground
}) {
  if (!time && !by) return <Absent>not known</Absent>
  return (
    <>
      {time ? <Day time={time} /> : <Absent>not known</Absent>}
      {by && (
        <>
          , by <Person id={by} ground={ground} />
        </>
      )}
    </>
  )
}

function Day({ time }: { readonly time: string }) {
  return (
    <time dateTime={time} title={formatDateTime(time)}>
      {formatDate(time)}
    </time>
  )
}

/** From the list where it has been read, else asked for; whoever is gone is known by their id only. */
function Person({ id, ground }: { readonly id: string; readonly ground: Ground }) {
  const { connectionId, provider, directory } = ground
  const listed = directory?.byId.get(id)
  const asked = useQuery({
    ...administrationQueries.name(connectionId, provider, id),
    enabled: listed === undefined,
  })
  if (!listed && asked.isPending) return <span className="text-text-3">…</span>
  const name = listed?.name ?? asked.data ?? undefined
  if (asked.data === null && !listed)
    return (
      <>
        <code>{id}</code> <Absent>no longer there</Absent>
      </>
    )
  return (
    <Link
      to={paths.user(connectionId, id)}
      className="text-accent no-underline wrap-anywhere hover:underline"
    >
      {name === undefined ? <code>{id}</code> : <bdi>{name}</bdi>}
    </Link>
  )
}
