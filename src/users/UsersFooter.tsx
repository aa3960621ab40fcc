import { RefreshCw } from 'lucide-react'
import type { Directory } from '../directory/directory'
import type { Provider } from '../providers/provider'
import { formatTime } from '../ui/time'
import { later, useLater } from './later'
import { kindWords, loadedWords } from './tally'
import { WaitNotice } from './WaitNotice'

const changesPopover = later(async () => (await import('./ChangesPopover')).ChangesPopover)

/** How much of the list there is, how old it is, and what the last refresh changed. */
export function UsersFooter({
  directory,
  provider,
  matching,
  isReading,
  isPhone,
  onRefresh,
  onShow,
}: {
  readonly directory: Directory
  readonly provider: Provider
  /** `undefined`: nothing narrows the list. */
  readonly matching: number | undefined
  readonly isReading: boolean
  readonly isPhone: boolean
  readonly onRefresh: () => void
  /** Shows one user in the list. */
  readonly onShow: (id: string) => void
}) {
  const { users, kinds, parts, loadedAt, changes } = directory
  const { strong, rest } = loadedWords({ ...directory, count: users.length }, matching)
  const ChangesPopover = useLater(changesPopover)
  const isFirst = loadedAt === undefined
  return (
    <footer className="flex min-h-9 shrink-0 items-center gap-4 border-t border-hairline bg-quiet px-4 text-13 text-text-2 phone:min-h-10 phone:flex-wrap phone:gap-y-0 phone:px-3 phone:[&>[aria-haspopup]]:-ml-3">
      <span role="status" aria-busy={isReading && isFirst} className="whitespace-nowrap">
        <b className="font-medium text-text">{strong}</b>
        {isPhone ? <Short time={loadedAt} state={directory.state} /> : rest}
      </span>
      <button
        type="button"
        aria-disabled={isReading || undefined}
        onClick={() => !isReading && onRefresh()}
        className="flex shrink-0 cursor-pointer items-center gap-1.5 font-medium text-accent outline-offset-2 aria-disabled:cursor-default aria-disabled:text-text-3 phone:ml-auto phone:h-10"
      >
        <RefreshCw
          aria-hidden="true"
          size={16}
          strokeWidth={1.5}
          className={isReading ? 'motion-safe:animate-spin' : undefined}
        />
        {isReading ? (isFirst ? 'Reading' : 'Refreshing') : 'Refresh'}
      </button>
      {ChangesPopover && changes && !isReading && (
        <ChangesPopover
          changes={changes}
          directory={directory}
          columns={provider.columns}
          onShow={onShow}
        />
      )}
      <WaitNotice vendor={provider.name} />
      {!isFirst && (
        <span className="ml-auto truncate text-text-3 phone:hidden">
          {kindWords(kinds, provider.kinds, parts.machines)}
        </span>
      )}
    </footer>
  )
}

function Short({
  time,
  state,
}: {
  readonly time: number | undefined
  readonly state: Directory['state']
}) {
  if (time === undefined) return undefined
  return (
    <span className="ml-4 text-text-3">
      {formatTime(time)}
      {state === 'partial' && ', not all'}
    </span>
  )
}
