import type { Workspace } from '../workspace'
import type { World } from '../world'
import { problem } from './errors'
import type { WorkfrontUser } from './model'
import type { Tenant } from './tenant'
import type { ObjectType } from './thing'

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One call of the API, whichever way it came. */
export type Call = {
  readonly world: World
  readonly workspace: Workspace
  readonly tenant: Tenant
  readonly caller: WorkfrontUser
  /** Of OAuth; with an API key there is none. */
  readonly sessionId: string | undefined
  /** `21.0` */
  readonly version: string
  readonly verb: Verb
  /** Below the version, e.g. `['user', 'search']`. */
  readonly steps: readonly string[]
  /** Of the address and of a form. */
  readonly parameters: URLSearchParams
  /** A body of JSON; `undefined`: none. */
  readonly body: unknown
}

/** What is sent apart from how: the verb may be another one than HTTP's. */
export async function contentOf(
  request: Request,
): Promise<Pick<Call, 'verb' | 'parameters' | 'body'>> {
  const parameters = new URL(request.url).searchParams
  const text = request.method === 'GET' ? '' : await request.text()
  const isJson = request.headers.get('content-type')?.startsWith('application/json') === true
  if (!isJson) for (const [name, value] of new URLSearchParams(text)) parameters.append(name, value)
  const body = isJson && text !== '' ? parsed(text) : undefined
  return { verb: verbOf(parameters.get('method') ?? request.method), parameters, body }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problem('invalid', 'The body is not JSON.')
  }
}

/** "method=put", in any case, on any verb. */
function verbOf(text: string): Verb {
  const verb = text.toUpperCase()
  if (verb === 'GET' || verb === 'POST' || verb === 'PUT' || verb === 'DELETE') return verb
  throw problem('notSupported')
}

/** Repeated, as Adobe's client sends them, or with commas, as the documentation has them. */
export function idsOf(parameters: URLSearchParams, name: string): readonly string[] {
  return parameters.getAll(name).flatMap(value => value.split(',').filter(Boolean))
}

/** What a version lacks, one tenant lacks too when its settings say so. */
export function isThere({ tenant }: Pick<Call, 'tenant'>, type: ObjectType, name: string): boolean {
  const { without } = tenant.settings
  const isHidden = without.includes(`${type.objCode}:${name}`)
  return !isHidden && !(type.objCode === 'USER' && without.includes(name))
}

/** "APIModel V17_0 does not support field statusLabel (Project)", and the whole call fails. */
export function unknownField({ version }: Pick<Call, 'version'>, type: ObjectType, name: string) {
  const model = `V${version.replace('.', '_')}`
  return problem('invalid', `APIModel ${model} does not support field ${name} (${type.name})`)
}
