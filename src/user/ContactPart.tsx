import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Contact, Contacts, UserRecord } from '../providers/administration'
import { Absent } from '../ui/Absent'
import { Group } from '../ui/Group'
import { IconButton } from '../ui/IconButton'
import { MenuButton } from '../ui/MenuButton'
import { ContactDialog } from './ContactDialog'
import { contactTerm, contactText } from './contactWords'
import { DeleteContactDialog } from './DeleteContactDialog'
import { FactList } from './FactList'
import type { Ground } from './ground'
import { PartButton } from './PartButton'

type Open =
  | { readonly does: 'add' }
  | { readonly does: 'change' | 'delete'; readonly contact: Contact }

/** Where the person can be reached. */
export function ContactPart({
  record,
  contacts,
  ground,
}: {
  readonly record: UserRecord
  readonly contacts: Contacts
  readonly ground: Ground
}) {
  const { kinds, edit } = contacts
  const [open, setOpen] = useState<Open>()
  const editing = edit(record.user)
  const { contactsUnread } = record
  const unread = contactsUnread && `${contactsUnread} could not be read`
  const reason = 'reason' in editing ? editing.reason : unread
  const shared = { record, contacts, ground, onClose: () => setOpen(undefined) }
  return (
    <Group
      title="Contact"
      aside={
        <PartButton
          label="Add contact"
          disabledReason={reason}
          onClick={() => setOpen({ does: 'add' })}
        >
          Add
        </PartButton>
      }
    >
      {record.contacts.length === 0 && (
        <p className="text-13">
          <Absent>{unread ? `not known: ${unread}` : 'none'}</Absent>
        </p>
      )}
      <FactList
        facts={record.contacts.map(contact => ({
          key: contact.id,
          term: contactTerm(contact, kinds),
          value: (
            <span className="flex items-center gap-2">
              <span className="min-w-0">
                <bdi>{contactText(contact)}</bdi>
                {contact.isShownEmail && record.user.emails.length > 1 && (
                  <span className="ml-2 inline-block text-12 text-text-3 phone:ml-0 phone:block">
                    shown in the table
                  </span>
                )}
              </span>
              <MenuButton
                label={`Actions for ${contactText(contact)}`}
                trigger={props => (
                  <IconButton
                    {...props}
                    icon={Ellipsis}
                    size="small"
                    aria-label={`Actions for ${contactText(contact)}`}
                    className="phone:size-10"
                  />
                )}
                sections={[
                  [
                    {
                      label: 'Change…',
                      icon: Pencil,
                      disabledReason: reason,
                      onSelect: () => setOpen({ does: 'change', contact }),
                    },
                    {
                      label: 'Delete…',
                      icon: Trash2,
                      disabledReason: reason,
                      onSelect: () => setOpen({ does: 'delete', contact }),
                    },
                  ],
                ]}
              />
            </span>
          ),
        }))}
      />
      {(open?.does === 'add' || open?.does === 'change') && (
        <ContactDialog {...shared} contact={open.does === 'add' ? undefined : open.contact} />
      )}
      {open?.does === 'delete' && <DeleteContactDialog {...shared} contact={open.contact} />}
    </Group>
  )
}
