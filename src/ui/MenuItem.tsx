import { Check } from 'lucide-react'
import { type MouseEvent, type PointerEvent, useId } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'
import { Kbd } from './Kbd'
import type { MenuEntry } from './Menu'

const look =
  'grid w-full cursor-pointer grid-cols-[16px_1fr_auto] items-center gap-x-2.5 rounded-6 px-2.5 py-[5px] text-left text-13 text-text no-underline outline-none focus:bg-float-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent phone:min-h-11'

/** One entry of a `Menu`; disabled ones can be reached and say why, but do nothing. */
export function MenuItem({
  entry,
  onSelect,
}: {
  readonly entry: MenuEntry
  readonly onSelect: () => void
}) {
  const reasonId = useId()
  const { disabledReason, icon } = entry
  const isOff = disabledReason !== undefined
  const shared = {
    role: entry.checked === undefined ? 'menuitem' : `menuitem${entry.type ?? 'checkbox'}`,
    tabIndex: -1,
    // The pointer moves the one highlight there is.
    onPointerMove: (event: PointerEvent<HTMLElement>) =>
      event.currentTarget.focus({ preventScroll: true }),
    'aria-checked': entry.checked,
    'aria-disabled': isOff || undefined,
    'aria-describedby': isOff ? reasonId : undefined,
    'aria-keyshortcuts': isOff ? undefined : entry.shortcut,
    'aria-labelledby': `${reasonId}l`,
    className: classes(look, isOff && 'cursor-not-allowed text-text-off'),
  }
  const inside = (
    <>
      {entry.checked ? (
        <Icon of={Check} className="text-accent" />
      ) : icon ? (
        <Icon of={icon} className={isOff ? 'text-text-off' : 'text-text-3'} />
      ) : (
        <span />
      )}
      <span id={`${reasonId}l`}>{entry.label}</span>
      {entry.shortcut && !isOff ? (
        <span className="phone:hidden">
          <Kbd>{entry.shortcut}</Kbd>
        </span>
      ) : (
        <span />
      )}
      {isOff && (
        <span
          id={reasonId}
          className="col-span-2 col-start-2 -mt-0.5 text-12 text-pretty text-text-2"
        >
          {disabledReason}
        </span>
      )}
    </>
  )
  if (entry.href === undefined || isOff)
    return (
      <button type="button" {...shared} onClick={isOff ? undefined : onSelect}>
        {inside}
      </button>
    )
  const stays = entry.onSelect !== undefined
  return (
    <a
      {...shared}
      href={entry.href}
      {...(stays ? {} : { target: '_blank', rel: 'noreferrer noopener' })}
      onClick={(event: MouseEvent) => {
        if (stays && (event.ctrlKey || event.metaKey || event.shiftKey)) return
        if (stays) event.preventDefault()
        onSelect()
      }}
    >
      {inside}
    </a>
  )
}
