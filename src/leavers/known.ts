import { fold } from '../directory/fold'
import { type Lookup, nameKey, wordsKey } from '../directory/lookup'
import type { User } from '../providers/provider'
import type { Entry } from './parse'
import { notFirst } from './people'

type Lookups = readonly (Lookup | undefined)[]

/** Two people of one name may both leave: who is said twice is asked for twice where more than one can be meant. */
export function asMany(entry: Entry, lookups: Lookups): readonly Entry[] {
  const { ids, emails, lines, names } = entry
  const isOpen =
    lines.length > 1 &&
    ids.length + emails.length === 0 &&
    lookups.some(lookup => lookup && once(names.flatMap(lookup.byName)).length > 1)
  return isOpen ? lines.map(line => ({ ...entry, lines: [line] })) : [entry]
}

/** Who else is named in a row without a header, if anybody is called that. */
export function othersOf(entry: Entry, lookups: Lookups): readonly Entry[] {
  const { others = [], lines, objection } = entry
  return others
    .filter(name => isKnown(name, lookups))
    .map(name => ({
      ...{ lines, text: name, ids: [], emails: [], names: [name], objection },
      doubt: entry.doubt ?? notFirst,
    }))
}

/** A list in which one column has slipped names each person by the address of another. */
export function conflictIn({ ids, emails, names }: Entry, lookups: Lookups): string | undefined {
  if (ids.length + emails.length === 0) return undefined
  for (const lookup of lookups) {
    if (!lookup) continue
    const byId = ids.flatMap(id => lookup.byId(id) ?? [])
    const byEmail = emails.flatMap(lookup.byEmail)
    const byName = names.flatMap(lookup.byName)
    const isAmong = (users: readonly User[]) => (user: User) =>
      users.some(({ id }) => id === user.id)
    if (byId.length > 0 && byEmail.length > 0 && !byEmail.some(isAmong(byId)))
      return 'The id is of somebody else than the e-mail'
    const exact = byId.length > 0 ? byId : byEmail
    if (exact.length > 0 && byName.length > 0 && !byName.some(isAmong(exact)))
      return `The ${byId.length > 0 ? 'id' : 'e-mail'} is of somebody else than the name`
  }
  return undefined
}

export const once = (users: readonly User[]) => [
  ...new Map(users.map(user => [user.id, user])).values(),
]

/** Namesakes are many in a long list, and folding is most of the work. */
const plains = new Map<string, string>()

/** Once a list has been gone through. */
export const forgetNames = () => plains.clear()

function plain(name: string): string {
  const known = plains.get(name) ?? fold(name).replace(/\s+/g, ' ').trim()
  plains.set(name, known)
  return known
}

/** In this order, or in the directory as "Meier, Anna". */
export const isWritten = (known: string, pasted: string) =>
  plain(known) === plain(pasted) ||
  (known.includes(',') && plain(known.replace(/^([^,]+),\s*(.+)$/, '$2 $1')) === plain(pasted))

const longestName = 5

/** Names of two words and more that somebody in a connection has, the longest first, none within another. */
export function knownNames(text: string, lookups: Lookups): readonly string[] {
  // "Lindgren, Anne" and "Lindgren;Anne" are two words, with what parts them behind the first.
  const written = text.split(/\s+|(?<=[,;|])(?=\S)/)
  const words = written.map(word =>
    word.replace(/^[^\p{L}\p{N}]+|['’]s[^\p{L}]*$|[^\p{L}\p{N}]+$/gu, ''),
  )
  const folded = words.map(fold)
  const names: string[] = []
  for (let start = 0; start < words.length; start += 1)
    for (let size = Math.min(longestName, words.length - start); size >= 2; size -= 1) {
      const key = wordsKey(folded.slice(start, start + size))
      const having = lookups.filter(lookup => lookup?.hasName(key))
      if (having.length === 0) continue
      const parted = written.slice(start, start + size - 1).findIndex(one => /[,;|]$/.test(one)) + 1
      const name = [0, parted]
        .map(at =>
          [...words.slice(start + at, start + size), ...words.slice(start, start + at)].join(' '),
        )
        .find(one =>
          having.some(lookup => lookup?.byName(one).some(user => isWritten(user.name, one))),
        )
      if (name === undefined) continue
      names.push(name)
      start += size - 1
      break
    }
  return [...new Set(names)]
}

/** Somebody is called that. */
export const isKnown = (name: string, lookups: Lookups) => {
  const key = nameKey(name)
  return lookups.some(lookup => lookup?.hasName(key))
}

export const isNobody = ({ ids, emails, names, text }: Entry, lookups: Lookups) =>
  ids.length + emails.length === 0 && ![text, ...names].some(name => isKnown(name, lookups))
