import type { User } from '../providers/provider'
import type { Directory } from './directory'
import { fold } from './fold'
import { mark, type Store } from './store'

/** Finds users by what names them exactly, where the search box finds them by any part. */
export type Lookup = {
  /** In whichever case it was logged. */
  readonly byId: (id: string) => User | undefined
  /** Any of a user's addresses. Two users may share one. */
  readonly byEmail: (email: string) => readonly User[]
  /** The words of a name, whatever their case, accents and order. */
  readonly byName: (name: string) => readonly User[]
  /** Who has the name once the letters that some keyboards lack are spelled out: Müller is Mueller, and back. */
  readonly bySpelling: (name: string) => readonly User[]
  /** @param key a `nameKey` */
  readonly hasName: (key: string) => boolean
}

/** The folded words of a name in one order for all: "Meier, Anna" is "Anna Meier". */
export function nameKey(name: string): string {
  return wordsKey(fold(name).split(/[\s,]+/))
}

/** The same for words that are folded already. */
export const wordsKey = (words: readonly string[]) =>
  words
    .filter(word => word !== '')
    .sort()
    .join(' ')

/** The same lookup as long as nobody has come, gone, or got another name or address. */
export function lookupOf({ store }: Directory): Lookup {
  const index = indexOf(store)
  const known = lookups.get(index)
  if (known) return known
  const { emails, names } = index
  let spelled: ReturnType<typeof spelledIn> | undefined
  const usersAt = (positions: Iterable<number> = []) =>
    [...positions].flatMap(position => store.users[position] ?? [])
  const lookup: Lookup = {
    byId(id) {
      const spellings = [id, id.toLowerCase(), id.toUpperCase()]
      const position = spellings
        .map(spelling => store.positions.get(spelling))
        .find(found => found !== undefined)
      return position === undefined ? undefined : store.users[position]
    },
    byEmail: email => usersAt(emails.get(fold(email))),
    byName: name => usersAt(names.get(nameKey(name))),
    bySpelling(name) {
      const key = nameKey(spellOut(name))
      spelled ??= spelledIn(store)
      return usersAt(new Set([...(names.get(key) ?? []), ...(spelled.get(key) ?? [])]))
    },
    hasName: key => (names.get(key)?.size ?? 0) > 0,
  }
  lookups.set(index, lookup)
  return lookup
}

/** As German and the Nordic languages write them where they cannot be typed. `fold` knows ß, æ and œ. */
const pairs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** Also where the accent is a character of its own. */
const spellable = /\u0308|\u030a|[äöüøå]/i

const spellOut = (name: string) =>
  spellable.test(name)
    ? name.normalize('NFC').replace(/[äöüøå]/gi, letter => pairs[letter.toLowerCase()] ?? letter)
    : name

/** Only those whose name has such letters, by its key without them. */
function spelledIn({ users }: Store): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>()
  for (const [position, user] of users.entries()) {
    const name = user ? spellOut(user.name) : ''
    if (!user || name === user.name) continue
    const key = nameKey(name)
    const known = positions.get(key)
    if (known) known.push(position)
    else positions.set(key, [position])
  }
  return positions
}

type Index = {
  /** By position, as they were indexed. */
  readonly haystacks: string[]
  readonly emails: Map<string, Set<number>>
  readonly names: Map<string, Set<number>>
}

const indexes = new WeakMap<Store, Index>()
const lookups = new WeakMap<Index, Lookup>()

/** Follows the store: of 100,000 users only those who changed are indexed again. */
function indexOf(store: Store): Index {
  const index = indexes.get(store) ?? { haystacks: [], emails: new Map(), names: new Map() }
  indexes.set(store, index)
  for (const [position, haystack] of store.haystacks.entries()) {
    const before = index.haystacks[position]
    if (before === haystack) continue
    lookups.delete(index)
    if (before) forEachKey(before, index, (map, key) => map.get(key)?.delete(position))
    if (haystack)
      forEachKey(haystack, index, (map, key) => {
        const positions = map.get(key)
        if (positions) positions.add(position)
        else map.set(key, new Set([position]))
      })
    index.haystacks[position] = haystack
  }
  return index
}

/** The store has folded the name, which comes first, and the addresses, which stand between marks before the id. */
function forEachKey(
  haystack: string,
  { emails, names }: Index,
  act: (map: Map<string, Set<number>>, key: string) => void,
): void {
  act(names, nameKey(haystack.slice(0, haystack.indexOf('\n'))))
  const exact = haystack.slice(haystack.indexOf(mark) + 1, -1).split(mark)
  for (const email of exact.slice(0, -1)) act(emails, email)
}
