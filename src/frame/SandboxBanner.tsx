import { X } from 'lucide-react'
import { useState } from 'react'
import { paths } from '../paths'
import { IconButton } from '../ui/IconButton'

const key = 'rollcall.sandbox-banner'

/** For the tab: whoever opens another one may not know yet. */
export function SandboxBanner() {
  const [isShown, setShown] = useState(() => sessionStorage.getItem(key) === null)
  if (!isShown) return undefined
  return (
    <aside
      aria-label="Sandbox"
      className="flex min-h-8 shrink-0 items-center justify-center gap-2 border-b border-violet-line bg-violet-bg px-4 text-13 text-violet print:hidden"
    >
      <p>
        Sandbox: nothing here is real.{' '}
        <a href={paths.sandbox} target="_blank" className="underline" rel="noreferrer">
          What it is<span className="sr-only"> (in a new tab)</span>
        </a>
      </p>
      <IconButton
        icon={X}
        size="small"
        aria-label="Hide this line"
        onClick={() => {
          sessionStorage.setItem(key, 'hidden')
          setShown(false)
        }}
      />
    </aside>
  )
}
