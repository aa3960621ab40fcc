import { Compass } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../paths'
import { buttonClass } from '../ui/buttonClass'
import { EmptyState } from '../ui/EmptyState'

export function NotFoundPage() {
  return (
    <main>
      <title>No such page · Rollcall</title>
      <h1 className="sr-only">No such page</h1>
      <EmptyState
        title="There is no such page"
        icon={Compass}
        actions={
          <Link to={paths.home} className={buttonClass('primary')}>
            Go to the users
          </Link>
        }
      >
        Nothing is at this address. It may be mistyped, or of another version of Rollcall.
      </EmptyState>
    </main>
  )
}
