import { ArchiveRestore, Copy, Ellipsis, ExternalLink, Trash2 } from 'lucide-react'
import type { Action, User } from '../providers/provider'
import { actionWords } from '../runs/actions'
import { Button } from '../ui/Button'
import { copy } from '../ui/copy'
import { Icon } from '../ui/Icon'
import type { MenuEntry } from '../ui/Menu'
import { MenuButton } from '../ui/MenuButton'
import { act, type Ground, whyNotHere } from './ground'

const buttons = ['activate', 'deactivate', 'archive'] as const
const others = ['unarchive', 'delete'] as const
const icons = { unarchive: ArchiveRestore, delete: Trash2 } as const

/** The same actions as in the row of the table: the three with a key as buttons, the rest behind the dots. */
export function UserActions({ user, ground }: { readonly user: User; readonly ground: Ground }) {
  const reasonAgainst = (action: Action) => whyNotHere(action, user, ground)
  return (
    <div className="flex flex-wrap items-center gap-2 phone:w-full phone:gap-1.5">
      {buttons.map(action => {
        const reason = reasonAgainst(action)
        const { label, key } = actionWords[action]
        return (
          <Button
            key={action}
            variant={action === 'activate' && reason === undefined ? 'primary' : 'plain'}
            disabledReason={reason}
            aria-keyshortcuts={reason === undefined ? key : undefined}
            className="phone:grow phone:px-2"
            onClick={() => act(action, user, ground)}
          >
            {label}
          </Button>
        )
      })}
      <MenuButton
        label={`Actions for ${user.name}`}
        align="end"
        sections={[
          others.map(action => ({
            label: actionWords[action].label,
            icon: icons[action],
            disabledReason: reasonAgainst(action),
            onSelect: () => act(action, user, ground),
          })),
          otherEntries(user, ground),
        ]}
        trigger={props => (
          <Button {...props} size="square" aria-label={`Actions for ${user.name}`}>
            <Icon of={Ellipsis} />
          </Button>
        )}
      />
    </div>
  )
}

function otherEntries(user: User, { provider }: Ground): readonly MenuEntry[] {
  const { email } = user
  const url = provider.userUrl(user)
  return [
    {
      label: 'Copy e-mail',
      icon: Copy,
      disabledReason: email === undefined ? 'Has no e-mail' : undefined,
      onSelect: () => email !== undefined && copy(email, 'E-mail'),
    },
    { label: 'Copy id', icon: Copy, onSelect: () => copy(user.id, 'Id') },
    {
      label: `Open in ${provider.name}`,
      icon: ExternalLink,
      href: url,
      disabledReason: url === undefined ? 'The address of the workspace is not known' : undefined,
    },
  ]
}
