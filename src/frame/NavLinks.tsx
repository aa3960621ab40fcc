import { NavLink } from 'react-router'
import { paths } from '../paths'
import type { Session } from '../session/session'

/** The pages. Without a session there are no users to lead to. */
export function NavLinks({
  current,
  className,
  onClick,
}: {
  readonly current: Session | undefined
  readonly className: string
  readonly onClick?: () => void
}) {
  const links = [
    ...(current ? [{ to: paths.users(current.connection.id), label: 'Users' }] : []),
    ...(current && current.provider.noApiUsers === undefined
      ? [{ to: paths.apiUsers(current.connection.id), label: 'API users' }]
      : []),
    { to: paths.receipts, label: 'Receipts' },
  ]
  return links.map(({ to, label }) => (
    <NavLink key={label} to={to} className={className} {...(onClick ? { onClick } : {})}>
      {label}
    </NavLink>
  ))
}
