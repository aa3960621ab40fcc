import { fold } from '../directory/fold'
import type { User } from '../providers/provider'
import type { Cell, Match } from './match'
import type { LeaversGround } from './useGrounds'

/** One person by the index of the grounds. */
type Person = { readonly name: string; readonly users: Map<number, User> }

/**
 * Who is in a connection and on no line of a list of those who stay: people who can still sign in, joined over the
 * connections by their e-mails. Where a line leaves open who is meant, all of them stay.
 */
export function notListed(
  people: readonly Match[],
  grounds: readonly LeaversGround[],
): readonly Match[] {
  const persons: Person[] = []
  const byEmail = new Map<string, Person>()
  const listed = grounds.map(
    (_, index) =>
      new Map(people.flatMap(({ cells }) => usersIn(cells[index])).map(user => [user.id, user])),
  )
  // Who stays in one connection stays in the others too, also where they are called otherwise.
  const addresses = listed.map(
    users => new Set([...users.values()].flatMap(({ emails }) => emails.map(fold))),
  )
  for (const [index, { directory, provider }] of grounds.entries()) {
    for (const user of directory?.users ?? []) {
      if (!isPerson(user) || listed[index]?.has(user.id)) continue
      if (!provider.rules.deactivate.from.includes(user.status)) continue
      const emails = user.emails.map(fold)
      if (addresses.some((those, at) => at !== index && emails.some(email => those.has(email))))
        continue
      const same = emails
        .map(email => byEmail.get(email))
        .find(known => known && !known.users.has(index))
      const person = same ?? { name: user.name, users: new Map() }
      if (!same) persons.push(person)
      person.users.set(index, user)
      for (const email of emails) if (!byEmail.has(email)) byEmail.set(email, person)
    }
  }
  const { compare } = new Intl.Collator('en')
  return persons
    .sort((one, other) => compare(one.name, other.name))
    .map(person => matchOf(person, grounds))
}

const isPerson = ({ kind }: User) => kind === 'person' || kind === 'external'

/** Whoever may be meant. */
export function usersIn(cell: Cell | undefined): readonly User[] {
  switch (cell?.outcome) {
    case 'found':
      return [cell.user]
    case 'several':
      return cell.users
    case 'notFound':
    case 'notKnown':
    case undefined:
      return []
  }
}

function matchOf({ name, users }: Person, grounds: readonly LeaversGround[]): Match {
  const ids = [...users].map(([index, { id }]) => `${index} ${id}`)
  return {
    key: ids.join(' '),
    entry: { lines: [], text: name, ids: [], emails: [], names: [name], doubt: undefined },
    cells: grounds.map(({ gap }, index): Cell => {
      const user = users.get(index)
      if (user)
        // Never ticked by itself: who is missing from a list may be missing by mistake.
        return { outcome: 'found', user, by: 'absence', doubt: 'Not listed', sameAs: undefined }
      return gap ? { outcome: 'notKnown', reason: gap } : { outcome: 'notFound' }
    }),
  }
}
