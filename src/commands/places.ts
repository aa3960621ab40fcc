import { CornerDownRight, Keyboard, LogIn, LogOut, RefreshCw, SunMoon } from 'lucide-react'
import { pagesOf } from '../frame/pages'
import { paths } from '../paths'
import { preferences, tableOf } from '../preferences/preferences'
import { setTheme } from '../preferences/theme'
import { leave } from '../session/leaving'
import type { Session, Sessions, Snapshot } from '../session/session'
import type { Command } from './command'

type Given = {
  readonly sessions: Sessions & Snapshot
  readonly current: Session | undefined
  readonly go: (path: string) => void
  readonly onRefresh: () => void
  /** Why it cannot be read again now. */
  readonly whyNoRefresh: string | undefined
  readonly onShortcuts: () => void
}

/** What is not about users: pages, connections, theme, signing out. */
export function placeCommands(given: Given): readonly Command[] {
  return [
    ...pageCommands(given),
    ...connectionCommands(given),
    ...themeCommands(),
    ...otherCommands(given),
  ]
}

function pageCommands({ sessions: { sessions }, current, go }: Given): readonly Command[] {
  return [current, ...sessions.filter(session => session !== current)].flatMap(session => {
    const { connection, provider } = session ?? {}
    const isHere = session === current
    const views = provider
      ? [...provider.views, ...tableOf(preferences.get(), provider.id).views]
      : []
    return [
      ...pagesOf(session)
        // Receipts are those of all connections.
        .filter(({ to }) => isHere || to !== paths.receipts)
        .map(({ label, to, reason }) => ({ label, to, reason, section: 'Go to' })),
      ...(isHere
        ? [{ label: 'Connection set-up', to: paths.setup, reason: undefined, section: 'Go to' }]
        : []),
      ...views.map(({ name, search }) => ({
        label: name,
        to: `${paths.users(connection?.id ?? '')}?${search}`,
        reason: undefined,
        section: undefined,
      })),
    ].map(({ label, to, reason, section }) => ({
      id: to,
      label,
      detail: to === paths.receipts || to === paths.setup ? undefined : connection?.name,
      also: section ? 'go to open page' : 'go to view users',
      section: isHere ? section : undefined,
      icon: CornerDownRight,
      disabledReason: reason,
      run: () => go(to),
    }))
  })
}

function connectionCommands({ sessions: { config, sessions }, current, go }: Given) {
  return config.connections.map(({ id, name }): Command => {
    const session = sessions.find(({ connection }) => connection.id === id)
    const goal = paths.users(id)
    return {
      id: `connection ${id}`,
      label: session ? 'Switch to' : 'Sign in to',
      subject: name,
      detail: session?.operator.name,
      also: 'connection',
      section: 'Connections',
      icon: session ? CornerDownRight : LogIn,
      disabledReason: session && session === current ? 'This is where you are' : undefined,
      run: () => go(session ? goal : paths.signIn({ returnTo: goal })),
    }
  })
}

const themes = [
  ['system', 'like the system'],
  ['light', 'light'],
  ['dark', 'dark'],
] as const

const themeCommands = () =>
  themes.map(
    ([theme, words]): Command => ({
      id: `theme ${theme}`,
      label: `Theme: ${words}`,
      also: 'mode colours',
      section: 'Theme',
      icon: SunMoon,
      disabledReason: preferences.get().theme === theme ? 'Set already' : undefined,
      run: () => setTheme(theme),
    }),
  )

function otherCommands(given: Given): readonly Command[] {
  const { current, onRefresh, whyNoRefresh, onShortcuts } = given
  const { sessions, signOut } = given.sessions
  const ids = sessions.map(({ connection }) => connection.id)
  const section = 'More'
  return [
    ...(current
      ? [
          {
            id: 'refresh',
            label: 'Refresh the users',
            detail: current.connection.name,
            also: 'reload read again list',
            section,
            icon: RefreshCw,
            disabledReason: whyNoRefresh,
            run: onRefresh,
          },
        ]
      : []),
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      section,
      icon: Keyboard,
      shortcut: '?',
      run: onShortcuts,
    },
    ...sessions.map(({ connection: { id, name } }) => ({
      id: `leave ${id}`,
      label: 'Sign out of',
      subject: name,
      also: 'log',
      section,
      icon: LogOut,
      run: () => leave(signOut, [id]),
    })),
    ...(ids.length > 1
      ? [
          {
            id: 'leave',
            label: 'Sign out everywhere',
            also: 'log',
            section,
            icon: LogOut,
            run: () => leave(signOut, ids),
          },
        ]
      : []),
  ]
}
