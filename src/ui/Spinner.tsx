import { LoaderCircle } from 'lucide-react'
import { Icon } from './Icon'

/** Something is on its way; `children` say what, politely. */
export function Spinner({ children }: { readonly children?: string | undefined }) {
  return (
    <span
      role={children ? 'status' : undefined}
      className="inline-flex items-center gap-2 text-13 text-text-2"
    >
      <Icon of={LoaderCircle} className="motion-safe:animate-spin text-text-3" />
      {children}
    </span>
  )
}
