import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Session } from '../session/session'
import { announce } from '../ui/announce'
import { Dialog } from '../ui/Dialog'
import { formatCount } from '../ui/number'
import { CommandOption } from './CommandOption'
import type { Command } from './command'
import { useCommands } from './useCommands'

/** The same whatever is found, so that nothing jumps while one types. */
const tall = 'h-[min(416px,52dvh)]'

/** Everything that can be done, found by words: who it is for, where to go, how it is to look. */
export function CommandsDialog({
  current,
  onShortcuts,
  onClose,
}: {
  readonly current: Session | undefined
  readonly onShortcuts: () => void
  readonly onClose: () => void
}) {
  const listId = useId()
  const [text, setText] = useState('')
  // Not by its place: the list may still be growing when Enter is pressed.
  const [picked, setPicked] = useState<string>()
  const { commands, words, notes } = useCommands(text, current, onShortcuts)
  const active = Math.max(
    0,
    commands.findIndex(({ id }) => id === picked),
  )
  const optionId = (index: number) => `${listId}-${index}`
  const sections = sectionsOf(commands, words.length > 0)
  const activeId = commands.length > 0 ? optionId(active) : undefined

  // Only the layout knows what is in sight.
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  function choose({ disabledReason, run }: Command) {
    if (disabledReason !== undefined) return announce(disabledReason)
    // The focus is back where it was before the next dialog remembers it.
    flushSync(onClose)
    run()
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey } = event
    const last = commands.length - 1
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active < last ? active + 1 : 0,
      ArrowUp: active > 0 ? active - 1 : last,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    }
    const next = steps[key]
    const command = commands[active]
    if (next !== undefined) setPicked(commands[next]?.id)
    else if (key === 'Enter' && !event.nativeEvent.isComposing) command && choose(command)
    else if (key.toLowerCase() === 'k' && (ctrlKey || metaKey)) onClose()
    else return
    event.preventDefault()
  }

  return (
    <Dialog title="Commands" onClose={onClose}>
      <div className="border-b border-hairline px-6 pt-1 pb-3 phone:px-4">
        <input
          type="text"
          role="combobox"
          aria-label="Find a command"
          aria-expanded={commands.length > 0}
          aria-controls={listId}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="A command, and whom: deactivate anna@…"
          value={text}
          onChange={event => {
            setText(event.target.value)
            setPicked(undefined)
          }}
          onKeyDown={onKeyDown}
          className="h-9 w-full rounded-6 border border-field bg-ground px-2.5 outline-offset-1 placeholder:text-text-3 focus-visible:outline-2 focus-visible:outline-accent phone:h-11 phone:text-16"
        />
      </div>
      {commands.length === 0 ? (
        <p className={`${tall} px-6 py-3 text-13 text-text-2 phone:px-4`}>
          Every word has to be in a command, or in somebody’s name, e-mail or id.
        </p>
      ) : (
        <div
          role="listbox"
          id={listId}
          aria-label="Commands"
          className={`${tall} overflow-y-auto overscroll-contain px-3.5 py-2 phone:px-1.5`}
        >
          {sections.map(({ title, first, commands: listed }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a listbox
            <div key={title} role="group" aria-label={title} className="[&+&]:mt-2">
              {words.length === 0 && (
                <p aria-hidden="true" className="truncate px-2.5 pt-1 pb-0.5 text-12 text-text-3">
                  {title}
                </p>
              )}
              {listed.map((command, index) => (
                <CommandOption
                  key={command.id}
                  id={optionId(first + index)}
                  command={command}
                  words={words}
                  isActive={first + index === active}
                  onPoint={() => setPicked(command.id)}
                  onChoose={() => choose(command)}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      <p
        role="status"
        className="min-h-9 border-t border-hairline bg-quiet px-6 py-2 text-12 text-text-2 phone:px-4"
      >
        {[
          commands.length === 0 ? 'Nothing found' : formatCount(commands.length, 'command'),
          ...notes,
        ].join('. ')}
      </p>
    </Dialog>
  )
}

/** Under their titles, in the order they came; what was searched for is one list. */
function sectionsOf(commands: readonly Command[], isSearch: boolean) {
  const sections: { title: string; first: number; commands: Command[] }[] = []
  for (const [first, command] of commands.entries()) {
    const title = isSearch ? 'Found' : (command.section ?? '')
    const last = sections.at(-1)
    if (last?.title === title) last.commands.push(command)
    else sections.push({ title, first, commands: [command] })
  }
  return sections
}
