import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Session, Sessions, Snapshot } from './session'

export const SessionsContext = createContext<Sessions | undefined>(undefined)

/** The same object for as long as the page is open. */
export function useSessionStore(): Sessions {
  const sessions = useContext(SessionsContext)
  if (!sessions) throw new Error('useSessions needs a SessionsContext around it')
  return sessions
}

/** Who is signed in where, and how to sign in and out. */
export function useSessions(): Sessions & Snapshot {
  const sessions = useSessionStore()
  return { ...sessions, ...useSyncExternalStore(sessions.subscribe, sessions.snapshot) }
}

/** The session of the page's connection; `ConnectionGate` gives it. */
export const ConnectionContext = createContext<Session | undefined>(undefined)

/** The connection of this page, whose operator is signed in. */
export function useConnection(): Session {
  const session = useContext(ConnectionContext)
  if (!session) throw new Error('useConnection needs a ConnectionGate around it')
  return session
}
