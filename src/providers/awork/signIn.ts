import * as z from 'zod/mini'
import { failureOf } from '../../http/failure'
import type { Memory } from '../../http/memory'
import { reasonFor } from '../../http/words'
import type { SignInAnswer } from '../administration'
import { flag, type Parsed } from '../parsing'
import type { Operator, User } from '../provider'
import type { Client } from './client'
import { isGone, type Reads } from './reads'
import { configRight, everybodyRight, reasonAgainst } from './rights'
import { answerFrom, gone, type Known, type SignInFacts } from './signInAnswer'
import { toUser } from './user'
import type { LoginSettings } from './workspace'

/** Asked anew, because the status of a user hides part of it: who is deactivated may never have come either. */
export async function readSignIn(
  client: Client,
  reads: Reads,
  operator: Operator,
  settings: Memory<LoginSettings>,
  { id }: User,
  signal: AbortSignal,
): Promise<SignInAnswer> {
  const noRight = reasonAgainst(operator, configRight)
  const [state, login, apiUsers] = await Promise.all([
    readState(client, id, signal),
    known(settings.recent(signal)),
    noRight === undefined ? known(reads.apiUsers.recent(signal)) : ({ reason: noRight } as const),
  ])
  if (!state || (await reads.isDeletedApiUser(id, signal))) return gone
  const isApiUser = 'value' in apiUsers ? { value: apiUsers.value.has(id) } : apiUsers
  return answerFrom({ ...state, login, isApiUser })
}

type State = Omit<SignInFacts, 'login' | 'isApiUser'>

async function readState(
  client: Client,
  id: string,
  signal: AbortSignal,
): Promise<State | undefined> {
  const path = `/users/${encodeURIComponent(id)}`
  try {
    return (await client.read({ path, signal, right: everybodyRight }, toState)).value
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

const stateWire = z.object({
  isDeactivated: flag,
  status: z.nullish(z.object({ invitationAccepted: flag, isDeactivated: flag })),
})

function toState(wire: unknown, sentAt: number): Parsed<State | undefined> {
  const reading = toUser(wire, 'GET /users/{id}', sentAt)
  if (reading.type === 'unidentifiable') return { ok: false, field: reading.field }
  if (reading.type === 'deleted') return { ok: true, value: undefined }
  const { kind, email, status, deactivatedAt, unreadable } = reading.user
  // What cannot be read here makes the user unreadable too.
  const { data } = z.safeParse(stateWire, wire)
  return {
    ok: true,
    value: {
      kind,
      hasEmail: email !== undefined,
      isArchived: status === 'archived',
      isDeactivated: (data?.isDeactivated || data?.status?.isDeactivated) === true,
      deactivatedAt,
      invitationAccepted: data?.status?.invitationAccepted ?? undefined,
      unreadable: unreadable?.field,
    },
  }
}

async function known<T>(reading: Promise<T>): Promise<Known<T>> {
  try {
    return { value: await reading }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'aborted') throw error
    return { reason: reasonFor(failure, { provider: 'awork' }) }
  }
}
