import type { Context } from 'hono'
import type { Workspace } from '../workspace'
import type { World } from '../world'

export type WorkfrontEnv = {
  Variables: {
    world: World
    /** Of the address, until a key or a token says another. */
    workspace: Workspace
    /** Of the vendor's own, e.g. `/attask/api/v21.0/user/search`. */
    path: string
  }
}

export type WorkfrontContext = Context<WorkfrontEnv>
