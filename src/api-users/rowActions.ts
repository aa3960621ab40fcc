import { Copy, KeyRound, Pencil, Trash2 } from 'lucide-react'
import type { Directory } from '../directory/directory'
import type { ApiUser, ApiUserAdministration } from '../providers/administration'
import type { Provider } from '../providers/provider'
import { openAction } from '../runs/actionDialog'
import { actionWords } from '../runs/actions'
import { adminsIn } from '../runs/admins'
import { whyNot } from '../runs/plan'
import { copy } from '../ui/copy'
import type { MenuEntry } from '../ui/Menu'
import type { KeyHolder } from './KeyDialog'

export type Ground = {
  readonly connectionId: string
  readonly provider: Provider
  readonly directory: Directory
  readonly administration: ApiUserAdministration
  readonly onChange: (apiUser: ApiUser) => void
  readonly onKey: (apiUser: KeyHolder) => void
}

/** What can be done with an API user, always in the same order, and why not. */
export function rowActions(apiUser: ApiUser, ground: Ground): readonly (readonly MenuEntry[])[] {
  const { administration, onChange, onKey } = ground
  const { change } = administration
  return [
    [
      {
        label: 'Change…',
        icon: Pencil,
        disabledReason: 'reason' in change ? change.reason : undefined,
        onSelect: () => onChange(apiUser),
      },
      {
        label: 'Generate key…',
        icon: KeyRound,
        disabledReason: whyNoKey(apiUser, administration),
        onSelect: () => {
          const { clientId } = apiUser
          if (clientId !== undefined) onKey({ ...apiUser, clientId })
        },
      },
      deleting(apiUser, ground),
    ],
    [{ label: 'Copy id', icon: Copy, onSelect: () => void copy(apiUser.id, 'Id') }],
  ]
}

export function whyNoKey(
  { clientId }: Pick<ApiUser, 'clientId'>,
  { generateKey }: Pick<ApiUserAdministration, 'generateKey'>,
): string | undefined {
  if ('reason' in generateKey) return generateKey.reason
  return clientId === undefined
    ? 'Belongs to no client application, and a key needs one.'
    : undefined
}

/** The list of users has API users, too; who is not in it yet is read by the dialog. */
function deleting({ id, name }: ApiUser, { connectionId, provider, directory }: Ground): MenuEntry {
  const user = directory.byId.get(id)
  const ability = provider.actions.delete
  const context = { connection: connectionId, provider, admins: adminsIn(directory) }
  return {
    label: actionWords.delete.label,
    icon: Trash2,
    disabledReason: user
      ? whyNot('delete', user, context)
      : 'reason' in ability
        ? ability.reason
        : undefined,
    onSelect: () =>
      openAction({ connectionId, provider, action: 'delete', users: [user ?? { id, name }] }),
  }
}
