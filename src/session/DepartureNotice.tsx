import { Notice } from '../ui/Notice'
import { Spinner } from '../ui/Spinner'
import type { Departure } from './session'

/** What came of signing out. */
export function DepartureNotice({
  departure: { connection, grant },
  vendor,
}: {
  readonly departure: Departure
  readonly vendor: string
}) {
  const name = <bdi>{connection.name}</bdi>
  switch (grant.state) {
    case 'ending':
      return (
        <Notice role="status" className="mt-4">
          Signed out of {name}. <Spinner />
        </Notice>
      )
    case 'elsewhere':
      return (
        <Notice role="status" className="mt-4">
          Signed out of {name}, in another tab.
        </Notice>
      )
    case 'ended':
      return (
        <Notice tone="green" role="status" className="mt-4">
          Signed out of {name}. {vendor} has ended Rollcall’s access.
        </Notice>
      )
    case 'wasOver':
      return (
        <Notice role="status" className="mt-4">
          Signed out of {name}. The session at {vendor} was over already.
        </Notice>
      )
    case 'nothingToEnd':
      return (
        <Notice role="status" className="mt-4">
          Signed out of {name}. {grant.reason}
        </Notice>
      )
    case 'notEnded':
      return (
        <Notice tone="amber" role="status" className="mt-4">
          Signed out of {name}: this browser has forgotten the token. {vendor} could not be told
          {grant.failure.status ? ` (it answered ${grant.failure.status})` : ' (it did not answer)'}
          , so Rollcall’s access there stays until it expires or is removed in your {vendor}{' '}
          profile.
        </Notice>
      )
  }
}
