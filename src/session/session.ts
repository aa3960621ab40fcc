import { type Failure, failureOf } from '../http/failure'
import type { Operator, Provider, Vendor } from '../providers/provider'
import type { Listed } from '../providers/registry'
import type { Config, Connection } from './config'
import { type Keeper, keepTokens, type Stop } from './credentials'
import type { Environment } from './environment'
import { type Identity, identified } from './identity'
import { loadOAuth } from './parts'
import {
  forgetStored,
  hasEnded,
  isSameOperator,
  readStored,
  rememberEnded,
  type Tokens,
  writeStored,
} from './stored'

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
    /** The vendor had ended it before. */
    | { readonly state: 'wasOver' }
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
  readonly vendorOf: (connection: Connection) => Listed
  readonly subscribe: (listener: () => void) => () => void
  readonly snapshot: () => Snapshot
  /** A page of the connection is open. */
  readonly visit: (connectionId: string) => void
  /** Signs in; instead of whoever was signed in to the connection before. */
  readonly start: (connection: Connection, identity: Identity) => void
  /** The operator has signed in again, over the page. */
  readonly resume: (connectionId: string, identity: Identity) => void
  readonly retry: (connectionId: string) => Promise<void>
  /** Reads again who the operators are and what they may do, which may have changed since the tab was loaded. */
  readonly recheckOperators: () => Promise<void>
  readonly signOut: (connectionId: string) => Promise<void>
  /** Calls back, each listener once, when a connection has been signed out and its pages are gone: forget what was read of it. */
  readonly onSignedOut: (listener: (connectionId: string) => void) => void
}

type Given = { readonly sessionId: string; readonly keeper: Keeper; readonly vendor: Vendor }
type Entry = Given & { session: Session }

const revokeMs = 5_000
const lastKey = 'rollcall.last-connection'

/** Rejects where the code of a vendor that somebody is signed in to does not arrive. */
export async function createSessions(options: {
  readonly config: Config
  readonly vendors: Readonly<Record<string, Listed>>
  readonly environment: Environment
}): Promise<Sessions> {
  const { config, vendors, environment } = options
  const { storage } = environment
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  const forgetters = new Set<(connectionId: string) => void>()
  let snapshot: Snapshot = { sessions: [], departures: [], current: undefined }

  function vendorOf({ provider }: Connection): Listed {
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

  function open(connection: Connection, identity: Identity, sessionId: string) {
    const { operator, tokens, vendor } = identity
    const keeper = keepTokens({
      environment,
      sessionId,
      tokens,
      refresh: async current => {
        const oauth = await loadOAuth()
        if (!oauth) return { stop: 'unreachable' }
        const { refreshTokens, serverOf } = oauth
        const server = serverOf(connection, vendor, environment.origin)
        return refreshTokens(server, current, environment)
      },
      onTokens({ means }) {
        const entry = entries.get(connection.id)
        if (!entry) return
        const { session } = entry
        const isSame = means === session.means
        const provider = isSame ? session.provider : providerOf(connection, entry, session.operator)
        change(connection.id, { means, provider, stop: undefined })
      },
      onStop: stop => change(connection.id, { stop }),
      onEnded() {
        depart(connection, { state: 'elsewhere' })
        drop(connection.id, { tellTabs: false })
        forgetSoon(connection.id)
      },
    })
    const { means } = tokens
    const given = { sessionId, keeper, vendor }
    const provider = providerOf(connection, given, operator)
    const session: Session = { connection, operator, provider, means, stop: undefined }
    const entry = { ...given, session }
    entries.set(connection.id, entry)
    store(entry)
  }

  function drop(connectionId: string, options: { readonly tellTabs: boolean }) {
    const entry = entries.get(connectionId)
    if (!entry) return
    if (options.tellTabs) rememberEnded(environment.remembered, entry.sessionId)
    entries.delete(connectionId)
    entry.keeper.end(options)
    forgetStored(storage, connectionId)
    changed()
  }

  function forget(connectionId: string) {
    for (const listener of forgetters) listener(connectionId)
  }

  /** Later, when its pages are gone: they would read again what is forgotten under them. */
  function forgetSoon(connectionId: string) {
    environment.later(() => forget(connectionId), 0)
  }

  function depart(connection: Connection, grant: Departure['grant']) {
    const others = snapshot.departures.filter(other => other.connection.id !== connection.id)
    changed([...others, { connection, grant }])
  }

  function providerOf(
    { apiUrl, oauth }: Connection,
    { keeper, vendor }: Given,
    operator: Operator,
    credentials = keeper.credentials,
  ) {
    const tokens = keeper.tokens()
    const clientId = tokens.means === 'oauth' ? tokens.clientId : undefined
    // Where consent is given is the vendor's own place, also where calls are forwarded.
    const { origin } = new URL(oauth.authorizeUrl ?? apiUrl, environment.origin)
    const siteUrl = origin === environment.origin ? undefined : origin
    return vendor.connect({ apiUrl, clientId, siteUrl }, credentials, operator)
  }

  for (const connection of config.connections) {
    const stored = readStored(storage, connection)
    if (!stored) continue
    if (hasEnded(environment.remembered, stored.sessionId)) {
      forgetStored(storage, connection.id)
      depart(connection, { state: 'elsewhere' })
      continue
    }
    const vendor = await vendorOf(connection).load()
    open(connection, { ...stored, vendor }, stored.sessionId)
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
    start(connection, identity) {
      drop(connection.id, { tellTabs: true })
      forget(connection.id)
      open(connection, identity, crypto.randomUUID())
      changed(snapshot.departures.filter(other => other.connection.id !== connection.id))
    },
    resume(connectionId, { operator, tokens }) {
      const entry = entries.get(connectionId)
      if (!entry) return
      const generation = entry.keeper.tokens().generation + 1
      entry.keeper.replace({ ...tokens, generation })
      const provider = providerOf(entry.session.connection, entry, operator)
      change(connectionId, { operator, provider })
    },
    retry: async connectionId => entries.get(connectionId)?.keeper.retry(),
    async recheckOperators() {
      await Promise.all(
        [...entries.values()].map(async entry => {
          const { connection, operator } = entry.session
          const now = await identified(entry.vendor, connection, entry.keeper.credentials)
          if ('failure' in now || now.operator.id !== operator.id) return
          // Meanwhile they may have signed out, and somebody else in.
          if (entries.get(connection.id) !== entry || isSameOperator(now.operator, operator)) return
          const provider = providerOf(connection, entry, now.operator)
          change(connection.id, { operator: now.operator, provider })
        }),
      )
    },
    async signOut(connectionId) {
      const entry = entries.get(connectionId)
      if (!entry) return
      const { connection, operator } = entry.session
      const provider = providerOf(connection, entry, operator, entry.keeper.parting)
      depart(connection, { state: 'ending' })
      drop(connectionId, { tellTabs: true })
      forgetSoon(connectionId)
      const grant = await grantEnded(provider)
      // Who has signed in again meanwhile need not hear of the session before.
      if (!entries.has(connectionId)) depart(connection, grant)
    },
    onSignedOut: listener => void forgetters.add(listener),
  }
}

/** Ends the grant, and says what came of it. */
async function grantEnded({ revoke }: Provider): Promise<Departure['grant']> {
  if ('reason' in revoke) return { state: 'nothingToEnd', reason: revoke.reason }
  try {
    await revoke.run(AbortSignal.timeout(revokeMs))
    return { state: 'ended' }
  } catch (error) {
    const failure = failureOf(error)
    return failure.kind === 'expired' ? { state: 'wasOver' } : { state: 'notEnded', failure }
  }
}
