import { RefreshCw } from 'lucide-react'
import { formatCount, formatNumber } from '../ui/number'
import { formatTime } from '../ui/time'
import type { Row } from './rows'

/** How many there are, as of when, and how many nobody may look after. */
export function ApiUsersFooter({
  rows,
  matching,
  readAt,
  isReading,
  onRefresh,
}: {
  readonly rows: readonly Row[]
  /** `undefined`: nothing narrows the list. */
  readonly matching: number | undefined
  readonly readAt: number
  readonly isReading: boolean
  readonly onRefresh: () => void
}) {
  const all = formatCount(rows.length, 'API user')
  const count = (orphaned: Row['orphan']['orphaned']) =>
    rows.filter(({ orphan }) => orphan.orphaned === orphaned).length
  const [orphaned, unknown] = [count('yes'), count('unknown')]
  return (
    <footer className="flex min-h-9 shrink-0 items-center gap-4 border-t border-hairline bg-quiet px-4 text-13 text-text-2 phone:min-h-10 phone:px-3">
      <span role="status" className="whitespace-nowrap">
        <b className="font-medium text-text">
          {matching === undefined ? all : `${formatNumber(matching)} of ${all}`}
        </b>
        {matching === undefined ? ', ' : ' match, '}
        {formatTime(readAt)}
      </span>
      <button
        type="button"
        aria-disabled={isReading || undefined}
        onClick={() => !isReading && onRefresh()}
        className="flex shrink-0 cursor-pointer items-center gap-1.5 font-medium text-accent outline-offset-2 aria-disabled:cursor-default aria-disabled:text-text-3 phone:order-last phone:ml-auto phone:h-10"
      >
        <RefreshCw
          aria-hidden="true"
          size={16}
          strokeWidth={1.5}
          className={isReading ? 'motion-safe:animate-spin' : undefined}
        />
        {isReading ? 'Refreshing' : 'Refresh'}
      </button>
      <span className="ml-auto truncate text-text-3 phone:hidden">
        {[`${formatNumber(orphaned)} orphaned`, unknown > 0 && `${formatNumber(unknown)} not known`]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </footer>
  )
}
