import * as awork from '../providers/awork/sandbox.test.stage'
import type { Action, Credentials, Provider, Status } from '../providers/provider'
import * as workfront from '../providers/workfront/sandbox.test.stage'

/** Somebody on whom an action is tried, in a sandbox of their own. */
export type Scene = {
  readonly provider: Provider
  readonly id: string
  /** What was sent, in its order: "GET /users/…". */
  readonly asked: readonly string[]
  readonly connect: (more: Partial<Credentials>) => Promise<Provider>
  readonly fault: (fault: object) => Promise<unknown>
  /** Past the API. */
  readonly truth: () => Promise<Status | 'gone'>
  /** Somebody else does it, past the API. */
  readonly become: (status: Status) => object
}

type Call = { readonly method: string; readonly path: string }

export type System = {
  readonly name: string
  readonly actions: readonly Action[]
  readonly read: Call
  readonly write: (action: Action) => Call
  /** The read of the open tasks, and its answer while there are none. */
  readonly tasks: Call
  readonly noTasks: object
  /** The vendor's own words for a refusal; `undefined`: the sandbox has them. */
  readonly problem: (code: string) => object | undefined
  /** How the vendor says that a right is missing, and that a token is no good any more. */
  readonly forbidden: object
  readonly expired: object
  readonly scene: (action: Action) => Promise<Scene>
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const problem = (code: string) => ({ code, description: 'Because.', link: '', traceId: 'abc' })

/** Whom each action is tried on. */
const names = {
  activate: 'Elif Demir',
  deactivate: 'Amara Okafor',
  archive: 'Amara Okafor',
  unarchive: 'Jonas Weber',
  delete: 'Amara Okafor',
} as const satisfies Record<Action, string>

const aworkPaths = {
  activate: '/users/:id/activate',
  deactivate: '/users/:id/deactivate',
  archive: '/users/:id/setarchived',
  unarchive: '/users/:id/setarchived',
  delete: '/users/:id',
} as const satisfies Record<Action, string>

const aworkSystem: System = {
  name: 'awork',
  actions: ['activate', 'deactivate', 'archive', 'unarchive', 'delete'],
  read: { method: 'GET', path: '/users/:id' },
  write: action => ({
    method: action === 'delete' ? 'DELETE' : 'POST',
    path: aworkPaths[action],
  }),
  tasks: { method: 'GET', path: '/users/:id/assignedtasks' },
  noTasks: [],
  problem,
  forbidden: { status: 401, body: problem('unauthorized') },
  expired: { status: 401, body: { exp: 'token expired' } },
  async scene(action) {
    const stage = awork.createStage({ users: 0 })
    const id = await stage.idOf(names[action])
    return {
      provider: await stage.connect('admin'),
      id,
      asked: stage.asked,
      connect: more => stage.connect('admin', more),
      fault: stage.fault,
      async truth() {
        const seen = await stage.seen(id)
        if (!isRecord(seen) || !('isArchived' in seen)) return 'gone'
        if (seen['isArchived']) return 'archived'
        if (seen['isDeactivated']) return 'deactivated'
        return seen['invitationAccepted'] ? 'active' : 'invited'
      },
      become: status => ({
        isArchived: status === 'archived',
        isDeactivated: status === 'deactivated',
      }),
    }
  },
}

const workfrontSystem: System = {
  name: 'Workfront',
  actions: ['activate', 'deactivate'],
  read: { method: 'GET', path: '/user/:id' },
  write: () => ({ method: 'PUT', path: '/user/:id' }),
  tasks: { method: 'GET', path: '/task/count' },
  noTasks: { data: { count: 0 } },
  problem: () => undefined,
  forbidden: { status: 403 },
  expired: { status: 401 },
  async scene(action) {
    const stage = workfront.createStage({ users: 0 })
    const id = await stage.idOf(names[action])
    await stage.change(id, { isActive: action !== 'activate' })
    return {
      provider: await stage.connect('admin'),
      id,
      asked: stage.asked,
      connect: more => stage.connect('admin', more),
      fault: stage.fault,
      async truth() {
        const seen = await stage.seen(id)
        if (!isRecord(seen)) return 'gone'
        if (seen['isActive']) return 'active'
        return seen['isPending'] ? 'pendingApproval' : 'deactivated'
      },
      become: status => ({
        isActive: status === 'active',
        isPending: status === 'pendingApproval',
      }),
    }
  },
}

export const systems: readonly System[] = [aworkSystem, workfrontSystem]
