import { Button } from '../ui/Button'

/** What can be changed about a part of the page, at the end of its title's line. */
export function PartButton({
  label,
  disabledReason,
  children,
  onClick,
}: {
  /** In full: the word on it says it only next to the title. */
  readonly label: string
  readonly disabledReason: string | undefined
  readonly children: string
  readonly onClick: () => void
}) {
  return (
    <Button
      variant="bare"
      aria-label={label}
      disabledReason={disabledReason}
      className="-my-1 -mr-3 ml-auto not-aria-disabled:text-accent aria-disabled:border-transparent! aria-disabled:bg-transparent!"
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
