import { type Failure, failureOf } from '../http/failure'
import type { Action, Forecast, Provider, RunOrder, Status, User } from '../providers/provider'
import type { Subject } from './actionDialog'
import { type Admins, takesAccess } from './guards'

/** What is known of one user while the operator decides. */
export type Person = {
  readonly id: string
  readonly name: string
  /** As the list shows them; `undefined`: asked for by id alone. */
  readonly listed: User | undefined
  /** Only while they are so. */
  readonly leftAs: Status | undefined
  readonly reading: Reading
  readonly forecast: ForecastReading
}

export type Reading =
  | { readonly at: 'waiting' }
  | { readonly at: 'read'; readonly user: User }
  | { readonly at: 'gone' }
  | { readonly at: 'failed'; readonly failure: Failure }

export type ForecastReading =
  | { readonly at: 'waiting' }
  | { readonly at: 'read'; readonly forecast: Forecast }
  | { readonly at: 'failed'; readonly failure: Failure }

export type Prepared = {
  readonly people: readonly Person[]
  /** `undefined`: being read. */
  readonly admins: Admins | undefined
  /** When the last user was read, in milliseconds since the epoch. */
  readonly readAt: number | undefined
}

export type Preparation = {
  readonly get: () => Prepared
  readonly subscribe: (listener: () => void) => () => void
  /** Reads what is not read yet or has failed, instead of what is being read; the returned function stops all of it. */
  readonly begin: () => () => void
}

/**
 * Reads again everybody who is concerned, and what the action will break, before the operator says yes. What is
 * there can be used before all of it is.
 * @param listAdmins who the admins are as far as the list tells, where the provider cannot read them on their own
 */
export function prepare(options: {
  readonly action: Action
  readonly provider: Provider
  readonly users: readonly Subject[]
  readonly listAdmins: Admins
  /** What a read has seen; `undefined`: no longer there. */
  readonly onSeen: (id: string, user: User | undefined) => void
  readonly now?: () => number
}): Preparation {
  const { action, provider, listAdmins, onSeen, now = Date.now } = options
  const listeners = new Set<() => void>()
  const positions = new Map<string, number>()
  let reading: AbortController | undefined
  let prepared: Prepared = {
    people: [...new Map(options.users.map(user => [user.id, user])).values()].map(
      (user, position) => {
        positions.set(user.id, position)
        return {
          id: user.id,
          name: user.name,
          listed: 'status' in user ? user : undefined,
          leftAs: user.leftAs,
          reading: { at: 'waiting' },
          forecast: { at: 'waiting' },
        }
      },
    ),
    admins: takesAccess(provider.rules[action]) ? undefined : listAdmins,
    readAt: undefined,
  }

  function change(values: Partial<Prepared>) {
    prepared = { ...prepared, ...values }
    for (const listener of listeners) listener()
  }
  function changePerson(id: string, values: Partial<Person>) {
    const position = positions.get(id)
    const person = position === undefined ? undefined : prepared.people[position]
    if (!person || position === undefined) return
    change({ people: prepared.people.with(position, { ...person, ...values }) })
  }

  async function readAdmins(signal: AbortSignal) {
    if (prepared.admins) return
    const ability = provider.admins
    if (!ability || 'reason' in ability) return change({ admins: listAdmins })
    try {
      const active = await ability.run(signal)
      change({ admins: active ? { known: true, active } : listAdmins })
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind !== 'aborted') change({ admins: listAdmins })
    }
  }

  async function readPerson({ id, reading }: Person, signal: AbortSignal) {
    if (reading.at === 'read' || reading.at === 'gone') return
    try {
      const user = await provider.user(id, signal)
      onSeen(id, user)
      changePerson(id, { reading: user ? { at: 'read', user } : { at: 'gone' } })
      change({ readAt: now() })
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind !== 'aborted') changePerson(id, { reading: { at: 'failed', failure } })
    }
  }

  const mayGo = (person: Person): User | undefined => {
    const user = userOf(person)
    return user && provider.rules[action].from.includes(user.status) ? user : undefined
  }
  const orderNow = (): RunOrder =>
    new Map(prepared.people.flatMap((person, place) => (mayGo(person) ? [[person.id, place]] : [])))

  async function readForecast(person: Person, order: RunOrder, signal: AbortSignal) {
    const user = mayGo(person)
    const ability = provider.forecast
    if ('reason' in ability || !user || person.forecast.at === 'read') return
    try {
      const forecast = await ability.run(user, action, signal, order)
      changePerson(person.id, { forecast: { at: 'read', forecast } })
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind !== 'aborted')
        changePerson(person.id, { forecast: { at: 'failed', failure } })
    }
  }

  /** A few at once, in order; each is looked up when its turn comes. */
  async function forEach(
    work: (person: Person, signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ) {
    let next = 0
    const worker = async () => {
      while (!signal.aborted) {
        const person = prepared.people[next]
        next += 1
        if (!person) return
        await work(person, signal)
      }
    }
    await Promise.all(Array.from({ length: provider.pace.atOnce }, worker))
  }

  /** Whoever tries again sees that it is tried. */
  function forgetFailures() {
    const people = prepared.people.map(
      ({ reading, forecast, ...person }): Person => ({
        ...person,
        reading: reading.at === 'failed' ? { at: 'waiting' } : reading,
        forecast: forecast.at === 'failed' ? { at: 'waiting' } : forecast,
      }),
    )
    change({ people })
  }

  async function readAll(signal: AbortSignal) {
    const admins = readAdmins(signal)
    const [only, ...others] = prepared.people
    // For one, who is known from the list, nothing has to wait for anything.
    if (only?.listed && others.length === 0) {
      const order: RunOrder = new Map()
      await Promise.all([admins, readPerson(only, signal), readForecast(only, order, signal)])
      return
    }
    await forEach(readPerson, signal)
    await admins
    const order = orderNow()
    await forEach((person, until) => readForecast(person, order, until), signal)
  }

  return {
    get: () => prepared,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    begin() {
      reading?.abort()
      reading = new AbortController()
      forgetFailures()
      readAll(reading.signal).catch((error: unknown) => globalThis.reportError(error))
      return () => reading?.abort()
    },
  }
}

/** Of whom only the id is known nothing can be planned yet, and nobody is to be left out unseen. */
export const isAnybodyUnseen = ({ people }: Prepared): boolean =>
  people.some(({ reading, listed }) => reading.at === 'waiting' && !listed)

/** The newest that is known of a person; `undefined`: nothing, or no longer there. */
export function userOf({ reading, listed }: Person): User | undefined {
  switch (reading.at) {
    case 'read':
      return reading.user
    case 'gone':
      return undefined
    case 'waiting':
    case 'failed':
      return listed
  }
}
