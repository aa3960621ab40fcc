import { fold } from '../directory/fold'
import type { User } from '../providers/provider'
import type { Draft } from './draft'
import type { Cell, Match } from './match'
import { type Place, type Placed, standingOf, tickKey } from './standing'
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
  draft: Draft,
): readonly Placed[] {
  const persons: Person[] = []
  const byEmail = new Map<string, Person>()
  for (const [index, { directory, provider }] of grounds.entries()) {
    const listed = new Set(people.flatMap(({ cells }) => idsIn(cells[index])))
    for (const user of directory?.users ?? []) {
      if (!isPerson(user) || listed.has(user.id)) continue
      if (!provider.rules.deactivate.from.includes(user.status)) continue
      const emails = user.emails.map(fold)
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
    .map(person => placed(person, grounds, draft))
}

const isPerson = ({ kind }: User) => kind === 'person' || kind === 'external'

function idsIn(cell: Cell | undefined): readonly string[] {
  switch (cell?.outcome) {
    case 'found':
      return [cell.user.id]
    case 'several':
      return cell.users.map(({ id }) => id)
    case 'notFound':
    case 'notKnown':
    case undefined:
      return []
  }
}

function placed({ name, users }: Person, grounds: readonly LeaversGround[], draft: Draft): Placed {
  const [[first, { id }] = [0, { id: name }]] = users
  const places = grounds.map((ground, index): Place => {
    const user = users.get(index)
    if (!user) {
      const cell: Cell = ground.gap
        ? { outcome: 'notKnown', reason: ground.gap }
        : { outcome: 'notFound' }
      return { cell, standing: undefined, isTicked: false }
    }
    const standing = standingOf(user, ground)
    // Never by itself: who is missing from a list may be missing by mistake.
    const isTicked =
      standing.state === 'ready' && draft.ticks.get(tickKey(ground.id, user.id)) === true
    const cell: Cell = { outcome: 'found', user, by: 'id', doubt: undefined, sameAs: undefined }
    return { cell, standing, isTicked }
  })
  const entry = { lines: [], text: name, ids: [], emails: [], names: [name], doubt: undefined }
  return {
    match: { key: `${first} ${id}`, entry, cells: places.map(({ cell }) => cell) },
    places,
  }
}
