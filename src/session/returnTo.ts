import { paths } from '../paths'
import type { Config, Connection } from './config'

/** A path of this page from an address that anybody may have written; `undefined`: it leads elsewhere. */
export function safeReturn(to: string | null, origin: string): string | undefined {
  if (to === null || !/^\/(?![/\\])/.test(to) || !URL.canParse(to, origin)) return undefined
  const url = new URL(to, origin)
  const isGate = url.pathname === paths.callback || url.pathname === paths.signIn()
  if (url.origin !== origin || isGate || url.pathname === paths.home) return undefined
  return url.pathname + url.search + url.hash
}

/** Where signing in leads: where one was going, unless that is another connection's. */
export function landing(to: string | undefined, connection: Connection, config: Config): string {
  if (to === undefined) return paths.users(connection.id)
  const [, first] = to.split(/[/?#]/)
  const others = config.connections.filter(other => other.id !== connection.id)
  return others.some(other => encodeURIComponent(other.id) === first)
    ? paths.users(connection.id)
    : to
}
