// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by CSS grid, where table elements lose their roles
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes to the row, or to what is pressed in a cell
import { Ellipsis } from 'lucide-react'
import { memo } from 'react'
import { Checkbox } from '../ui/Checkbox'
import { IconButton } from '../ui/IconButton'
import { kindWord } from '../ui/KindMark'
import { StatusBadge } from '../ui/StatusBadge'
import { whyUnreadable } from './cell'
import { MarkedText } from './MarkedText'
import { NewsMark } from './NewsMark'
import { ariaRow, type RowProps } from './rowProps'

/** Two lines on a phone: the name, and the e-mail with the kind before it. Roles are those of the table's rows. */
export const PhoneRow = memo(function PhoneRow(props: RowProps) {
  const { user, href, row, top, isSelected, isActive, isMenuOpen, news, words } = props
  const tab = isActive ? 0 : -1
  return (
    <div
      role="row"
      aria-rowindex={ariaRow(row)}
      aria-selected={isSelected}
      data-row={row}
      data-id={user.id}
      data-open={isMenuOpen || undefined}
      tabIndex={tab}
      style={{ transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 top-0 grid h-[60px] grid-cols-[44px_minmax(0,1fr)_auto_44px] items-center border-b border-hairline bg-page text-13 text-text-2 outline-none after:pointer-events-none after:absolute after:inset-0 after:z-2 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent data-open:bg-hover aria-selected:border-picked-line aria-selected:bg-picked"
    >
      <div role="gridcell" data-part="select" className="grid h-full place-items-center">
        <Checkbox aria-label={`Select ${user.name}`} checked={isSelected} readOnly tabIndex={tab} />
      </div>
      <div
        role="rowheader"
        tabIndex={-1}
        className="relative flex h-full min-w-0 flex-col justify-center pr-2 leading-[19px]"
      >
        <span className="flex items-center gap-2 text-14 font-medium text-text">
          <a
            href={href}
            data-part="open"
            tabIndex={-1}
            className="min-w-0 text-inherit no-underline underline-offset-2 outline-none after:absolute after:inset-0 hover:underline"
          >
            <MarkedText text={user.name} words={words} />
          </a>
          <NewsMark news={news} />
        </span>
        <SecondLine user={user} words={words} />
      </div>
      <div role="gridcell" tabIndex={-1}>
        {!user.unreadable && <StatusBadge status={user.status} until={user.deactivatesAt} />}
      </div>
      <div role="gridcell">
        <IconButton
          icon={Ellipsis}
          aria-label={`Actions for ${user.name}`}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          data-part="menu"
          tabIndex={tab}
        />
      </div>
    </div>
  )
})

function SecondLine({ user, words }: Pick<RowProps, 'user' | 'words'>) {
  if (user.unreadable)
    return <span className="block truncate text-amber">{whyUnreadable(user.unreadable)}</span>
  return (
    <span className="flex">
      {user.kind !== 'person' && (
        <span className="shrink-0 whitespace-pre">{kindWord(user.kind)} · </span>
      )}
      {user.email === undefined ? (
        <i className="text-text-3">no e-mail</i>
      ) : (
        <MarkedText text={user.email} words={words} />
      )}
    </span>
  )
}
