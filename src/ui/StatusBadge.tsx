import { Archive, Check, Hourglass, type LucideIcon, Mail } from 'lucide-react'
import { memo } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'
import { PauseIcon } from './pauseIcon'
import { formatDateTime, formatDay } from './time'
import { tipHandlers } from './tip'

export type BadgeStatus = 'invited' | 'active' | 'deactivated' | 'archived' | 'pendingApproval'

const looks = {
  invited: { word: 'Invited', icon: Mail, tone: 'border-blue-line bg-blue-bg text-blue' },
  active: { word: 'Active', icon: Check, tone: 'border-green-line bg-green-bg text-green' },
  deactivated: {
    word: 'Deactivated',
    icon: PauseIcon,
    tone: 'border-amber-line bg-amber-bg text-amber',
  },
  archived: { word: 'Archived', icon: Archive, tone: 'border-grey-line bg-grey-bg text-grey' },
  pendingApproval: {
    word: 'Pending approval',
    icon: Hourglass,
    tone: 'border-violet-line bg-violet-bg text-violet',
  },
} as const satisfies Record<BadgeStatus, { word: string; icon: LucideIcon; tone: string }>

/** The word for a status, where there is no room for a badge. */
export function statusWord(status: BadgeStatus): string {
  return looks[status].word
}

/**
 * Icon, word and colour: never colour alone.
 * @param until when who is active will be deactivated by the system itself, ISO 8601; of others it says nothing
 */
export const StatusBadge = memo(function StatusBadge({
  status,
  until,
}: {
  readonly status: BadgeStatus
  readonly until?: string | undefined
}) {
  const { word, icon, tone } = looks[status]
  const day = status === 'active' && formatDay(until)
  return (
    <span
      className={classes(
        'inline-flex h-[22px] max-w-full items-center gap-1 rounded-4 border pr-[7px] pl-[5px] align-middle text-12 leading-5 font-medium whitespace-nowrap',
        tone,
      )}
    >
      <Icon of={icon} size={14} />
      {until && day ? (
        <span className="truncate">
          {word}
          <Until time={until}>{day}</Until>
        </span>
      ) : (
        word
      )}
    </span>
  )
})

function Until({ time, children }: { readonly time: string; readonly children: string }) {
  const tip = `To be deactivated on ${formatDateTime(time)}`
  return (
    // A cell of the table looks for the tip of what is in it.
    <time dateTime={time} data-tip={tip} {...tipHandlers(tip)} className="font-normal">
      , until {children}
    </time>
  )
}
