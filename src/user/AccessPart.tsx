import { useState } from 'react'
import type { Administration, UserRecord } from '../providers/administration'
import type { User } from '../providers/provider'
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
  const roles = administration?.roles
  const unknownRole = roles && 'reason' in roles ? `not known: ${roles.reason}` : 'not known'
  return (
    <Group
      title="Access"
      aside={
        record &&
        administration && (
          <PartButton
            label="Change role"
            disabledReason={whyNoRoleChange(
              record,
              administration,
              ground.provider,
              adminsOn(ground),
            )}
            onClick={() => setOpen(true)}
          >
            Change role
          </PartButton>
        )
      }
    >
      <FactList
        facts={[
          {
            term: 'Role',
            value: user.role ? <bdi>{user.role}</bdi> : <Absent>{unknownRole}</Absent>,
          },
          { term: 'Teams', value: <Names of={user.teams} none="in no team" /> },
          { term: 'Tags', value: <Names of={user.tags} none="no tags" /> },
          { term: 'Kind', value: kindWord(user.kind) },
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

function Names({ of, none }: { readonly of: readonly string[]; readonly none: string }) {
  if (of.length === 0) return <Absent>{none}</Absent>
  return (
    <>
      {of.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name
        <span key={index}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </>
  )
}
