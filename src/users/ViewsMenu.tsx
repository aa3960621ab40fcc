import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { SavedView } from '../preferences/preferences'
import type { Provider } from '../providers/provider'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import type { Address } from './address'
import { later, useLater } from './later'
import { currentView, everybody } from './views'

const viewsPanel = later(async () => (await import('./ViewsPanel')).ViewsPanel)

export type ViewsProps = {
  readonly provider: Provider
  readonly address: Address
  /** Ids of the columns after the name. */
  readonly shown: readonly string[]
  readonly saved: readonly SavedView[]
}

/** "All users": the name of the view that the list shows, and the way to the others. */
export function ViewsMenu(props: ViewsProps) {
  const { provider, address, shown, saved } = props
  const [anchor, setAnchor] = useState<HTMLElement>()
  const ViewsPanel = useLater(viewsPanel)
  const builtIn = [everybody, ...provider.views]
  const now = currentView([...saved, ...builtIn], address.query, shown, provider)
  return (
    <>
      <Button
        variant="bare"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        className="max-w-48"
        onClick={event => setAnchor(anchor ? undefined : event.currentTarget)}
      >
        <bdi className="truncate">{now?.name ?? everybody.name}</bdi>
        <Icon of={ChevronDown} />
      </Button>
      {ViewsPanel && (
        <ViewsPanel
          {...props}
          builtIn={builtIn}
          now={now}
          anchor={anchor}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </>
  )
}
