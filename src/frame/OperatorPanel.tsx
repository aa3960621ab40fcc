import { Keyboard, LogOut, Terminal } from 'lucide-react'
import { setTheme, useTheme } from '../preferences/theme'
import { leave } from '../session/leaving'
import { OperatorLine } from '../session/OperatorLine'
import { useSessions } from '../session/SessionsContext'
import { Icon } from '../ui/Icon'
import { Segments } from '../ui/Segments'
import { entryClass } from './entryClass'
import { NavLinks } from './NavLinks'
import { Panel, type PanelProps } from './Panel'

const themes = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

/** Who is signed in, the theme, the shortcuts; where it is narrow the pages too. */
export function OperatorPanel(props: PanelProps) {
  const { current, close, onCommands, onShortcuts } = props
  const { signOut } = useSessions()
  const theme = useTheme()
  return (
    <Panel {...props} align="end">
      <nav aria-label="Pages" className="hidden border-b border-hairline pb-1 mb-1 narrow:block">
        <NavLinks current={current} className={entryClass} onClick={close} />
      </nav>
      {current && (
        <div className="border-b border-hairline px-2.5 pt-1.5 pb-2.5">
          <OperatorLine operator={current.operator} />
        </div>
      )}
      <fieldset className="px-2.5 py-2">
        <legend className="sr-only">Theme</legend>
        <Segments name="theme" options={themes} value={theme} onChange={setTheme} />
      </fieldset>
      <button
        type="button"
        className={entryClass}
        onClick={() => {
          close()
          onCommands()
        }}
      >
        <Icon of={Terminal} className="text-text-3" />
        Commands
      </button>
      <button
        type="button"
        className={entryClass}
        onClick={() => {
          close()
          onShortcuts()
        }}
      >
        <Icon of={Keyboard} className="text-text-3" />
        Keyboard shortcuts
      </button>
      {current && (
        <button
          type="button"
          className={entryClass}
          onClick={() => {
            close()
            leave(signOut, [current.connection.id])
          }}
        >
          <Icon of={LogOut} className="text-text-3" />
          Sign out
        </button>
      )}
    </Panel>
  )
}
