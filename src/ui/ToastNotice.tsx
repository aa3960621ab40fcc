import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { classes } from './classes'
import { IconButton } from './IconButton'
import { type Toast, toasts } from './toasts'

/** One of the `Toasts`; its time stands still while it is pointed at or has the focus. */
export function ToastNotice({ toast }: { readonly toast: Toast }) {
  const [isHeld, setIsHeld] = useState(false)
  // Time passes outside React.
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => toasts.close(toast.id), toast.stays)
    return () => clearTimeout(timer)
  }, [isHeld, toast])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the clock
    <div
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className={classes(
        'pointer-events-auto flex items-center gap-3 rounded-10 border bg-float py-1.5 pr-1.5 pl-3 text-13 shadow-float [--ground-hover:var(--float-hover)]',
        toast.tone === 'red' ? 'border-red-line text-red' : 'border-edge text-text',
      )}
    >
      <span className="min-w-0 wrap-anywhere">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="shrink-0 cursor-pointer rounded-4 font-medium text-accent hover:underline"
          onClick={() => {
            toast.action?.onSelect()
            toasts.close(toast.id)
          }}
        >
          {toast.action.label}
        </button>
      )}
      <IconButton icon={X} aria-label="Close this notice" onClick={() => toasts.close(toast.id)} />
    </div>
  )
}
