import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react'
import { Menu, type MenuEntry } from './Menu'

/** What the button of a menu must carry; spread it. */
export type MenuTrigger = {
  readonly 'aria-haspopup': 'menu'
  readonly 'aria-expanded': boolean
  readonly onClick: (event: MouseEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** A button with a menu of its own: `trigger={props => <Button {...props}>Acme</Button>}`. */
export function MenuButton({
  label,
  trigger,
  sections,
  align,
}: {
  readonly label: string
  readonly trigger: (props: MenuTrigger) => ReactNode
  readonly sections: readonly (readonly MenuEntry[])[]
  readonly align?: 'start' | 'end' | undefined
}) {
  const [open, setOpen] = useState<{ anchor: HTMLElement; from: 'first' | 'last' }>()
  return (
    <>
      {trigger({
        'aria-haspopup': 'menu',
        'aria-expanded': open !== undefined,
        onClick: event => {
          const anchor = event.currentTarget
          setOpen(current => (current ? undefined : { anchor, from: 'first' }))
        },
        onKeyDown: event => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen({ anchor: event.currentTarget, from: event.key === 'ArrowUp' ? 'last' : 'first' })
        },
      })}
      <Menu
        label={label}
        anchor={open?.anchor}
        sections={sections}
        align={align}
        from={open?.from}
        onClose={() => setOpen(undefined)}
      />
    </>
  )
}
