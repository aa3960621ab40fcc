import { type Failure, failureOf } from '../http/failure'
import type { ApiUser } from '../providers/administration'
import { answerOf } from '../runs/facts'

export type NewValues = {
  readonly name: string
  readonly roleId: string
  readonly clientId: string | undefined
}
export type ChangedValues = Pick<NewValues, 'name' | 'roleId'>

/** What came of saving, as far as reads show. */
export type Outcome =
  /** A read after the write saw it as it was sent. `failure`: there was no good answer to it. */
  | { readonly came: 'saved'; readonly apiUser: ApiUser; readonly failure: Failure | undefined }
  /** A read after the write saw it, but not as it was sent. */
  | { readonly came: 'otherwise'; readonly apiUser: ApiUser }
  /** The API said no, or nothing was sent. */
  | { readonly came: 'refused'; readonly failure: Failure }
  /** A read shows that nothing was done. `failure`: the answer was lost; `undefined`: it was answered with yes. */
  | {
      readonly came: 'notDone'
      readonly failure: Failure | undefined
      /** The ids that were there before it was sent: what is sent again may meet the late work of the first. */
      readonly before: ReadonlySet<string>
    }
  /** It could not be read afterwards. `answer`: the failure of the write; `undefined`: it was answered with yes. */
  | {
      readonly came: 'notKnown'
      readonly answer: Failure | undefined
      readonly reading: Failure
      /** Reads again, and writes nothing. */
      readonly look: () => Promise<Outcome>
    }
  /** Nothing was sent: by now it is other than what the form was opened with. */
  | { readonly came: 'conflict'; readonly now: ApiUser }
  | { readonly came: 'gone' }

export type Ports = {
  /** All API users, read now. */
  readonly list: () => Promise<readonly ApiUser[]>
  /** @param ms milliseconds */
  readonly wait: (ms: number) => Promise<void>
}

/** Waits between looks for what was written to show, in milliseconds. */
const waits = [300, 1_000, 3_000]

/**
 * Creates one, and looks for it. Sent once: where the answer is lost, a new API user of that name tells that it was
 * created; the ids from before tell which are new.
 * @param operatorId who would be its creator
 * @param earlier the ids from before an earlier try whose answer was lost: it may have been carried out late
 */
export async function createApiUser(
  values: NewValues,
  operatorId: string,
  send: (values: NewValues) => Promise<ApiUser>,
  { list, wait }: Ports,
  earlier?: ReadonlySet<string>,
): Promise<Outcome> {
  const now = await outcomeOf(list())
  if ('failure' in now) return { came: 'refused', failure: now.failure }
  const known = earlier ?? idsOf(now.value)
  const isNew = (one: ApiUser) =>
    !known.has(one.id) &&
    sameText(one.name, values.name) &&
    (one.createdBy === undefined || one.createdBy === operatorId)
  const judge = (apiUser: ApiUser | undefined): Sight => {
    if (!apiUser) return { saw: 'nothingDone' }
    const isClient = (apiUser.clientId ?? '') === (values.clientId ?? '')
    return { saw: isAs(apiUser, values) && isClient ? 'asSent' : 'otherwise', apiUser }
  }
  const late = now.value.find(isNew)
  if (late) return lastWord(judge(late), undefined, known)
  const sent = await outcomeOf(send(values))
  const answer = 'failure' in sent ? sent.failure : undefined
  if (answer && answerOf(answer).answer !== 'lost') return { came: 'refused', failure: answer }
  const made = 'value' in sent ? sent.value : undefined
  const isIt = (one: ApiUser) => (made ? one.id === made.id : isNew(one))
  return lookFor(answer, { list, wait }, known, apiUsers => judge(apiUsers.find(isIt)))
}

/**
 * Changes one, unless somebody else has changed it meanwhile, and looks whether it shows.
 * @param opened as the operator saw it when they began
 */
export async function changeApiUser(
  opened: ApiUser,
  values: ChangedValues,
  send: (values: ChangedValues) => Promise<void>,
  { list, wait }: Ports,
): Promise<Outcome> {
  const isIt = (one: ApiUser) => one.id === opened.id
  const before = await outcomeOf(list())
  if ('failure' in before) return { came: 'refused', failure: before.failure }
  const now = before.value.find(isIt)
  if (!now) return { came: 'gone' }
  if (isAs(now, values)) return { came: 'saved', apiUser: now, failure: undefined }
  if (!isAs(now, opened)) return { came: 'conflict', now }
  const sent = await outcomeOf(send(values))
  const answer = 'failure' in sent ? sent.failure : undefined
  if (answer?.kind === 'notFound') return { came: 'gone' }
  if (answer && answerOf(answer).answer !== 'lost') return { came: 'refused', failure: answer }
  return lookFor(answer, { list, wait }, idsOf(before.value), apiUsers => {
    const apiUser = apiUsers.find(isIt)
    if (!apiUser) return { saw: 'gone' }
    if (isAs(apiUser, values)) return { saw: 'asSent', apiUser }
    return isAs(apiUser, opened) ? { saw: 'nothingDone' } : { saw: 'otherwise', apiUser }
  })
}

type Sight =
  | { readonly saw: 'asSent' | 'otherwise'; readonly apiUser: ApiUser }
  | { readonly saw: 'nothingDone' | 'gone' }

/** @param answer why there was no good answer to the write; `undefined`: there was */
async function lookFor(
  answer: Failure | undefined,
  ports: Ports,
  before: ReadonlySet<string>,
  judge: (apiUsers: readonly ApiUser[]) => Sight,
): Promise<Outcome> {
  for (let at = 0; ; at += 1) {
    const read = await outcomeOf(ports.list())
    const sight = 'value' in read ? judge(read.value) : undefined
    const pause = waits[at]
    if (sight && (sight.saw === 'asSent' || pause === undefined))
      return lastWord(sight, answer, before)
    if (pause !== undefined) await ports.wait(pause)
    else if ('failure' in read) {
      const look = () => lookFor(answer, ports, before, judge)
      return { came: 'notKnown', answer, reading: read.failure, look }
    }
  }
}

function lastWord(
  sight: Sight,
  failure: Failure | undefined,
  before: ReadonlySet<string>,
): Outcome {
  switch (sight.saw) {
    case 'asSent':
      return { came: 'saved', apiUser: sight.apiUser, failure }
    case 'otherwise':
      return { came: 'otherwise', apiUser: sight.apiUser }
    case 'nothingDone':
      return { came: 'notDone', failure, before }
    case 'gone':
      return { came: 'gone' }
  }
}

function isAs(apiUser: ApiUser, { name, roleId }: Pick<ApiUser, 'name' | 'roleId'>): boolean {
  return sameText(apiUser.name, name) && apiUser.roleId === roleId
}

const idsOf = (apiUsers: readonly ApiUser[]) => new Set(apiUsers.map(({ id }) => id))

/** Spaces around a name may well not be kept. */
const sameText = (one: string, other: string) => one.trim() === other.trim()

async function outcomeOf<T>(
  work: Promise<T>,
): Promise<{ readonly value: T } | { readonly failure: Failure }> {
  try {
    return { value: await work }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}
