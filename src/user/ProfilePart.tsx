import type { Administration, UserRecord } from '../providers/administration'
import { Group } from '../ui/Group'
import { FactList } from './FactList'
import { profileText } from './profileWords'

/** Who the person says they are. */
export function ProfilePart({
  record,
  administration,
}: {
  readonly record: UserRecord
  readonly administration: Administration
}) {
  const { fields } = administration.profile
  return (
    <Group title="Profile">
      <FactList
        pairs
        facts={fields.map(field => {
          const text = profileText(field, record.profile[field.id])
          return { key: field.id, term: field.label, value: text ? <bdi>{text}</bdi> : <None /> }
        })}
      />
    </Group>
  )
}

function None() {
  return (
    <span className="text-text-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">empty</span>
    </span>
  )
}
