import { useQueryClient } from '@tanstack/react-query'
import { userQueries } from '../directory/query'
import { failureOf } from '../http/failure'
import type { Administration, ApiUser, ApiUserAdministration } from '../providers/administration'
import { useConnection } from '../session/SessionsContext'
import { nameInWords } from '../ui/nameInWords'
import { toasts } from '../ui/toasts'
import { ApiUserDialog } from './ApiUserDialog'
import { KeyDialog, type KeyHolder } from './KeyDialog'
import { whyNoKey } from './rowActions'

export type OpenDialog =
  | { readonly shows: 'form'; readonly apiUser: ApiUser | undefined }
  | { readonly shows: 'key'; readonly apiUser: KeyHolder }

/** The dialogs of the page, one at a time. Deleting has the one dialog of all actions. */
export function ApiUserDialogs({
  open,
  administration,
  roles,
  onOpen,
}: {
  readonly open: OpenDialog | undefined
  readonly administration: ApiUserAdministration
  readonly roles: Administration['roles']
  readonly onOpen: (open: OpenDialog | undefined) => void
}) {
  const { connection, provider } = useConnection()
  const queries = useQueryClient()
  const close = () => onOpen(undefined)

  function saved(apiUser: ApiUser, isNew: boolean, wasAnswerLost: boolean) {
    close()
    // API users are in the list of users, too. It is read there for what it is, so a failure of this one is no news.
    queries
      .fetchQuery({ ...userQueries.detail(connection.id, provider, apiUser.id), staleTime: 0 })
      .catch(failureOf)
    const { clientId } = apiUser
    const said = `API user ${nameInWords(apiUser.name)} ${isNew ? 'created' : 'changed'}${wasAnswerLost ? '. The answer was lost, and a read shows it' : ''}`
    if (isNew && clientId !== undefined && whyNoKey(apiUser, administration) === undefined)
      toasts.show(said, {
        action: {
          label: 'Generate key…',
          onSelect: () => onOpen({ shows: 'key', apiUser: { ...apiUser, clientId } }),
        },
      })
    else toasts.show(said)
  }

  switch (open?.shows) {
    case 'form':
      return (
        <ApiUserDialog
          apiUser={open.apiUser}
          administration={administration}
          roles={roles}
          onSaved={(apiUser, wasAnswerLost) =>
            saved(apiUser, open.apiUser === undefined, wasAnswerLost)
          }
          onClose={close}
        />
      )
    case 'key':
      return 'run' in administration.generateKey ? (
        <KeyDialog
          apiUser={open.apiUser}
          generate={administration.generateKey.run}
          onClose={close}
        />
      ) : undefined
    case undefined:
      return undefined
  }
}
