import type { Context } from 'hono'
import type { Grant } from '../oauth/grants'
import type { Role, StoredUser } from '../population/model'
import type { Workspace } from '../workspace'
import type { World } from '../world'

/** Who asks: a person by OAuth, or whoever a pasted token or API key belongs to. */
export type Caller = {
  readonly user: StoredUser
  readonly role: Role
  readonly grant: Grant | undefined
}

export type AworkEnv = {
  Variables: {
    world: World
    workspace: Workspace
    caller: Caller
    traceId: string
    /** Below the API's base, e.g. `/users/…/activate`. */
    path: string
    /** The body as JSON; `undefined`: none. */
    body: unknown
  }
}

export type AworkContext = Context<AworkEnv>
