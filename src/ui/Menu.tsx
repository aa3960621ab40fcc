import type { LucideIcon } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Floating } from './Floating'
import { MenuItem } from './MenuItem'

export type MenuEntry = {
  readonly label: string
  readonly icon?: LucideIcon | undefined
  /** The key that does the same; shown only while it can be done. */
  readonly shortcut?: string | undefined
  /** Why it cannot be done. The entry stays, focusable, with the reason below. */
  readonly disabledReason?: string | undefined
  /** A link. With `onSelect` as well it stays in the app, without it opens in a new tab. */
  readonly href?: string | undefined
  readonly onSelect?: (() => void) | undefined
  /** One of several (`radio`) or on and off (`checkbox`). */
  readonly checked?: boolean | undefined
  readonly type?: 'radio' | 'checkbox' | undefined
}

type Props = {
  readonly label: string
  /** The element it opens next to and gives the focus back to; `undefined`: closed. */
  readonly anchor: HTMLElement | undefined
  readonly sections: readonly (readonly MenuEntry[])[]
  readonly align?: 'start' | 'end' | undefined
  /** Where the focus starts. */
  readonly from?: 'first' | 'last' | undefined
  readonly onClose: () => void
}

/** One menu can serve a whole table: give it the row's button as `anchor` and the row's entries. */
export function Menu({ anchor, ...rest }: Props) {
  return anchor ? <OpenMenu key={rest.label} anchor={anchor} {...rest} /> : undefined
}

function OpenMenu({
  label,
  anchor,
  sections,
  align = 'start',
  from = 'first',
  onClose,
}: Props & { readonly anchor: HTMLElement }) {
  const list = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })

  // The focus goes in once it is shown; showing is Floating's layout effect.
  useEffect(
    () =>
      entries(list.current)
        .at(from === 'first' ? 0 : -1)
        ?.focus(),
    [from],
  )

  function select(entry: MenuEntry) {
    anchor.focus()
    onClose()
    entry.onSelect?.()
  }

  function onKeyDown(event: KeyboardEvent) {
    const all = entries(list.current)
    const now = all.findIndex(entry => entry.matches(':focus'))
    const goTo = (index: number) => {
      event.preventDefault()
      all.at(index % all.length)?.focus()
    }
    switch (event.key) {
      case 'ArrowDown':
        return goTo(now + 1)
      case 'ArrowUp':
        return goTo(now - 1)
      case 'Home':
        return goTo(0)
      case 'End':
        return goTo(-1)
      case 'Tab':
        anchor.focus()
        return onClose()
    }
    const isNew = event.timeStamp - typed.current.at > 600
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey) return
    // A space chooses, unless one is in the middle of typing a label.
    if (event.key === ' ' && isNew) return
    event.preventDefault()
    const text = (isNew ? '' : typed.current.text) + event.key.toLowerCase()
    typed.current = { text, at: event.timeStamp }
    // A single letter goes on to the next match, more letters may stay on this one.
    const first = now + (text.length === 1 ? 1 : 0)
    const turned = [...all.slice(first), ...all.slice(0, first)]
    turned.find(entry => entry.textContent.trim().toLowerCase().startsWith(text))?.focus()
  }

  // A menu may not be inside what it is often opened from, a grid. Inside a dialog it has to be, the rest is inert, and
  // inside a sheet, which closes when the focus leaves it.
  const host = anchor.closest('[data-floating], dialog, main, header') ?? document.body
  return createPortal(
    <Floating anchor={anchor} align={align} onClose={onClose} className="w-[344px] p-1">
      {/* A sheet covers what it was opened from. */}
      <p
        aria-hidden="true"
        className="hidden truncate px-2.5 pt-2 pb-1 text-12 text-text-3 phone:block"
      >
        {label}
      </p>
      <div ref={list} role="menu" aria-label={label} onKeyDown={onKeyDown}>
        {sections
          .filter(section => section.length > 0)
          .map(section => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a menu
            <div
              key={section[0]?.label}
              role="group"
              className="[&+&]:mt-1 [&+&]:border-t [&+&]:border-hairline [&+&]:pt-1"
            >
              {section.map(entry => (
                <MenuItem key={entry.label} entry={entry} onSelect={() => select(entry)} />
              ))}
            </div>
          ))}
      </div>
    </Floating>,
    host,
  )
}

function entries(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
}
