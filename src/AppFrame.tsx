import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { Outlet, useLocation } from 'react-router'
import { CommandsButton } from './frame/CommandsButton'
import { ConnectionSwitcher } from './frame/ConnectionSwitcher'
import { ErrorBoundary } from './frame/ErrorBoundary'
import { NavLinks } from './frame/NavLinks'
import { OperatorMenu } from './frame/OperatorMenu'
import { OtherConnections } from './frame/OtherConnections'
import { queriesOf } from './frame/queries'
import { SandboxBanner } from './frame/SandboxBanner'
import { paths } from './paths'
import { useCommandKey, useShortcuts } from './preferences/useShortcuts'
import { ActionDialogHost } from './runs/ActionDialogHost'
import { actionDialog } from './runs/actionDialog'
import { useSessionStore, useSessions } from './session/SessionsContext'
import { Announcer } from './ui/Announcer'
import { Toasts } from './ui/Toasts'

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./frame/ShortcutsDialog')).ShortcutsDialog,
}))

const CommandsDialog = lazy(async () => ({
  default: (await import('./commands/CommandsDialog')).CommandsDialog,
}))

const RunMark = lazy(async () => {
  // What asks before a sign-out cuts a run short is to be there when it is needed, with a network or without.
  import('./frame/SignOutDialog').catch(() => undefined)
  return { default: (await import('./runs/RunMark')).RunMark }
})

// Every run begins in the dialog, so until it was open there is nothing for the mark to show.
let mayRun = false
actionDialog.subscribe(() => {
  mayRun = true
})

const ReauthenticateDialog = lazy(async () => ({
  default: (await import('./session/ReauthenticateDialog')).ReauthenticateDialog,
}))

/** The top bar around every page but sign-in. */
export function AppFrame() {
  const queries = queriesOf(useSessionStore())
  const { config, sessions, current: last } = useSessions()
  const { pathname } = useLocation()
  const hasRun = useSyncExternalStore(actionDialog.subscribe, () => mayRun)
  const [areShortcutsOpen, setShortcutsOpen] = useState(false)
  const [areCommandsOpen, setCommandsOpen] = useState(false)
  const openCommands = () => setCommandsOpen(true)
  useCommandKey(openCommands)
  useShortcuts({ '?': () => setShortcutsOpen(true) })
  const current =
    sessions.find(({ connection: { id } }) => `${pathname}/`.startsWith(`${paths.users(id)}/`)) ??
    last
  const stopped = sessions.find(({ stop }) => stop !== undefined)

  return (
    <QueryClientProvider client={queries}>
      <div className="flex h-dvh flex-col print:h-auto">
        <a
          href="#content"
          className="sr-only z-10 rounded-6 bg-float px-3 py-1.5 shadow-float focus:not-sr-only focus:absolute focus:top-1 focus:left-1"
        >
          Skip to the page
        </a>
        <header className="flex h-11 shrink-0 items-stretch gap-1 border-b border-hairline px-4 phone:px-3 print:hidden">
          <p className="mr-3 self-center font-semibold narrow:hidden">Rollcall</p>
          <ConnectionSwitcher current={current} />
          <OtherConnections current={current} />
          <nav aria-label="Pages" className="ml-2 flex shrink-0 items-stretch gap-1 narrow:hidden">
            <NavLinks
              current={current}
              className="relative flex items-center px-2 text-13 font-medium whitespace-nowrap text-text-2 no-underline hover:text-text aria-[current]:text-text aria-[current]:after:absolute aria-[current]:after:inset-x-2 aria-[current]:after:-bottom-px aria-[current]:after:h-0.5 aria-[current]:after:bg-accent forced-colors:aria-[current]:after:bg-[Highlight]"
            />
          </nav>
          <div className="ml-auto flex shrink-0 items-stretch gap-2 whitespace-nowrap">
            <Suspense>{hasRun && <RunMark />}</Suspense>
            <CommandsButton onClick={openCommands} />
            <OperatorMenu
              current={current}
              onCommands={openCommands}
              onShortcuts={() => setShortcutsOpen(true)}
            />
          </div>
        </header>
        {config.sandbox && <SandboxBanner />}
        <div
          id="content"
          tabIndex={-1}
          className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none print:overflow-visible"
        >
          <ErrorBoundary place={pathname}>
            <Suspense>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </div>
        <ActionDialogHost />
        <Announcer />
        <Toasts />
        <Suspense>
          {stopped && <ReauthenticateDialog key={stopped.connection.id} session={stopped} />}
        </Suspense>
        <Suspense>
          {areCommandsOpen && (
            <CommandsDialog
              current={current}
              onShortcuts={() => setShortcutsOpen(true)}
              onClose={() => setCommandsOpen(false)}
            />
          )}
        </Suspense>
        <Suspense>
          {areShortcutsOpen && <ShortcutsDialog onClose={() => setShortcutsOpen(false)} />}
        </Suspense>
      </div>
    </QueryClientProvider>
  )
}
