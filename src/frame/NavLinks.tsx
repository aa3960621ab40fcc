import { NavLink } from 'react-router'
import type { Session } from '../session/session'
import { pagesOf } from './pages'

/** The pages there are. */
export function NavLinks({
  current,
  className,
  onClick,
}: {
  readonly current: Session | undefined
  readonly className: string
  readonly onClick?: () => void
}) {
  return pagesOf(current)
    .filter(({ reason }) => reason === undefined)
    .map(({ to, label }) => (
      <NavLink key={label} to={to} className={className} {...(onClick ? { onClick } : {})}>
        {label}
      </NavLink>
    ))
}
