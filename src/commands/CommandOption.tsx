import { useId } from 'react'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { Kbd } from '../ui/Kbd'
import { MarkedText } from '../users/MarkedText'
import type { Command } from './command'

/** One line of the list; what cannot be done can be reached and says why. */
export function CommandOption({
  id,
  command,
  words,
  isActive,
  onPoint,
  onChoose,
}: {
  readonly id: string
  readonly command: Command
  /** Folded words that are searched for. */
  readonly words: readonly string[]
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}) {
  const reasonId = useId()
  const { label, subject, detail, icon, shortcut, disabledReason } = command
  const isOff = disabledReason !== undefined
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      role="option"
      id={id}
      aria-selected={isActive}
      aria-disabled={isOff || undefined}
      aria-describedby={isOff ? reasonId : undefined}
      aria-keyshortcuts={isOff ? undefined : shortcut}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={classes(
        'grid min-h-8 cursor-pointer grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-2.5 rounded-6 px-2.5 py-1.5 text-13 aria-disabled:cursor-not-allowed aria-disabled:text-text-off aria-selected:bg-float-hover aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent phone:min-h-11',
      )}
    >
      {icon ? <Icon of={icon} className={isOff ? 'text-text-off' : 'text-text-3'} /> : <span />}
      <span className="flex min-w-0 items-baseline gap-1.5 phone:flex-wrap phone:gap-y-0">
        <span className="shrink-0">{label}</span>{' '}
        {subject && <MarkedText text={subject} words={words} className="font-medium" />}{' '}
        {detail && (
          <MarkedText
            text={detail}
            words={words}
            className={isOff ? 'flex-1' : 'flex-1 text-text-3'}
          />
        )}
      </span>
      {shortcut && !isOff && (
        <span aria-hidden="true" className="phone:hidden">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
      {isOff && (
        <span id={reasonId} className="col-span-2 col-start-2 text-12 text-pretty text-text-2">
          {disabledReason}
        </span>
      )}
    </div>
  )
}
