import { useId } from 'react'
import type { Role } from '../providers/provider'
import { classes } from '../ui/classes'

/** One of the roles, each with what it may do. */
export function RoleChoice({
  roles,
  current,
  chosen,
  onChoose,
}: {
  readonly roles: readonly Role[]
  readonly current: string | undefined
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}) {
  const group = useId()
  return (
    <fieldset>
      <legend className="sr-only">Role</legend>
      {roles.map(role => {
        const { id, name, permissions, unavailable } = role
        const isCurrent = id === current
        const why = isCurrent ? undefined : unavailable
        return (
          <div key={id} className="flex gap-2.5 border-b border-hairline py-2 last:border-b-0">
            <input
              type="radio"
              id={`${group}${id}`}
              name={group}
              value={id}
              checked={id === chosen}
              aria-disabled={why !== undefined || undefined}
              aria-describedby={`${group}${id}d`}
              onChange={() => why === undefined && onChoose(id)}
              className="mt-0.5 size-4 shrink-0 accent-accent phone:size-5"
            />
            <div className="min-w-0 flex-1">
              <label
                htmlFor={`${group}${id}`}
                className={classes('block font-medium wrap-anywhere', why && 'text-text-off')}
              >
                <bdi>{name}</bdi>
                {isCurrent && <span className="text-12 text-text-3"> now</span>}
              </label>
              <p id={`${group}${id}d`} className="text-12 text-text-2 wrap-anywhere">
                {why ?? permissionWords(permissions)}
              </p>
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}

function permissionWords(permissions: Role['permissions']): string {
  if (!permissions) return 'What it may do could not be read.'
  return permissions.length > 0 ? permissions.join(' · ') : 'May do nothing of its own.'
}
