import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'
import { IconButton } from './IconButton'
import { Kbd } from './Kbd'

export function SearchInput({
  label,
  value,
  placeholder,
  shortcut,
  inputRef,
  className,
  onChange,
  onKeyDown,
}: {
  readonly label: string
  readonly value: string
  readonly placeholder?: string | undefined
  /** The key that comes here, shown while the field is empty. */
  readonly shortcut?: string | undefined
  readonly inputRef?: RefObject<HTMLInputElement | null> | undefined
  readonly className?: string | undefined
  readonly onChange: (value: string) => void
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined
}) {
  const own = useRef<HTMLInputElement>(null)
  const input = inputRef ?? own
  return (
    <div
      className={classes(
        'flex h-8 min-w-0 items-center gap-2 rounded-6 border border-field bg-ground px-2.5 outline-offset-1 outline-accent has-[input:focus-visible]:outline-2 phone:h-10',
        className,
      )}
    >
      <Icon of={Search} className="text-text-3" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={event => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-full w-full min-w-0 flex-1 appearance-none text-14 outline-none placeholder:text-text-3 phone:text-16 [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== '' && (
        <IconButton
          icon={X}
          aria-label="Empty the search"
          size="small"
          className="-mr-1"
          onClick={() => {
            onChange('')
            input.current?.focus()
          }}
        />
      )}
      {value === '' && shortcut && (
        <span aria-hidden="true" className="phone:hidden">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </div>
  )
}
