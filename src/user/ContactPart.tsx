import type { Administration, UserRecord } from '../providers/administration'
import { Absent } from '../ui/Absent'
import { Group } from '../ui/Group'
import { contactTerm, contactText } from './contactWords'
import { FactList } from './FactList'

/** Where the person can be reached. */
export function ContactPart({
  record,
  administration,
}: {
  readonly record: UserRecord
  readonly administration: Administration
}) {
  const { kinds } = administration.contacts
  return (
    <Group title="Contact">
      {record.contacts.length === 0 && (
        <p className="text-13">
          <Absent>none</Absent>
        </p>
      )}
      <FactList
        facts={record.contacts.map(contact => ({
          key: contact.id,
          term: contactTerm(contact, kinds),
          value: <bdi>{contactText(contact)}</bdi>,
        }))}
      />
    </Group>
  )
}
