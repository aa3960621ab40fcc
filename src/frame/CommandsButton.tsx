import { Kbd } from '../ui/Kbd'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The way to the commands for who does not know the keys; where it is narrow it is in the menu. */
export function CommandsButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
      className="flex cursor-pointer items-center gap-2 self-center rounded-6 px-2 py-1 text-13 whitespace-nowrap text-text-2 hover:bg-ground-hover hover:text-text narrow:hidden"
      onClick={onClick}
    >
      Commands
      <span aria-hidden="true" className="max-md:hidden">
        <Kbd>{isApple ? '⌘ K' : 'Ctrl K'}</Kbd>
      </span>
    </button>
  )
}
