import { Copy, ExternalLink } from 'lucide-react'
import { actions, type User } from '../providers/provider'
import { openAction } from '../runs/actionDialog'
import { actionWords } from '../runs/actions'
import { copy } from '../ui/copy'
import type { MenuEntry } from '../ui/Menu'
import { type Ground, whyNone } from './acting'
import { actionIcons } from './actionIcons'

/** What can be done with a user, always in the same order, with the reason where it cannot. */
export const rowEntries = (user: User, ground: Ground) => [
  actionEntries([user], ground),
  otherEntries(user, ground),
]

/** Every action for all of them at once. */
export function actionEntries(users: readonly User[], ground: Ground): readonly MenuEntry[] {
  const { connectionId, provider } = ground
  return actions.map(action => ({
    label: actionWords[action].label,
    icon: actionIcons[action],
    shortcut: actionWords[action].key,
    disabledReason: whyNone(action, users, ground),
    onSelect: () => openAction({ connectionId, provider, action, users }),
  }))
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
