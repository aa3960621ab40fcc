import { Menu as MenuIcon } from 'lucide-react'
import type { Session } from '../session/session'
import { Icon } from '../ui/Icon'
import { Initials } from '../ui/Initials'
import { PanelButton } from './PanelButton'

const panel = async () => (await import('./OperatorPanel')).OperatorPanel

/** Who is signed in, and behind it what concerns them. */
export function OperatorMenu({
  current,
  onCommands,
  onShortcuts,
}: {
  readonly current: Session | undefined
  readonly onCommands: () => void
  readonly onShortcuts: () => void
}) {
  return (
    <PanelButton
      label="Menu"
      current={current}
      panel={panel}
      onCommands={onCommands}
      onShortcuts={onShortcuts}
      className="grid size-8 cursor-pointer place-items-center self-center rounded-full narrow:-mr-2 phone:size-11"
      face={
        <>
          <span className="narrow:hidden">
            {current ? (
              <Initials name={current.operator.name} machine={current.operator.isApiUser} />
            ) : (
              <Icon of={MenuIcon} />
            )}
          </span>
          <span className="hidden text-text-2 narrow:block">
            <Icon of={MenuIcon} />
          </span>
        </>
      }
    />
  )
}
