import { json } from './answer'
import { type Call, idsOf } from './call'
import { type Searchable, searchableNamed } from './catalog'
import { editOne, editSeveral, updatesOf } from './edit'
import { problem } from './errors'
import { metadata, metadataOf } from './metadata'
import { count, getOne, getSeveral, search } from './search'
import { session } from './session'

/** What a call is, by its path and verb. https://developer.adobe.com/workfront-apis/api/ */
export function answer(call: Call): Response {
  const [first = '', ...rest] = call.steps
  switch (first.toLowerCase()) {
    case 'session':
      return session(call)
    case 'metadata':
      return metadata(call)
    case 'logout':
      return loggedOut(call)
    case 'login':
      throw problem(
        'forbidden',
        'Logging in to Workfront through the Workfront API is no longer available.',
      )
    default:
      return ofObject(call, first, rest)
  }
}

function ofObject(call: Call, name: string, [step, ...more]: readonly string[]): Response {
  const searchable = searchableNamed(name)
  if (!searchable) throw problem('notFound', `Unknown object type: ${name} in v${call.version}`)
  if (more.length > 0 || call.parameters.has('action')) throw problem('notSupported')
  switch (call.verb) {
    case 'GET':
      return read(call, searchable, step)
    case 'PUT':
      return write(call, searchable, step)
    case 'DELETE':
      throw notDeleted(searchable)
    case 'POST':
      throw problem('notSupported')
  }
}

function read(call: Call, searchable: Searchable, step: string | undefined): Response {
  switch (step) {
    case undefined:
      if (idsOf(call.parameters, 'id').length === 0) throw problem('notSupported')
      return getSeveral(call, searchable)
    case 'search':
      return search(call, searchable)
    case 'count':
      return count(call, searchable)
    case 'metadata':
      return metadataOf(call, searchable.type)
    default:
      return getOne(call, searchable, step)
  }
}

const isId = /^[0-9a-f]{32}$/i

function write(call: Call, { type }: Searchable, step: string | undefined): Response {
  if (type.objCode !== 'USER') throw problem('notSupported')
  if (step === undefined) {
    // Adobe's client of old sends `PUT /user?id=…&updates=…` for one.
    const [id] = idsOf(call.parameters, 'id')
    return id === undefined ? editSeveral(call) : editOne(call, id)
  }
  if (!isId.test(step)) throw problem('notSupported')
  return editOne(call, step)
}

/**
 * "You must delete users in the Adobe Admin Console"; that the API refuses it is inferred, its words are made up.
 * https://experienceleague.adobe.com/en/docs/workfront/using/administration-and-setup/add-users/create-manage-users/delete-a-user
 */
function notDeleted({ type }: Searchable) {
  return type.objCode === 'USER'
    ? problem('forbidden', 'Users must be deleted in the Adobe Admin Console.')
    : problem('notSupported')
}

function loggedOut({ world, sessionId }: Call): Response {
  for (const grant of world.grants) {
    grant.accessTokens = grant.accessTokens.filter(({ token }) => token !== sessionId)
  }
  return json({ data: { success: true } })
}

/** Whom a call is about, and what is done to each: `activate`, `deactivate` or `update`. */
export function concerned(
  call: Pick<Call, 'verb' | 'steps' | 'parameters' | 'body'>,
): readonly { readonly userId: string; readonly operation: string | undefined }[] {
  const [name = '', step] = call.steps
  if (searchableNamed(name)?.type.objCode !== 'USER') return []
  if (call.verb === 'GET')
    return readOnes(call, step).map(userId => ({ userId, operation: undefined }))
  const named = step === undefined ? idsOf(call.parameters, 'id') : [step]
  if (call.verb === 'DELETE') return named.map(userId => ({ userId, operation: 'delete' }))
  if (call.verb !== 'PUT') return []
  return editsOf(call, named)
}

/** A search that names its users reads them too. */
function readOnes({ parameters }: Pick<Call, 'parameters'>, step: string | undefined) {
  switch (step) {
    case undefined:
      return idsOf(parameters, 'id')
    case 'search':
      return idsOf(parameters, 'ID')
    default:
      return isId.test(step) ? [step] : []
  }
}

function editsOf(call: Pick<Call, 'body' | 'parameters'>, named: readonly string[]) {
  const updates = attempt(() => updatesOf(call))
  const list: readonly unknown[] = Array.isArray(updates) ? updates : [updates]
  return list.flatMap(one => {
    const edit: object = typeof one === 'object' && one !== null ? one : {}
    const [userId = 'ID' in edit ? String(edit.ID) : ''] = named
    const isActive = 'isActive' in edit ? String(edit.isActive) : undefined
    const operation =
      isActive === 'true' ? 'activate' : isActive === 'false' ? 'deactivate' : 'update'
    return isId.test(userId) ? [{ userId, operation }] : []
  })
}

function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}
