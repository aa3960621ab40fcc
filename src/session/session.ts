import type { Failure } from '../http/failure'
import { failureOf } from '../http/failure'
import type { Credentials, Operator, Provider, Vendor } from '../providers/provider'
import type { Config, Connection } from './config'
import { type Keeper, keepTokens, type Stop } from './credentials'
import type { Environment } from './environment'
import { forgetStored, readStored, type Tokens, writeStored } from './stored'

export type Session = {
  readonly connection: Connection
  readonly operator: Operator
  readonly provider: Provider
  readonly means: Tokens['means']
  /** `undefined`: all is well; else the operator must sign in again, and whoever needs a token waits for it. */
  readonly stop: Stop | undefined
}

/** What came of ending the grant at the vendor when somebody signed out. */
export type Departure = {
  readonly connection: Connection
  readonly grant:
    | { readonly state: 'ending' }
    | { readonly state: 'ended' }
    /** Signed out in a duplicate of this tab, which says what came of the grant. */
    | { readonly state: 'elsewhere' }
    | { readonly state: 'nothingToEnd'; readonly reason: string }
    | { readonly state: 'notEnded'; readonly failure: Failure }
}

export type Snapshot = {
  /** In the order of the config. */
  readonly sessions: readonly Session[]
  readonly departures: readonly Departure[]
  /** The connection whose pages were last open, where somebody is signed in to it; else the first of them. */
  readonly current: Session | undefined
}

/** Who is signed in where, in this tab. Lives outside React, because runs and renewals do. */
export type Sessions = {
  readonly config: Config
  readonly environment: Environment
  readonly vendorOf: (connection: Connection) => Vendor
  readonly subscribe: (listener: () => void) => () => void
  readonly snapshot: () => Snapshot
  /** A page of the connection is open. */
  readonly visit: (connectionId: string) => void
  /** Signs in; instead of whoever was signed in to the connection before. */
  readonly start: (connection: Connection, operator: Operator, tokens: Tokens) => void
  /** The operator has signed in again, over the page. */
  readonly resume: (connectionId: string, operator: Operator, tokens: Tokens) => void
  readonly retry: (connectionId: string) => Promise<void>
  /** Reads again who the operators are and what they may do, which may have changed since the tab was loaded. */
  readonly recheckOperators: () => Promise<void>
  readonly signOut: (connectionId: string) => Promise<void>
  /** Calls back when a connection has been signed out and its pages are gone: forget what was read of it. */
  readonly onSignedOut: (listener: (connectionId: string) => void) => void
}

type Entry = { session: Session; readonly sessionId: string; readonly keeper: Keeper }

const revokeMs = 5_000
const lastKey = 'rollcall.last-connection'

