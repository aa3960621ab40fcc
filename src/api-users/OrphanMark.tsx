import { Unlink } from 'lucide-react'
import { CutText } from '../ui/CutText'
import { Icon } from '../ui/Icon'
import { tipHandlers } from '../ui/tip'
import type { Orphan } from './orphan'

/** That nobody is left who made it; that this is not known, and why; nothing where somebody is. */
export function OrphanMark({ orphan }: { readonly orphan: Orphan }) {
  switch (orphan.orphaned) {
    case 'no':
      return undefined
    case 'yes':
      return (
        <span className="flex min-w-0 items-center gap-1.5 text-amber">
          <Icon of={Unlink} size={14} />
          <CutText text={`Orphaned: ${orphan.because}`} />
        </span>
      )
    case 'unknown':
      return (
        <i className="text-text-3" {...tipHandlers(orphan.because)}>
          not known<span className="sr-only">. {orphan.because}</span>
        </i>
      )
  }
}
