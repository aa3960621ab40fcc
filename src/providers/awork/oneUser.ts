import { failureOf } from '../../http/failure'
import type { Memory } from '../../http/memory'
import type { Operator, User } from '../provider'
import { enrich } from './enrich'
import type { Reads } from './reads'
import { configRight, holds } from './rights'

/**
 * Whose role is not more than a minute old: awork has no role in its user, and reading every role for every user
 * would cost a run more than its writes. Where the last admin may be cut, `admins` reads now.
 */
export async function readUser(
  reads: Reads,
  operator: Operator,
  id: string,
  signal: AbortSignal,
): Promise<User | undefined> {
  const may = holds(operator, configRight)
  const [user, roster, apiUsers] = await Promise.all([
    reads.user(id, signal),
    may ? recentOrLast(reads.roster, signal) : undefined,
    may ? recentOrLast(reads.apiUsers, signal) : undefined,
  ])
  if (!user || (await reads.isDeletedApiUser(id, signal))) return undefined
  return enrich(user, { roster, apiUsers })
}

/** Who cannot be told from people, or has no role that is known, is still a user who was read. */
export async function recentOrLast<T>(
  memory: Memory<T>,
  signal: AbortSignal,
): Promise<T | undefined> {
  return (await unlessItFails(memory.recent(signal))) ?? memory.last()
}

/** What is good to know, but nothing to fail for. */
export async function unlessItFails<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (failureOf(error).kind === 'aborted') throw error
    return undefined
  }
}
