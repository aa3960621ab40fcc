import { wordsOf } from '../directory/fold'
import type { Lookup } from '../directory/lookup'
import type { User } from '../providers/provider'
import {
  asMany,
  conflictIn,
  forgetNames,
  isKnown,
  isNobody,
  isWritten,
  knownNames,
  once,
  othersOf,
} from './known'
import type { Entry, Parsed, Sentence } from './parse'
import { doubtIn } from './people'

/** One signed-in connection as far as its users are known. */
export type Ground = {
  readonly id: string
  readonly name: string
  /** `undefined`: its list is not read. */
  readonly lookup: Lookup | undefined
  /** Why who is not found may be there all the same: still being read, could not be read, or only in part. */
  readonly gap: string | undefined
}

export type By =
  | 'id'
  | 'email'
  | 'emailElsewhere'
  | 'name'
  | 'nameTurned'
  | 'sentence'
  | 'spelling'
  | 'choice'
  | 'absence'

/** What comes of one entry in one connection. */
export type Cell =
  | {
      readonly outcome: 'found'
      readonly user: User
      readonly by: By
      /** Why this may not be who leaves. */
      readonly doubt: string | undefined
      /** The line that named the same user first. */
      readonly sameAs: number | undefined
    }
  | { readonly outcome: 'several'; readonly users: readonly User[]; readonly by: By }
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'notKnown'; readonly reason: string }

export type Match = {
  /** Stays the same while the text does. */
  readonly key: string
  readonly entry: Entry
  /** In the order of the grounds. */
  readonly cells: readonly Cell[]
}

export type Matches = { readonly people: readonly Match[]; readonly nobody: readonly Sentence[] }

/** Everybody who was pasted, in every connection: by id, by e-mail, then by exact name. */
export function match({ entries, sentences }: Parsed, grounds: readonly Ground[]): Matches {
  const lookups = grounds.map(({ lookup }) => lookup)
  const named = sentences.map(sentence => {
    // People are called all kinds of things.
    const isWhole = isKnown(sentence.text, lookups)
    const names = isWhole ? [sentence.text] : knownNames(sentence.text, lookups)
    return { sentence, names, isSentence: !isWhole }
  })
  const all = [
    ...entries.flatMap(entry => {
      const besides = othersOf(entry, lookups)
      // "Remove Anna Meier" looks like a name, and is one that nobody has.
      const within = isNobody(entry, lookups) ? knownNames(entry.text, lookups) : []
      return within.length > 0 && besides.length === 0
        ? within.map(name => ({ entry: { ...entry, names: [name] }, isSentence: true }))
        : [...asMany(entry, lookups), ...besides].map(one => ({ entry: one, isSentence: false }))
    }),
    ...named.flatMap(({ sentence, names, isSentence }) =>
      names.map(name => ({ entry: inSentence(sentence, name), isSentence })),
    ),
  ].sort((one, other) => (one.entry.lines[0] ?? 0) - (other.entry.lines[0] ?? 0))
  forgetNames()
  const first = grounds.map(() => new Map<string, number>())
  return {
    people: all.map(({ entry: written, isSentence }) => {
      const entry = { ...written, doubt: written.doubt ?? conflictIn(written, lookups) }
      const cells = grounds.map(({ gap }, index) => cellOf(entry, isSentence, lookups[index], gap))
      return {
        key: [entry.lines[0], ...entry.ids, ...entry.emails, ...entry.names].join(' '),
        entry,
        cells: cells
          .map((cell, index) => elsewhere(cell, cells, lookups[index], grounds[index]?.gap))
          .map((cell, index) => onlyOnce(cell, entry, first[index])),
      }
    }),
    nobody: named.flatMap(({ sentence, names }) => (names.length === 0 ? [sentence] : [])),
  }
}

