import { ChevronDown } from 'lucide-react'
import { useSessions } from '../session/SessionsContext'
import type { Session } from '../session/session'
import { Icon } from '../ui/Icon'
import { PanelButton } from './PanelButton'

const panel = async () => (await import('./ConnectionPanel')).ConnectionPanel

/** The connection whose pages are open, and behind it the others. */
export function ConnectionSwitcher({ current }: { readonly current: Session | undefined }) {
  const { vendorOf } = useSessions()
  const name = current?.connection.name ?? 'Not signed in'
  return (
    <PanelButton
      label={current ? `Connection: ${name}` : name}
      current={current}
      panel={panel}
      className="flex min-w-0 cursor-pointer items-center gap-1.5 border-x border-hairline px-3 text-13 font-medium hover:bg-ground-hover narrow:border-0 narrow:px-0"
      face={
        <>
          <bdi className="max-w-64 truncate">{name}</bdi>
          {current && (
            <span className="font-normal whitespace-nowrap text-text-3">
              {vendorOf(current.connection).name}
            </span>
          )}
          <Icon of={ChevronDown} className="text-text-3" />
        </>
      }
    />
  )
}
