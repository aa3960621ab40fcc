import { type Failure, failureOf } from '../../http/failure'
import { reasonFor } from '../../http/words'
import { createChannel } from '../channel'
import { readFurtherPages } from '../pages'
import type { DirectoryUpdate, Operator, User } from '../provider'
import { enrich, type Known } from './enrich'
import { pageSize, type Reads, type UserPage } from './reads'
import { configRight, everybodyRight, reasonAgainst, seesOwnTeamsOnly } from './rights'

/**
 * The first page alone, so that rows are there after one request; then the further pages, the roles and the API users
 * side by side. Users are given again when what another endpoint knows of them has arrived.
 */
export async function* readDirectory(
  reads: Reads,
  operator: Operator,
  outer: AbortSignal,
): AsyncGenerator<DirectoryUpdate, void, undefined> {
  const controller = new AbortController()
  const cancel = () => controller.abort()
  outer.addEventListener('abort', cancel, { once: true })
  if (outer.aborted) cancel()
  const { signal } = controller
  const channel = createChannel<DirectoryUpdate>()
  const users = new Map<string, User>()
  let known: Known = {}

  const give = (given: readonly User[]) => {
    const enriched = given.map(user => enrich(user, known))
    for (const user of enriched) users.set(user.id, user)
    if (enriched.length > 0) channel.push({ type: 'users', users: enriched })
  }
  /** In portions, so that the page answers to the keyboard meanwhile, at 100,000 users too. */
  const giveAgain = async () => {
    const ids = [...users.keys()]
    for (let from = 0; from < ids.length; from += portion) {
      const before = ids.slice(from, from + portion).flatMap(id => users.get(id) ?? [])
      give(before.filter(user => enrich(user, known) !== user))
      await new Promise(resolve => setTimeout(resolve))
    }
  }
  const givePage = (page: number, readings: UserPage['readings']) => {
    give(readings.flatMap(reading => (reading.type === 'user' ? [reading.user] : [])))
    for (const update of unidentifiable(page, readings)) channel.push(update)
  }
  const learn = async (part: OwnPart, read: () => Promise<Known>) => {
    try {
      const learned = await read()
      known = { ...known, ...learned }
      await giveAgain()
      channel.push({ type: 'part', part, state: { state: 'known' } })
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'aborted') throw error
      channel.push(unknown(part, reasonFor(failure, { provider: 'awork' })))
    }
  }

  try {
    const noRight = reasonAgainst(operator, configRight)
    for (const part of ['roles', 'machines'] as const) {
      yield noRight ? unknown(part, noRight) : { type: 'part', part, state: { state: 'loading' } }
    }

    const first = await reads.userPage(1, signal)
    givePage(1, first.readings)
    if (first.total !== undefined) channel.push({ type: 'total', total: first.total })
    for (const update of narrowed(operator, first)) channel.push(update)

    const paging = {
      size: pageSize,
      read: async (page: number) => (await reads.userPage(page, signal)).readings,
      counted: { by: 'awork', path: '/users', field: 'aw-totalitems' },
    }
    const begun = { rows: first.readings.length, total: first.total }
    const work = [readFurtherPages(paging, begun, signal, givePage, channel.push)]
    if (!noRight) {
      work.push(
        learn('roles', async () => ({ roster: await reads.roster.fresh(signal) })),
        learn('machines', async () => ({ apiUsers: await reads.apiUsers.fresh(signal) })),
      )
    }
    Promise.all(work).then(
      () => channel.close(),
      thrown => channel.close({ thrown }),
    )
    yield* channel.values()
  } finally {
    outer.removeEventListener('abort', cancel)
    cancel()
  }
}

const portion = 2000

const cannot = {
  roles: 'Roles cannot be read',
  machines: 'API users cannot be told from people',
} as const

type OwnPart = keyof typeof cannot

/** "Roles cannot be read: needs workspace-manage-config: read. An admin has it." */
function unknown(part: OwnPart, because: string): DirectoryUpdate {
  const reason = `${cannot[part]}: ${because.charAt(0).toLowerCase()}${because.slice(1)}`
  return { type: 'part', part, state: { state: 'unknown', reason } }
}

function unidentifiable(page: number, readings: UserPage['readings']): readonly DirectoryUpdate[] {
  const without = readings.filter(reading => reading.type === 'unidentifiable')
  const [one] = without
  if (!one) return []
  const who = without.length === 1 ? 'one user' : `${without.length} users`
  return [
    {
      type: 'missing',
      what: `${who} on page ${page} without a readable id`,
      failure: { kind: 'unexpectedAnswer', method: 'GET', path: '/users', field: one.field },
    },
  ]
}

/** A list that awork narrows without saying so. https://developers.awork.com/apiv1/users */
function narrowed(operator: Operator, first: UserPage): readonly DirectoryUpdate[] {
  const failure: Failure = {
    kind: 'notPermitted',
    method: 'GET',
    path: '/users',
    right: everybodyRight,
  }
  const oneselfOnly = first.readings.length <= 1 && reasonAgainst(operator, everybodyRight)
  if (oneselfOnly) return [{ type: 'missing', what: 'everybody but you', failure }]
  return seesOwnTeamsOnly(operator)
    ? [
        {
          type: 'missing',
          what: 'users outside your teams',
          failure: { ...failure, right: undefined },
        },
      ]
    : []
}
