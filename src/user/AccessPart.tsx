import { useState } from 'react'
import { partOf } from '../directory/directory'
import type { Administration, UserRecord } from '../providers/administration'
import type { Column, User } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { Group } from '../ui/Group'
import { kindWord } from '../ui/KindMark'
import { FactList } from './FactList'
import { adminsOn, type Ground } from './ground'
import { PartButton } from './PartButton'
import { RoleDialog } from './RoleDialog'
import { whyNoRoleChange } from './roleRules'

/** What the user may do, and where they belong. */
export function AccessPart({
  user,
  record,
  administration,
  ground,
}: {
  readonly user: User
  readonly record: UserRecord | undefined
  readonly administration: Administration | undefined
  readonly ground: Ground
}) {
  const [isOpen, setOpen] = useState(false)
  // What they may do first; what they are, last.
  const columns = ground.provider.columns
    .filter(isAboutAccess)
    .toSorted((one, other) => Number(one.type === 'kind') - Number(other.type === 'kind'))
  const roleWord = columns.find(({ id }) => id === 'role')?.header.toLowerCase() ?? 'role'
  const roles = administration?.roles

  // Who may not read the API users cannot tell them from people.
  const machines = ground.provider.noApiUsers === undefined ? administration?.apiUsers : undefined
  const noKind =
    user.kind === 'person' && machines && 'reason' in machines
      ? `person or API user, not known which: ${machines.reason}`
      : undefined

  /** What stands where nothing is: none, or not known. */
  function noneOf(column: Column): string {
    if (column.id === 'role')
      return roles && 'reason' in roles ? `not known: ${roles.reason}` : 'not known'
    if (!column.part) return user.unreadable ? 'not known' : 'none'
    const part = ground.directory && partOf(ground.directory, column)
    if (part?.state === 'known') return 'none'
    return part?.state === 'unknown' ? `not known: ${part.reason}` : 'not known'
  }
  return (
    <Group
      title="Access"
      aside={
        record &&
        administration && (
          <PartButton
            label={`Change ${roleWord}`}
            disabledReason={whyNoRoleChange(
              record,
              administration,
              ground.provider,
              adminsOn(ground),
            )}
            onClick={() => setOpen(true)}
          >
            {`Change ${roleWord}`}
          </PartButton>
        )
      }
    >
      <FactList
        facts={[
          ...columns.map(column => ({
            key: column.id,
            term: column.header,
            value:
              column.type === 'kind' ? (
                noKind ? (
                  <Absent>{noKind}</Absent>
                ) : (
                  kindWord(user.kind)
                )
              ) : (
                <Value of={user} column={column} none={noneOf(column)} />
              ),
          })),
          ...(record?.remarks ?? []).map(remark => ({
            key: remark,
            term: 'Remark',
            value: remark,
          })),
        ]}
      />
      {isOpen && record && administration && (
        <RoleDialog
          record={record}
          administration={administration}
          ground={ground}
          onClose={() => setOpen(false)}
        />
      )}
    </Group>
  )
}

/** The others have places of their own on the page. */
const elsewhere = ['name', 'email', 'status', 'position', 'id']

function isAboutAccess({ id, type }: Column): boolean {
  return type !== 'date' && !elsewhere.includes(id)
}

function Value({
  of: user,
  column,
  none,
}: {
  readonly of: User
  readonly column: Column
  readonly none: string
}) {
  const values = column.values(user)
  if (values.length === 0) return <Absent>{none}</Absent>
  return (
    <>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name
        <span key={index}>
          {index > 0 && ', '}
          <bdi>{value}</bdi>
        </span>
      ))}
    </>
  )
}
