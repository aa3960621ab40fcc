import {
  Bookmark,
  CornerDownRight,
  Keyboard,
  LogIn,
  LogOut,
  RefreshCw,
  SunMoon,
} from 'lucide-react'
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
export const placeCommands = (given: Given): readonly Command[] => [
  ...pageCommands(given),
  ...viewCommands(given),
  ...connectionCommands(given),
  ...themeCommands(),
  ...otherCommands(given),
]

function pageCommands({ sessions: { sessions }, current, go }: Given): readonly Command[] {
  const places = [current, ...sessions.filter(session => session !== current)]
  return places.flatMap(session =>
    pagesOf(session).map(({ label, to, reason }) => ({
      id: to,
      label,
      // The other pages are the same for all connections.
      detail: to.includes('users') ? session?.connection.name : undefined,
      section: session === current ? 'Go to' : undefined,
      also: 'go to open page',
      icon: CornerDownRight,
      disabledReason: reason,
      run: () => go(to),
    })),
  )
}

/** Named sets of search, filters, sort and columns; so many that they are shown when asked for. */
function viewCommands({ sessions: { sessions }, current, go }: Given): readonly Command[] {
  return sessions.flatMap(session => {
    const { connection, provider } = session
    const views = [...provider.views, ...tableOf(preferences.get(), provider.id).views]
    return views.map(({ id, name, search }) => ({
      id: `view ${connection.id} ${id}`,
      label: 'View',
      subject: name,
      detail: session === current ? undefined : connection.name,
      also: 'show users',
      icon: Bookmark,
      run: () => go(`${paths.users(connection.id)}?${search}`),
    }))
  })
}

function connectionCommands({ sessions: { config, sessions }, current, go }: Given) {
  return config.connections.map(({ id, name }): Command => {
    const session = sessions.find(({ connection }) => connection.id === id)
    const goal = paths.users(id)
    return {
      id,
      label: session ? 'Switch to' : 'Sign in to',
      subject: name,
      detail: session?.operator.name,
      section: 'Connections',
      also: 'connection',
      icon: session ? CornerDownRight : LogIn,
      disabledReason: session && session === current ? 'This is where you are' : undefined,
      run: () => go(session ? goal : paths.signIn({ returnTo: goal })),
    }
  })
}

const themeCommands = () =>
  (['system', 'light', 'dark'] as const).map(
    (theme): Command => ({
      id: theme,
      label: `Theme: ${theme}`,
      section: 'Theme',
      also: 'mode colours',
      icon: SunMoon,
      disabledReason: preferences.get().theme === theme ? 'Set already' : undefined,
      run: () => setTheme(theme),
    }),
  )

function otherCommands(given: Given): readonly Command[] {
  const { current, go, onRefresh, whyNoRefresh, onShortcuts } = given
  const { sessions, signOut } = given.sessions
  const ids = sessions.map(({ connection }) => connection.id)
  const refresh = {
    label: 'Refresh the users',
    detail: current?.connection.name,
    also: 'reload read again',
    icon: RefreshCw,
    disabledReason: whyNoRefresh,
    run: onRefresh,
  }
  const others: readonly Omit<Command, 'id'>[] = [
    ...(current ? [refresh] : []),
    { label: 'Connection set-up', icon: CornerDownRight, run: () => go(paths.setup) },
    { label: 'Keyboard shortcuts', icon: Keyboard, shortcut: '?', run: onShortcuts },
    ...sessions.map(({ connection: { id, name } }) => ({
      label: 'Sign out of',
      subject: name,
      icon: LogOut,
      run: () => leave(signOut, [id]),
    })),
    ...(ids.length > 1
      ? [{ label: 'Sign out everywhere', icon: LogOut, run: () => leave(signOut, ids) }]
      : []),
  ]
  return others.map((command, index) => ({ ...command, id: `other ${index}`, section: 'More' }))
}