export function createSessions(options: {
  readonly config: Config
  readonly vendors: Readonly<Record<string, Vendor>>
  readonly environment: Environment
}): Sessions {
  const { config, vendors, environment } = options
  const { storage } = environment
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  const forgetters = new Set<(connectionId: string) => void>()
  let snapshot: Snapshot = { sessions: [], departures: [], current: undefined }

  function vendorOf({ provider }: Connection): Vendor {
    const vendor = vendors[provider]
    if (!vendor) throw new Error(`No provider “${provider}”: the config was not checked`)
    return vendor
  }

  function changed(departures = snapshot.departures) {
    const sessions = config.connections.flatMap(({ id }) => entries.get(id)?.session ?? [])
    const last = storage.getItem(lastKey)
    const current = sessions.find(({ connection }) => connection.id === last) ?? sessions[0]
    snapshot = { sessions, departures, current }
    for (const listener of listeners) listener()
  }

  function change(connectionId: string, values: Partial<Session>) {
    const entry = entries.get(connectionId)
    if (!entry) return
    entry.session = { ...entry.session, ...values }
    store(entry)
    changed()
  }

  function store({ session: { connection, operator }, sessionId, keeper }: Entry) {
    const { apiUrl, provider } = connection
    const tokens = keeper.tokens()
    writeStored(storage, connection.id, { sessionId, apiUrl, provider, operator, tokens })
  }

  function providerOf(connection: Connection, operator: Operator, keeper: Keeper): Provider {
    const tokens = keeper.tokens()
    const clientId = tokens.means === 'oauth' ? tokens.clientId : undefined
    return vendorOf(connection).connect(
      { apiUrl: connection.apiUrl, clientId },
      keeper.credentials,
      operator,
    )
  }

  function open(connection: Connection, operator: Operator, tokens: Tokens, sessionId: string) {
    const keeper = keepTokens({
      environment,
      sessionId,
      tokens,
      refresh: async current => {
        const oauth = await loadOAuth()
        if (!oauth) return { stop: 'unreachable' }
        const { refreshTokens, serverOf } = oauth
        const server = serverOf(connection, vendorOf(connection), environment.origin)
        return refreshTokens(server, current, environment)
      },
      onTokens: ({ means }) => change(connection.id, { means, stop: undefined }),
      onStop: stop => change(connection.id, { stop }),
      onEnded() {
        depart(connection, { state: 'elsewhere' })
        drop(connection.id, { tellTabs: false })
      },
    })
    const provider = providerOf(connection, operator, keeper)
    const session: Session = {
      connection,
      operator,
      provider,
      means: tokens.means,
      stop: undefined,
    }
    const entry = { session, sessionId, keeper }
    entries.set(connection.id, entry)
    store(entry)
  }

  function drop(connectionId: string, options: { readonly tellTabs: boolean }) {
    const entry = entries.get(connectionId)
    if (!entry) return
    entries.delete(connectionId)
    entry.keeper.end(options)
    forgetStored(storage, connectionId)
    changed()
    // Later, when its pages are gone: they would read again what is forgotten under them.
    environment.later(() => {
      for (const forget of forgetters) forget(connectionId)
    }, 0)
  }

  function depart(connection: Connection, grant: Departure['grant']) {
    const others = snapshot.departures.filter(other => other.connection.id !== connection.id)
    changed([...others, { connection, grant }])
  }

  for (const connection of config.connections) {
    const stored = readStored(storage, connection)
    if (stored) open(connection, stored.operator, stored.tokens, stored.sessionId)
  }
  changed()

  return {
    config,
    environment,
    vendorOf,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => snapshot,
    visit(connectionId) {
      if (snapshot.current?.connection.id === connectionId) return
      storage.setItem(lastKey, connectionId)
      changed()
    },
    start(connection, operator, tokens) {
      drop(connection.id, { tellTabs: true })
      open(connection, operator, tokens, crypto.randomUUID())
      changed(snapshot.departures.filter(other => other.connection.id !== connection.id))
    },
    resume(connectionId, operator, tokens) {
      const entry = entries.get(connectionId)
      if (!entry) return
      const generation = entry.keeper.tokens().generation + 1
      entry.keeper.replace({ ...tokens, generation })
      const provider = providerOf(entry.session.connection, operator, entry.keeper)
      change(connectionId, { operator, provider })
    },
    retry: async connectionId => entries.get(connectionId)?.keeper.retry(),
    async recheckOperators() {
      await Promise.all(
        [...entries.values()].map(async ({ session: { connection, operator }, keeper }) => {
          const now = await identified(vendorOf(connection), connection, keeper.credentials)
          if ('failure' in now || now.operator.id !== operator.id) return
          if (JSON.stringify(now.operator) === JSON.stringify(operator)) return
          const provider = providerOf(connection, now.operator, keeper)
          change(connection.id, { operator: now.operator, provider })
        }),
      )
    },
    async signOut(connectionId) {
      const entry = entries.get(connectionId)
      if (!entry) return
      const { connection, provider } = entry.session
      depart(connection, { state: 'ending' })
      drop(connectionId, { tellTabs: true })
      if ('reason' in provider.revoke) {
        return depart(connection, { state: 'nothingToEnd', reason: provider.revoke.reason })
      }
      try {
        await provider.revoke.run(AbortSignal.timeout(revokeMs))
        depart(connection, { state: 'ended' })
      } catch (error) {
        depart(connection, { state: 'notEnded', failure: failureOf(error) })
      }
    },
    onSignedOut: listener => void forgetters.add(listener),
  }
}

/** Loaded when needed, since a page with a session seldom does. `undefined`: it did not arrive. */
export function loadOAuth() {
  return import('./oauth').catch(() => undefined)
}

/** Whose token it is, within the time one waits for a sign-in. */
export async function identified(
  vendor: Vendor,
  { apiUrl }: Connection,
  credentials: Credentials,
): Promise<{ readonly operator: Operator } | { readonly failure: Failure }> {
  try {
    return { operator: await vendor.identify(apiUrl, credentials, AbortSignal.timeout(60_000)) }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}
