import { useState } from 'react'
import type { Administration, UserRecord } from '../providers/administration'
import { Absent } from '../ui/Absent'
import { Group } from '../ui/Group'
import { FactList } from './FactList'
import type { Ground } from './ground'
import { PartButton } from './PartButton'
import { ProfileDialog } from './ProfileDialog'
import { profileText } from './profileWords'

/** Who the person says they are. */
export function ProfilePart({
  record,
  administration,
  ground,
}: {
  readonly record: UserRecord
  readonly administration: Administration
  readonly ground: Ground
}) {
  const { fields, save } = administration.profile
  const [isOpen, setOpen] = useState(false)
  const saving = save(record.user)
  const isRead = Object.keys(record.profile).length > 0
  return (
    <Group
      title="Profile"
      aside={
        <PartButton
          label="Edit profile"
          disabledReason={'reason' in saving ? saving.reason : undefined}
          onClick={() => setOpen(true)}
        >
          Edit
        </PartButton>
      }
    >
      <FactList
        pairs
        facts={fields.map(field => {
          const text = profileText(field, record.profile[field.id])
          return {
            key: field.id,
            term: field.label,
            value: text ? <bdi>{text}</bdi> : <None isKnown={isRead} />,
          }
        })}
      />
      {isOpen && (
        <ProfileDialog
          record={record}
          administration={administration}
          ground={ground}
          onClose={() => setOpen(false)}
        />
      )}
    </Group>
  )
}

function None({ isKnown }: { readonly isKnown: boolean }) {
  if (!isKnown) return <Absent>not known</Absent>
  return (
    <span className="text-text-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">empty</span>
    </span>
  )
}
