import type { User } from '../providers/provider'
import { Menu } from '../ui/Menu'
import type { Ground } from './acting'
import { rowEntries } from './rowEntries'

/** One menu for all rows: what can be done with a user, always in the same order, and why not. */
export function RowMenu({
  user,
  anchor,
  ground,
  onClose,
}: {
  /** `undefined`: closed. */
  readonly user: User | undefined
  readonly anchor: HTMLElement | undefined
  readonly ground: Ground
  readonly onClose: () => void
}) {
  return (
    <Menu
      label={user ? `Actions for ${user.name}` : ''}
      anchor={user && anchor}
      align="end"
      sections={user ? rowEntries(user, ground) : []}
      onClose={onClose}
    />
  )
}
