import { UserX } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../paths'
import { buttonClass } from '../ui/buttonClass'
import { EmptyState } from '../ui/EmptyState'
import { nameInWords } from '../ui/nameInWords'
import { ReceiptsPart } from './ReceiptsPart'

/** Nobody has this id: deleted, or never there. What was done from this browser is still told. */
export function UserGone({
  connection,
  id,
  name,
}: {
  readonly connection: { readonly id: string; readonly name: string }
  readonly id: string
  /** `undefined`: nobody of this id has been seen. */
  readonly name: string | undefined
}) {
  return (
    <>
      <title>{`${name ?? 'No such user'} · Rollcall`}</title>
      <EmptyState
        level="h1"
        icon={UserX}
        title={name ? `${nameInWords(name)} is no longer there` : 'No such user'}
        actions={
          <Link to={paths.users(connection.id)} className={buttonClass()}>
            Show all users
          </Link>
        }
      >
        {name ? 'Deleted' : 'Deleted, or never there'}: nobody in <bdi>{connection.name}</bdi> has
        the id <code className="wrap-anywhere">{id}</code>.
      </EmptyState>
      <ReceiptsPart connectionId={connection.id} userId={id} />
    </>
  )
}
