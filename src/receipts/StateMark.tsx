import { CircleDashed, TriangleAlert } from 'lucide-react'
import type { KeptReceipt } from '../runs/journal'
import { Icon } from '../ui/Icon'

/** A run that has ended needs no mark. */
export function StateMark({ state }: { readonly state: KeptReceipt['state'] }) {
  const look = 'inline-flex items-center gap-1.5 font-medium whitespace-nowrap'
  switch (state) {
    case 'ended':
      return undefined
    case 'running':
      return (
        <span className={`${look} text-blue`}>
          <Icon of={CircleDashed} size={14} />
          Under way
        </span>
      )
    case 'interrupted':
      return (
        <span className={`${look} text-amber`}>
          <Icon of={TriangleAlert} size={14} />
          Interrupted
        </span>
      )
  }
}
