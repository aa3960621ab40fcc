import { type Failure, failureOf } from '../../http/failure'
import { reasonFor } from '../../http/words'
import type { Operator } from '../provider'
import type { Client } from './client'
import { configRight, holds } from './rights'
import { toUser } from './user'
import { toApiUsers, toPermissions, toWorkspace } from './wire'

/** Two calls, and a third for whoever may ask which accounts are machines. */
export async function identify(client: Client, signal: AbortSignal): Promise<Operator> {
  const [me, permissions] = await Promise.all([
    readMe(client, signal),
    readPermissions(client, signal),
  ])
  const operator = { ...me, ...permissions, isApiUser: false }
  return { ...operator, isApiUser: await isMachine(client, operator, signal) }
}

async function readMe(client: Client, signal: AbortSignal) {
  const { value } = await client.read({ path: '/me', signal }, (body, sentAt) => {
    const reading = toUser(body, 'GET /me', sentAt)
    const workspace = toWorkspace(body)
    if (reading.type !== 'user') {
      return { ok: false, field: reading.type === 'deleted' ? 'deletedOn' : reading.field }
    }
    const { id, name, email } = reading.user
    return workspace.ok
      ? { ok: true, value: { id, name, email, workspace: workspace.value } }
      : workspace
  })
  return value
}

/** A refusal or an odd answer does not keep anybody out: they can look, and read why they cannot act. */
async function readPermissions(client: Client, signal: AbortSignal) {
  try {
    return (await client.read({ path: '/me/permissions', signal }, toPermissions)).value
  } catch (error) {
    const failure = failureOf(error)
    if (!isAnswer(failure)) throw error
    const reason = reasonFor(failure, { provider: 'awork' })
    return { isAdmin: false, rights: [], rightsUnknown: `Your rights could not be read: ${reason}` }
  }
}

function isAnswer({ kind }: Failure): boolean {
  return (
    kind === 'refused' ||
    kind === 'notFound' ||
    kind === 'notPermitted' ||
    kind === 'unexpectedAnswer'
  )
}

/**
 * An API key acts as its own user, and nothing in that user says so. Whoever may read the API users is looked up
 * there; otherwise the name tells, which awork writes "… (API Client)" as public clients have seen it.
 */
async function isMachine(
  client: Client,
  operator: Operator,
  signal: AbortSignal,
): Promise<boolean> {
  const named = /\(API (client|user)\)$/i.test(operator.name)
  if (!holds(operator, configRight)) return named
  try {
    const { value } = await client.read({ path: '/apiusers', signal }, toApiUsers)
    return value.some(({ id }) => id === operator.id) || named
  } catch (error) {
    if (failureOf(error).kind === 'aborted') throw error
    return named
  }
}
