// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by CSS grid, where table elements lose their roles
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes to the row, or to what is pressed in a cell
import { Ellipsis, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { Checkbox } from '../ui/Checkbox'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { Initials } from '../ui/Initials'
import { whyUnreadable } from './cell'
import { MarkedText } from './MarkedText'
import { NewsMark } from './NewsMark'
import { ariaRow, isMachine, type RowProps } from './rowProps'
import { cellTip } from './tips'
import { UserCell } from './UserCell'

const cell =
  'flex h-full min-w-0 items-center px-2 outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent'
const pinned = `${cell} sticky z-1 bg-inherit`

/** One line of the table. Clicks and keys are the table's: the row says in `data-` attributes what it is. */
export const UserRow = memo(function UserRow(props: RowProps) {
  const { user, href, row, top, isSelected, isActive, isMenuOpen, news, columns, parts, words } =
    props
  const [, ...others] = columns
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
      className="absolute inset-x-0 top-0 grid h-10 grid-cols-(--columns) border-b border-hairline bg-page text-13 text-text-2 outline-none after:pointer-events-none after:absolute after:inset-0 after:z-2 hover:bg-hover focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent data-open:bg-hover aria-selected:border-picked-line aria-selected:bg-picked"
    >
      <div role="gridcell" data-part="select" className={`${pinned} left-0 pr-0 pl-4 select-none`}>
        <Checkbox aria-label={`Select ${user.name}`} checked={isSelected} readOnly tabIndex={tab} />
      </div>
      <div
        role="rowheader"
        tabIndex={-1}
        {...cellTip}
        className={`${pinned} left-10 gap-2 text-14 font-medium text-text`}
      >
        <Initials name={user.name} machine={isMachine(user)} />
        <a
          href={href}
          data-part="open"
          tabIndex={-1}
          className="min-w-0 text-inherit no-underline underline-offset-2 outline-none hover:underline"
        >
          <MarkedText text={user.name} words={words} />
        </a>
        <NewsMark news={news} />
      </div>
      {user.unreadable ? (
        <div
          role="gridcell"
          aria-colspan={others.length}
          tabIndex={-1}
          {...cellTip}
          className={`${cell} col-[3/-2] gap-1.5 text-amber`}
        >
          <Icon of={TriangleAlert} size={14} />
          <span className="truncate">{whyUnreadable(user.unreadable)}</span>
        </div>
      ) : (
        others.map(column => (
          <div key={column.id} role="gridcell" tabIndex={-1} {...cellTip} className={cell}>
            <UserCell column={column} user={user} part={parts[column.id]} words={words} />
          </div>
        ))
      )}
      <div role="gridcell" className={`${pinned} right-0 col-[-2/-1] justify-end pr-3 pl-0`}>
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
