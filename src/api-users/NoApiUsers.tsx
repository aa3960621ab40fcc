import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { EmptyState } from '../ui/EmptyState'

/** In the place of the table, and why. */
export function NoApiUsers({
  title,
  actions,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode | undefined
  readonly children: ReactNode
}) {
  return (
    <EmptyState title={title} icon={KeyRound} actions={actions}>
      {children}
    </EmptyState>
  )
}