function cellOf(
  entry: Entry,
  isSentence: boolean,
  lookup: Lookup | undefined,
  gap: string | undefined,
): Cell {
  if (!lookup) return missing(gap)
  const byId = once(entry.ids.flatMap(id => lookup.byId(id) ?? []))
  if (byId.length > 0) return found(byId, 'id', entry.doubt)
  const byEmail = once(entry.emails.flatMap(lookup.byEmail))
  if (byEmail.length > 0) return found(byEmail, 'email', entry.doubt)
  // "Anna Meier (Extern)" is who is called that, before it is Anna Meier.
  const whole = lookup.byName(entry.text)
  const byName = whole.length > 0 ? whole : once(entry.names.flatMap(lookup.byName))
  if (byName.length === 0) return bySpelling(entry, lookup, gap)
  const asWritten = byName.filter(user =>
    [entry.text, ...entry.names].some(name => isWritten(user.name, name)),
  )
  const doubt =
    entry.emails.length > 0
      ? 'The name fits, the e-mail does not'
      : entry.ids.length > 0
        ? 'The name fits, the id does not'
        : entry.doubt
  if (isSentence) return found(byName, 'sentence', doubt ?? 'Named in a sentence')
  return asWritten.length > 0
    ? found(asWritten, 'name', doubt)
    : found(byName, 'nameTurned', doubt ?? 'First and last name are the other way round')
}

/** "Jürgen Müller" may be "Juergen Mueller". That is asked, not assumed: Manuel is not Manül. */
function bySpelling({ names, doubt }: Entry, lookup: Lookup, gap: string | undefined): Cell {
  const users = once(names.flatMap(lookup.bySpelling))
  const why = doubt ?? 'Letters such as ü are spelled out in one of the two names'
  return users.length > 0 ? found(users, 'spelling', why) : missing(gap)
}

/** Who is known by an id or e-mail in one connection may be in another under an address that was not pasted. */
function elsewhere(
  cell: Cell,
  cells: readonly Cell[],
  lookup: Lookup | undefined,
  gap: string | undefined,
): Cell {
  if (cell.outcome !== 'notFound' && cell.outcome !== 'notKnown') return cell
  if (!lookup) return cell
  const sure = cells.flatMap(other =>
    other.outcome === 'found' && (other.by === 'id' || other.by === 'email') ? [other] : [],
  )
  const users = once(sure.flatMap(({ user }) => user.emails.flatMap(lookup.byEmail)))
  const doubt =
    sure.find(other => other.doubt)?.doubt ??
    // A mailbox may be shared.
    (users.every(({ name }) => sure.some(({ user }) => isAlike(user.name, name)))
      ? undefined
      : 'The address fits, the name does not')
  return users.length > 0 ? found(users, 'emailElsewhere', doubt) : missing(gap)
}

/** One word of theirs is the same. */
function isAlike(one: string, other: string): boolean {
  const words = new Set(wordsOf(one))
  return wordsOf(other).some(word => words.has(word))
}

/** A user is acted on once, so what was named before says where. */
function onlyOnce(cell: Cell, { lines }: Entry, first: Map<string, number> | undefined): Cell {
  if (cell.outcome !== 'found' || !first) return cell
  const sameAs = first.get(cell.user.id)
  if (sameAs !== undefined) return { ...cell, sameAs }
  first.set(cell.user.id, lines[0] ?? 0)
  return cell
}

function found(users: readonly User[], by: By, doubt: string | undefined): Cell {
  const [user, ...others] = users
  if (!user) return { outcome: 'notFound' }
  if (others.length > 0) return { outcome: 'several', users, by }
  const machine = user.kind === 'apiUser' || user.kind === 'agent'
  return {
    outcome: 'found',
    user,
    by,
    doubt: machine ? 'Not a person' : doubt,
    sameAs: undefined,
  }
}

const missing = (gap: string | undefined): Cell =>
  gap === undefined ? { outcome: 'notFound' } : { outcome: 'notKnown', reason: gap }

function inSentence({ line, text, doubt, why }: Sentence, name: string): Entry {
  const said = doubtIn(text)
  return {
    ...{ lines: [line], text, ids: [], emails: [], names: [name] },
    ...{ ...said, doubt: doubt ?? why ?? said.doubt },
  }
}
