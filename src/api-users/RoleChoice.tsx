import { ShieldCheck } from 'lucide-react'
import { type RefObject, useId } from 'react'
import type { Role } from '../providers/provider'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'

/** One of the roles, each with what it may do. Nothing is chosen for the operator. */
export function RoleChoice({
  group,
  roles,
  chosen,
  held,
  error,
  warning,
  onChoose,
}: {
  readonly group: RefObject<HTMLDivElement | null>
  readonly roles: readonly Role[]
  readonly chosen: string | undefined
  /** The role it has now: may be kept, archived or not. */
  readonly held: string | undefined
  readonly error: string | undefined
  /** Said where an admin's role is chosen. */
  readonly warning: string
  readonly onChoose: (role: Role) => void
}) {
  const id = useId()
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-labelledby={`${id}l`}
      aria-describedby={error ? `${id}e` : undefined}
      aria-required="true"
      aria-invalid={error ? true : undefined}
    >
      <p id={`${id}l`} className="mb-1 text-12 font-medium text-text-2">
        Role
      </p>
      {error && (
        <p id={`${id}e`} className="mb-1 text-12 text-red">
          {error}
        </p>
      )}
      {roles.map(role => {
        const why = role.id === held ? undefined : role.unavailable
        return (
          <div
            key={role.id}
            className="relative flex gap-2.5 border-b border-hairline py-1.5 last:border-b-0"
          >
            <input
              type="radio"
              id={`${id}${role.id}`}
              name={`${id}role`}
              value={role.id}
              checked={chosen === role.id}
              aria-describedby={`${id}${role.id}d`}
              aria-disabled={why ? true : undefined}
              onChange={() => why === undefined && onChoose(role)}
              className="relative z-1 mt-0.5 size-4 shrink-0 cursor-pointer accent-accent-solid aria-disabled:cursor-not-allowed phone:size-[18px]"
            />
            <div className="min-w-0">
              <label
                htmlFor={`${id}${role.id}`}
                className={`flex cursor-pointer items-center gap-1 after:absolute after:inset-0 ${why ? 'text-text-off' : ''}`}
              >
                {role.isAdmin && <Icon of={ShieldCheck} size={14} className="text-amber" />}
                <bdi className="truncate">{role.name}</bdi>
              </label>
              <p id={`${id}${role.id}d`} className="text-12 text-text-2 wrap-anywhere">
                {why ?? mayWords(role)}
              </p>
              {role.isAdmin && chosen === role.id && (
                <Notice tone="amber" className="mt-1.5 mb-1">
                  {warning}
                </Notice>
              )}
            </div>
          </div>
        )
      })}
    </div>
  )
}

function mayWords({ permissions }: Role): string {
  if (permissions === undefined) return 'What it may do cannot be read.'
  return permissions.length === 0 ? 'Nothing by itself' : permissions.join(' · ')
}
