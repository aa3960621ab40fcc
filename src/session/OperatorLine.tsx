import type { Operator } from '../providers/provider'
import { Initials } from '../ui/Initials'

/** "Ada Lindqvist, ada@acme.example, Acme, admin" */
export function OperatorLine({ operator }: { readonly operator: Operator }) {
  const { name, email, workspace, isAdmin, isApiUser } = operator
  const role = isApiUser ? 'API user' : isAdmin ? 'admin' : undefined
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Initials name={name} machine={isApiUser} size={40} />
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
        <p className="text-13 text-text-2 wrap-anywhere">
          {email && (
            <>
              <bdi>{email}</bdi>
              {' · '}
            </>
          )}
          <bdi>{workspace.name}</bdi>
          {role && ` · ${role}`}
        </p>
      </div>
    </div>
  )
}
