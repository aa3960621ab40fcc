import type { Codes } from './codes'
import { lettersOf, wordsOf } from './fold'
import { mark, type Store } from './store'

/** Positions, ascending. */
type Found = Uint32Array

type Search = { readonly words: readonly string[]; readonly found: Found }

/** The last few searches of each store while it stays as it is: for typing on, and for taking letters back. */
const recent = new WeakMap<Store, { readonly version: number; readonly searches: Search[] }>()
const remembered = 6

/** Who has every word somewhere, everybody where there is none; who is named by exactly this id or e-mail, and then nobody else. */
export function search(store: Store, text: string): Found {
  const words = wordsOf(text)
  const found = words.length > 0 ? owners(store, bare(text)) : undefined
  return found ?? withWords(store, words)
}

function withWords(store: Store, words: readonly string[]): Found {
  const searches = searchesOf(store)
  const same = searches.find(one => one.words.join(' ') === words.join(' '))
  if (same) return same.found
  const [wider] = searches
    .filter(one => one.words.every(word => words.some(longer => longer.includes(word))))
    .sort((a, b) => a.found.length - b.found.length)
  let found = wider?.found ?? everybody(store)
  for (const word of words) if (!wider?.words.includes(word)) found = withWord(store, found, word)
  searches.unshift({ words, found })
  searches.length = Math.min(searches.length, remembered)
  return found
}

function withWord(store: Store, among: Found, word: string): Found {
  const shared = searchedCodes(store)
    .map(codes => ({
      of: codes.of,
      matches: Uint8Array.from(codes.folded, list => (list.includes(word) ? 1 : 0)),
    }))
    // Hardly any word is in every column.
    .filter(({ matches }) => matches.includes(1))
  const { haystacks, letters } = store
  const needed = lettersOf(word)
  const isLetter = word.length === 1 && needed !== 0
  const found = new Uint32Array(among.length)
  let count = 0
  for (const position of among) {
    let matches = false
    for (const { of, matches: codes } of shared)
      if (codes[of[position] ?? 0] === 1) {
        matches = true
        break
      }
    if (!matches && ((letters[position] ?? 0) & needed) === needed)
      matches = isLetter || (haystacks[position]?.includes(word) ?? false)
    if (matches) {
      found[count] = position
      count += 1
    }
  }
  return found.slice(0, count)
}

/** What was pasted, without what mail programs and lists put around an address, a name before it among that. */
const bare = (text: string) =>
  text
    .trim()
    .replace(/^[^<>]*(?=<[^<>\s]+@[^<>\s]+>)/, '')
    .replace(/^["'(]*<?(mailto:)?/i, '')
    .replace(/[>"'),;.]*$/, '')

/** Two people may share an e-mail; ids are unique, in whichever case they were logged. */
function owners(store: Store, exact: string): Found | undefined {
  const spellings = [exact, exact.toLowerCase(), exact.toUpperCase()]
  const position = spellings.map(id => store.positions.get(id)).find(found => found !== undefined)
  if (position !== undefined) return Uint32Array.of(position)
  if (!exact.includes('@')) return undefined
  const [word, ...more] = wordsOf(exact)
  if (word === undefined || more.length > 0) return undefined
  const marked = `${mark}${word}${mark}`
  const found = withWords(store, [word]).filter(at => store.haystacks[at]?.includes(marked))
  return found.length > 0 ? found : undefined
}

function searchesOf(store: Store): Search[] {
  const known = recent.get(store)
  if (known?.version === store.version) return known.searches
  const searches: Search[] = []
  recent.set(store, { version: store.version, searches })
  return searches
}

const searchedCodes = (store: Store): readonly Codes[] =>
  store.shape.columns
    .filter(column => column.searched)
    .flatMap(column => store.codes.get(column.id) ?? [])

function everybody({ present, users }: Store): Found {
  const all = new Uint32Array(users.length)
  let count = 0
  for (let position = 0; position < users.length; position += 1)
    if (present[position] === 1) {
      all[count] = position
      count += 1
    }
  return all.slice(0, count)
}
