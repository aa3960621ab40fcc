import { paths } from '../paths'
import type { Session } from '../session/session'

type Page = {
  readonly label: string
  readonly to: string
  /** Why this connection has none; then it is in no navigation. */
  readonly reason?: string | undefined
}

/** The pages, in their order. Without a session there are no users to lead to. */
export function pagesOf(session: Session | undefined): readonly Page[] {
  const { connection, provider } = session ?? {}
  return [
    ...(connection
      ? [
          { label: 'Users', to: paths.users(connection.id) },
          {
            label: 'API users',
            to: paths.apiUsers(connection.id),
            reason: provider?.noApiUsers,
          },
        ]
      : []),
    { label: 'Leavers', to: paths.leavers },
    { label: 'Receipts', to: paths.receipts },
  ]
}
