import { type Client, wellKnownClient } from './oauth/clients'
import type { Grant } from './oauth/grants'
import { takesSeat } from './population/model'
import { populationOf, templateOf } from './population/population'
import type { Tenant } from './workfront/tenant'
import { type Settings, Workspace } from './workspace'

export type SandboxOptions = {
  /** People in a new Acme workspace; 2,340 unless given, and never fewer than those with a name of their own. */
  readonly users?: number
  /** How long every answer takes; 0 unless given. */
  readonly latencyMs?: number
  /** False: no rate limits unless a workspace has its own. */
  readonly rateLimits?: boolean
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  readonly wait?: (milliseconds: number) => Promise<void>
}

/** Everything one sandbox holds. */
export type World = {
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  readonly workspaces: Map<string, Workspace>
  /** OAuth clients of all workspaces but those made by `POST /clientapplications`. */
  readonly clients: Map<string, Client>
  readonly grants: Set<Grant>
  /** The Workfront of a workspace: see `tenantOf`. */
  readonly tenants: WeakMap<Workspace, Tenant>
  /** A workspace of this name and size, untouched. It replaces one there is. */
  readonly create: (name: string, users?: number) => Workspace
}

/** Free seats in a new workspace: a handful, so that running out can be seen. */
const freeSeats = 5

export function createWorld(options: SandboxOptions): World {
  const workspaces = new Map<string, Workspace>()
  const create = (name: string, users?: number) => {
    const template = templateOf(name)
    const population = populationOf(
      template,
      users ?? (template === 'acme' ? (options.users ?? 2340) : 180),
    )
    const settings: Settings = {
      rate: options.rateLimits === false ? undefined : { perSecond: 50, perMinute: 1000 },
      seats: population.users.filter(takesSeat).length + freeSeats,
      tokenLifetimeSeconds: 86_400,
      latencyMs: options.latencyMs ?? 0,
    }
    const workspace = new Workspace(name, population, settings)
    workspaces.set(name, workspace)
    return workspace
  }
  return {
    now: options.now ?? Date.now,
    wait: options.wait ?? (ms => new Promise(resolve => setTimeout(resolve, ms))),
    workspaces,
    clients: new Map([[wellKnownClient.id, wellKnownClient]]),
    grants: new Set(),
    tenants: new WeakMap(),
    create,
  }
}

/** The workspace of that name, made at its first use. */
export function workspaceNamed(world: World, name: string): Workspace {
  const slug = slugOf(name)
  return world.workspaces.get(slug) ?? world.create(slug)
}

export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return slug || 'acme'
}
