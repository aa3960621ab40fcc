import { useQueryClient } from '@tanstack/react-query'
import { userQueries } from '../directory/query'
import { type Failure, failureOf } from '../http/failure'
import { whatCame } from '../http/words'
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

  function saved(apiUser: ApiUser, isNew: boolean, failure: Failure | undefined) {
    close()
    // API users are in the list of users, too. It is read there for what it is, so a failure of this one is no news.
    queries
      .fetchQuery({ ...userQueries.detail(connection.id, provider, apiUser.id), staleTime: 0 })
      .catch(failureOf)
    const { clientId } = apiUser
    const said = `API user ${nameInWords(apiUser.name)} ${isNew ? 'created' : 'changed'}`
    const came = failure && (whatCame(failure, provider.name) ?? 'the answer was lost')
    const words = came ? `${said}: ${came}, and a read afterwards shows it` : said
    if (isNew && clientId !== undefined && whyNoKey(apiUser, administration) === undefined)
      toasts.show(words, {
        action: {
          label: 'Generate key…',
          onSelect: () => onOpen({ shows: 'key', apiUser: { ...apiUser, clientId } }),
        },
      })
    else toasts.show(words)
  }

  switch (open?.shows) {
    case 'form':
      return (
        <ApiUserDialog
          apiUser={open.apiUser}
          administration={administration}
          roles={roles}
          onSaved={(apiUser, failure) => saved(apiUser, open.apiUser === undefined, failure)}
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
