import { useSyncExternalStore } from 'react'
import { useSessionStore, useSessions } from '../session/SessionsContext'
import { drafts } from './draft'
import { FoundSummary } from './FoundSummary'
import { FoundTables } from './FoundTables'
import { Goers } from './Goers'
import { NotSignedIn } from './NotSignedIn'
import { PasteForm } from './PasteForm'
import { useFound } from './useFound'

/** The list, what became of it, and who goes. */
export function LeaversScreen() {
  const store = useSessionStore()
  const { config, sessions } = useSessions()
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.of(store))
  const found = useFound(draft, sessions)
  const others = config.connections.filter(
    ({ id }) => !sessions.some(({ connection }) => connection.id === id),
  )
  return (
    <>
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <PasteForm
          draft={draft}
          onFound={() => document.getElementById('leavers-found')?.focus()}
        />
        {others.length > 0 && (
          <NotSignedIn connections={others} onLeave={() => drafts.keep(store)} />
        )}
        {draft.asked && <FoundSummary found={found} />}
        {draft.asked && <FoundTables found={found} draft={draft} />}
      </div>
      {draft.asked && (
        <Goers
          placed={found.concerned}
          grounds={found.grounds}
          ticks={draft.ticks}
          canTickAll={!found.others}
        />
      )}
    </>
  )
}
